// What the Kazoo says at this moment, asked while the page is shown already: its health is not what it was
// yesterday.
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
 * Null when nobody asks: the trial has ended, or nothing is held. @throws Forbidden; NotFound; Unavailable
 * without Redis or Postgres
 */
export async function findKazooStatus(viewer: Viewer): Promise<KazooStatus | null> {
  permit(viewer, 'connection.read')
  const status = tenantStatusOf(viewer)
  if (status !== null && status.kind !== 'trial') return null
  const { kazoo, granted } = grantOf(viewer)
  try {
    const [account, version] = await Promise.all([
      findAccount(kazoo, granted),
      // Not every installation tells; then nothing is missing but a number.
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
