// Loads one user for the verbs that change them, and decides who must not change whom.
import 'server-only'
import { Forbidden } from '../../errors.ts'
import type { UserRef } from '../../kazoo/ids.ts'
import { findUser, ownUser, type UserDoc } from '../../kazoo/users.ts'
import { resolve } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import { pathOf } from '../account/account-path.ts'
import { nameOf } from '../device/owner.ts'
import { grantOf, type Grant } from '../grant.ts'
import { permit } from '../permission.ts'

/** The user that a verb changes. `path` leads down to their account. */
export type LoadedUser = { ref: UserRef; grant: Grant; doc: UserDoc; name: string; path: string[] }

/**
 * Loads a user to change. Admins of the granted account itself are colleagues: only viewers who may make
 * admins can change them, or support could take over the account by changing an e-mail address.
 * @throws Forbidden, NotFound, Unavailable
 */
export async function loadUserForEdit(viewer: Viewer, user: string): Promise<LoadedUser> {
  const ref = await resolve(viewer.session, 'user', user)
  const grant = grantOf(viewer)
  const [doc, path] = await Promise.all([findUser(grant.kazoo, ref), pathOf(grant, ref.account)])
  if (doc.privilege === 'admin' && ref.account.equals(grant.granted)) permit(viewer, 'user.role')
  return { ref, grant, doc, name: nameOf(doc), path }
}

/** Whether the token in use is this user's: locking them out locks out the portal. */
export async function isSelf({ kazoo, granted }: Grant, { account, user }: UserRef): Promise<boolean> {
  return account.equals(granted) && ((await ownUser(kazoo))?.equals(user) ?? false)
}

/** @throws Forbidden when the portal itself signs in as this user */
export async function refuseSelf({ grant, ref }: LoadedUser): Promise<void> {
  if (await isSelf(grant, ref)) throw new Forbidden('messages.user.self')
}

/** A user as the audit log names them. */
export function subjectOf({ name, ref }: Pick<LoadedUser, 'name' | 'ref'>) {
  return { kind: 'user', name, resource: { kind: 'user' as const, ref } }
}
