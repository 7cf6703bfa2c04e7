// Resolves the target of an impersonation: a user, or the admin of an account, within the granted account.
import 'server-only'
import { findAccount } from '../../kazoo/accounts.ts'
import type { KazooId, UserRef } from '../../kazoo/ids.ts'
import { findUser, type UserRowDoc } from '../../kazoo/users.ts'
import { resolve } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { AuditSubject } from '../../store/audit-subjects.ts'
import type { CustomerRole } from '../../views/viewer.ts'
import { pathOf } from '../account/account-path.ts'
import { ancestorsWithin, grantOf } from '../grant.ts'

/** `user` null: the admin of the account. `path` has the account names from the granted account down. */
export type ResolvedTarget = {
  account: KazooId<'account'>
  accountName: string
  path: readonly string[]
  user: UserRef | null
  name: string | null
  email: string | null
  role: CustomerRole
  resource: AuditSubject
}

/**
 * The target for the proxy id of a user or of an account.
 * @throws NotFound, Unavailable
 */
export async function resolveTarget(viewer: Viewer, target: string): Promise<ResolvedTarget> {
  return target.startsWith('usr_') ? targetOfUser(viewer, target) : targetInAccount(viewer, target)
}

async function targetOfUser(viewer: Viewer, target: string): Promise<ResolvedTarget> {
  const user = await resolve(viewer.session, 'user', target)
  const { account } = user
  const grant = grantOf(viewer)
  const [doc, path] = await Promise.all([findUser(grant.kazoo, user), pathOf(grant, account)])
  const role = doc.privilege === 'admin' ? 'accountAdmin' : 'accountUser'
  const who = {
    user,
    name: nameOf(doc),
    email: doc.email || null,
    role,
    resource: { kind: 'user', ref: user },
  } as const
  return { account, accountName: path.at(-1) ?? '', path, ...who }
}

async function targetInAccount(viewer: Viewer, target: string): Promise<ResolvedTarget> {
  const account = await resolve(viewer.session, 'account', target)
  const grant = grantOf(viewer)
  const [doc, ancestors] = await Promise.all([
    findAccount(grant.kazoo, account),
    ancestorsWithin(grant, account),
  ])
  const path = [...ancestors.map(({ name }) => name), doc.name]
  const nobody = { user: null, name: null, email: null, role: 'accountAdmin' } as const
  return { account, accountName: doc.name, path, ...nobody, resource: { kind: 'account', ref: account } }
}

/** The display name of a user. */
export function nameOf(user: Pick<UserRowDoc, 'firstName' | 'lastName' | 'username'>): string {
  return `${user.firstName} ${user.lastName}`.trim() || (user.username ?? '')
}
