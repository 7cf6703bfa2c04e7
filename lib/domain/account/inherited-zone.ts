// Finds the time zone that a new account inherits. Kazoo gives it the default of the system instead
// (docs/kazoo.md section 27.1), so the portal sends it.
import 'server-only'
import { findAccount, type AccountDoc, type AncestorDoc } from '../../kazoo/accounts.ts'
import { isAccountZone } from '../../views/time-zone.ts'
import type { Kazoo } from '../../kazoo/client.ts'

/**
 * The time zone of `parent`, or of the nearest account above it that has one; empty where none within the
 * grant has.
 * @throws NotFound, Unavailable
 */
export async function inheritedZone(
  kazoo: Kazoo,
  parent: AccountDoc,
  ancestors: readonly AncestorDoc[],
): Promise<string> {
  if (isAccountZone(parent.timezone)) return parent.timezone
  const above = ancestors.at(-1)
  if (above === undefined) return ''
  return inheritedZone(kazoo, await findAccount(kazoo, above.id), ancestors.slice(0, -1))
}
