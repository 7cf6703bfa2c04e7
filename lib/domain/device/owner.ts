// The owner of a device: the users to choose from, and the chosen one.
import 'server-only'
import { NotFound, Rejected } from '../../errors.ts'
import type { DeviceRef, KazooId } from '../../kazoo/ids.ts'
import type { UserRowDoc } from '../../kazoo/users.ts'
import { proxyIdOf, resolve, type Issue } from '../../session/proxy-ids.ts'
import type { Session } from '../../session/record.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { OwnerOption } from '../../views/device.ts'

/**
 * The user chosen as owner, who must belong to the same account: ids cannot be recombined.
 * @throws Rejected
 */
export async function ownerOf(
  { session }: Viewer,
  account: KazooId<'account'>,
  owner: string,
): Promise<KazooId<'user'> | null> {
  if (owner === '') return null
  const chosen = await userIn(session, account, owner)
  if (chosen === null) throw new Rejected({ owner: 'messages.device.owner' })
  return chosen
}

/**
 * The owner as text to compare with a form: the posted id if it stands for this user, otherwise the id that a
 * page would have. It stores nothing. A form from before the session was renewed has ids of the old session.
 */
export async function ownerAsPosted(
  { session }: Viewer,
  { account }: DeviceRef,
  owner: KazooId<'user'> | null,
  posted: readonly (string | undefined)[],
): Promise<string> {
  if (owner === null) return ''
  for (const id of new Set(posted))
    if (id !== undefined && (await userIn(session, account, id))?.equals(owner)) return id
  return proxyIdOf(session, 'user', { account, user: owner })
}

/** The user of a posted id; null if there is none in this account. */
async function userIn(
  session: Session,
  account: KazooId<'account'>,
  id: string,
): Promise<KazooId<'user'> | null> {
  try {
    const ref = await resolve(session, 'user', id)
    return ref.account.equals(account) ? ref.user : null
  } catch (error) {
    if (error instanceof NotFound) return null
    throw error
  }
}

const { compare } = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/**
 * The users of an account by name; an owner who is gone is among them, so that saving does not remove the
 * owner unasked.
 */
export function toOwners(
  users: readonly UserRowDoc[],
  account: KazooId<'account'>,
  owner: KazooId<'user'> | null,
  issue: Issue,
): OwnerOption[] {
  const options = users.map((user) => ({ id: issue('user', { account, user: user.id }), name: nameOf(user) }))
  options.sort((a, b) => compare(a.name, b.name))
  const known = owner === null || users.some((user) => user.id.equals(owner))
  return known ? options : [{ id: issue('user', { account, user: owner }), name: null }, ...options]
}

/** The name of a user: first and last name, otherwise the username or e-mail address; empty without those. */
export function nameOf({
  firstName,
  lastName,
  username,
  email,
}: Pick<UserRowDoc, 'firstName' | 'lastName' | 'username' | 'email'>): string {
  return `${firstName} ${lastName}`.trim() || username || email || ''
}
