// Finds out what the tenant's Kazoo can do, again for each request (decision 253).
import 'server-only'
import { accountsKeptBelow } from '../../kazoo/keeps-accounts.ts'
import { findAccount, type AccountDoc } from '../../kazoo/accounts.ts'
import type { Kazoo } from '../../kazoo/client.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { Capability } from '../../views/connection.ts'
import { findTenant } from '../../store/tenants.ts'
import { recoveryFails } from '../customer/recovery-fails.ts'
import { grantOf } from '../grant.ts'
import { credentialsOrNull } from './credentials.ts'

/**
 * The capabilities of the tenant's Kazoo, given its answer about the tenant's own `account`. Changes nothing
 * in Kazoo and sends no mail; what Kazoo does not answer is unknown.
 * @throws Unavailable without Postgres
 */
export async function capabilitiesOf(
  viewer: Viewer,
  kazoo: Kazoo,
  account: AccountDoc,
): Promise<Capability[]> {
  const { tenant } = viewer.session.record
  const [accountsKept, credentials, found] = await Promise.all([
    accountsKeptBelow(kazoo, account),
    credentialsOrNull(tenant),
    findTenant(tenant),
  ])
  return [
    { name: 'accounts', works: accountsKept === 'unknown' ? null : accountsKept === 'kept' },
    { name: 'impersonation', works: account.master && credentials?.kind === 'user' },
    // 5.0 completes a recovery only with a valid token, and Kazoo has just accepted the portal's
    // (docs/kazoo.md section 27.7). Whether it does only shows when a customer tries (decision 249).
    { name: 'recovery', works: credentials !== null && found !== null && !recoveryFails(found) },
  ]
}

/**
 * Whether Kazoo itself lets the viewer impersonate a user: only for users of its master account
 * (docs/kazoo.md section 5.5). Null: unknown.
 * @throws Unavailable
 */
export async function impersonatesByKazoo(viewer: Viewer): Promise<boolean | null> {
  if ((await credentialsOrNull(viewer.session.record.tenant))?.kind !== 'user') return false
  const { kazoo, granted } = grantOf(viewer)
  const account = await findAccount(kazoo, granted).catch(() => null)
  return account && account.master
}
