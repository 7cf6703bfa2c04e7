// Whose a device is: the people it can be given to, and the one who was chosen.
import 'server-only'
import { NotFound, Rejected } from '../../errors.ts'
import type { KazooId } from '../../kazoo/ids.ts'
import type { UserRowDoc } from '../../kazoo/users.ts'
import { resolve, type Issue } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { OwnerOption } from '../../views/device.ts'

/** The person chosen as owner, who must be of the same account: ids cannot be recombined. */
export async function ownerOf(
  viewer: Viewer,
  account: KazooId<'account'>,
  owner: string,
): Promise<KazooId<'user'> | null> {
  if (owner === '') return null
  try {
    const chosen = await resolve(viewer.session, 'user', owner)
    if (chosen.account.equals(account)) return chosen.user
  } catch (error) {
    if (!(error instanceof NotFound)) throw error
  }
  throw new Rejected({ owner: 'messages.device.owner' })
}

const { compare } = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** The people of an account by name; an owner who is gone is among them, so that saving does not take the device away unasked. */
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

/** A person as we call them: first and last name, else what they sign in with. */
export function nameOf({
  firstName,
  lastName,
  username,
  email,
}: Pick<UserRowDoc, 'firstName' | 'lastName' | 'username' | 'email'>): string {
  return `${firstName} ${lastName}`.trim() || username || email || '–'
}
