// Ids of other sessions and keys outside the forms (docs/security.md rows 2 and 18).
import { expect, test } from 'vitest'
import { z } from 'zod'
import { NotFound } from '../../../lib/errors.ts'
import { changePrivilege, setPassword } from '../../../lib/domain/user/credentials.ts'
import { createUser } from '../../../lib/domain/user/create.ts'
import { editUser } from '../../../lib/domain/user/edit.ts'
import { findUser } from '../../../lib/domain/user/find.ts'
import { findAccountWithUsers, listEveryUser } from '../../../lib/domain/user/list.ts'
import { removeUser } from '../../../lib/domain/user/remove.ts'
import { FIRST, START, type Users } from './users.ts'
import { editBox, findBox } from '../../../lib/domain/user/voicemail.ts'

/** Every key in a document, however deep. */
function everyKey(value: unknown): string[] {
  const keys: string[] = []
  JSON.stringify(value, (key, inner: unknown) => {
    if (key !== '') keys.push(key)
    return inner
  })
  return keys
}

/** Keys that no request of ours may contain, at any depth (docs/security.md row 18). */
const FORBIDDEN = /^(_|pvt_)|^(id|api_key|superduper_admin|is_reseller|reseller_id|credentials)$|^billing_/

/** What must not reach Kazoo: ids of another session, and keys outside the forms. */
export function describeGuards(people: Users): void {
  const { newUser, edit, box } = people

  test('security row 2: ids of another session are not found, and Kazoo gets no request', async () => {
    const user = await newUser('Guarded')
    await box('5001', user)
    const one = (await findUser(people.viewer, user)).boxes?.[0]?.id ?? ''
    const otherViewer = await people.world.viewer()
    await people.world.simulator.clearRequests()
    const tries = [
      () => findUser(otherViewer, user),
      () => findBox(otherViewer, user, one),
      () => findAccountWithUsers(otherViewer, people.account.id, FIRST),
      () => listEveryUser(otherViewer, people.account.id),
      () => createUser(otherViewer, people.account.id, START),
      () => editUser(otherViewer, user, { typed: { email: '' }, initialValues: {}, hotdeskPin: null }),
      () => editBox(otherViewer, one, { typed: { name: 'x' }, initialValues: {}, pin: null }),
      () => setPassword(otherViewer, user, { username: 'x', password: null, mustRenew: false }),
      () => changePrivilege(otherViewer, user, 'admin'),
      () => removeUser(otherViewer, user, { devices: 'keep', boxes: 'keep', newOwner: '', typed: 'x' }),
      () => findUser(people.viewer, people.account.id),
    ]
    for (const attempt of tries) await expect(attempt()).rejects.toThrow(NotFound)
    expect(await people.world.simulator.requests()).toEqual([])
  })

  test('security row 18: keys outside the forms never reach Kazoo, whatever else is sent', async () => {
    const user = await newUser('Smuggler')
    await people.world.simulator.clearRequests()
    const smuggled = {
      pvt_superduper_admin: 'on',
      priv_level: 'admin',
      id: 'x',
      billing_id: 'x',
      email: 'ok@example.com',
    }
    await edit(user, smuggled)
    const start = { ...START, pvt_tree: 'x', id: 'y', username: 'smuggled' }
    await createUser(people.viewer, people.account.id, start)
    const bodies = (await people.world.writes()).map(
      ({ body }) => z.object({ data: z.unknown() }).parse(body).data,
    )
    expect(bodies).toHaveLength(2)
    expect(bodies[0]).toEqual({ email: 'ok@example.com' })
    expect(everyKey(bodies).filter((key) => FORBIDDEN.test(key))).toEqual([])
  })
}
