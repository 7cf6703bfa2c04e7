// What the Kazoo says at this moment, asked while the page is shown already: its health is not what it was yesterday.
import 'server-only'
import { NotFound, Unavailable } from '../../errors.ts'
import { findVersion } from '../../kazoo/about.ts'
import { findAccount } from '../../kazoo/accounts.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { KazooNow } from '../../views/connection.ts'
import { grantOf } from '../grant.ts'
import { permit } from '../permission.ts'
import { capabilitiesOf } from './capabilities.ts'
import { standingOf } from './standing.ts'

/** Null when nobody asks: the trial has ended, or nothing is held. @throws Forbidden; NotFound; Unavailable without Redis or Postgres */
export async function findKazooNow(viewer: Viewer): Promise<KazooNow | null> {
  permit(viewer, 'connection.read')
  const standing = standingOf(viewer)
  if (standing !== null && standing.kind !== 'trial') return null
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
    if (error instanceof Unavailable && error.neighbour === 'kazoo')
      return { ok: false, trouble: error.trouble, reference }
    if (error instanceof NotFound) return { ok: false, trouble: 'refused', reference }
    throw error
  }
}
