// A user with a voicemail box, which the portal itself does not create.
import { z } from 'zod'
import { path } from '../lib/kazoo/client.ts'
import { seal } from '../lib/sealed.ts'
import { resolve } from '../lib/session/proxy-ids.ts'
import type { Viewer } from '../lib/session/viewer.ts'
import { grantOf } from '../lib/domain/grant.ts'
import { createUser, type UserStart } from '../lib/domain/user/create.ts'
import { findUser } from '../lib/domain/user/find.ts'

/** A new user of an account, unless a test overrides it. */
export const NEW_USER: UserStart = {
  firstName: 'Ada',
  lastName: 'Adler',
  email: '',
  username: '',
  password: seal('a good password'),
  privilege: 'user',
  timezone: '',
  extension: '',
  mustRenew: false,
}

/** A new user and their only box, both by the viewer's ids. */
export async function userWithBox(viewer: Viewer, account: string, mailbox: string) {
  const { user } = await createUser(viewer, account, { ...NEW_USER, username: `box${mailbox}` })
  const ref = await resolve(viewer.session, 'user', user)
  const body = { name: `Box ${mailbox}`, mailbox, owner_id: ref.user, pin: '1234' }
  await grantOf(viewer).kazoo.create(path`/accounts/${ref.account}/vmboxes`, body, z.unknown())
  const [box] = (await findUser(viewer, user)).boxes ?? []
  if (box === undefined) throw new Error('Kazoo made no box')
  return { owner: user, box: box.id }
}
