// Reads the current health of the Kazoo, while the page is already shown.
import 'server-only'
import { NotFound, Unavailable } from '../../errors.ts'
import { findVersion } from '../../kazoo/about.ts'
import { findAccount } from '../../kazoo/accounts.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { KazooStatus } from '../../views/connection.ts'
import { grantOf } from '../grant.ts'
import { permit } from '../permission.ts'
import { capabilitiesOf } from './capabilities.ts'
import { tenantStatusOf } from './tenant-status.ts'

/**
 * Null where Kazoo is not asked: the trial has ended, or there are no credentials.
 * @throws Forbidden; NotFound; Unavailable without Redis or Postgres
 */
export async function findKazooStatus(viewer: Viewer): Promise<KazooStatus | null> {
  permit(viewer, 'connection.read')
  const status = tenantStatusOf(viewer)
  if (status !== null && status.kind !== 'trial') return null
  const { kazoo, granted } = grantOf(viewer)
  try {
    const [account, version] = await Promise.all([
      findAccount(kazoo, granted),
      // Not every installation reports its version; then only that is missing.
      findVersion(kazoo, granted).catch(() => null),
    ])
    const capabilities = await capabilitiesOf(viewer, kazoo, account)
    return { ok: true, account: account.name, realm: account.realm, version, capabilities }
  } catch (error) {
    const { reference } = viewer.request
    if (error instanceof Unavailable && error.dependency === 'kazoo')
      return { ok: false, reason: error.reason, reference }
    if (error instanceof NotFound) return { ok: false, reason: 'refused', reference }
    throw error
  }
}
