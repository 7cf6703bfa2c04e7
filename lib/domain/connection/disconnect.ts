// Disconnects a tenant: destroys its credentials, or deletes all its data after thirty days, which can be
// cancelled until then.
import 'server-only'
import { Rejected } from '../../errors.ts'
import { seal } from '../../sealed.ts'
import type { Viewer } from '../../session/viewer.ts'
import { removeCredentials } from '../../store/credentials.ts'
import { deleteTenant, editTenant, tenantsToRemove } from '../../store/tenant-state.ts'
import type { TenantRecord } from '../../store/tenants.ts'
import { isConfirmed } from '../../views/confirm-text.ts'
import { recorded } from '../audit/record.ts'
import { requireFresh } from '../member/require-step-up.ts'
import { permit } from '../permission.ts'
import { editSessionsOfTenant, endSessionsOfTenant } from '../auth/tenant-sessions.ts'
import { tenantOf } from './credentials.ts'

/** The time between request and deletion, in ms. */
const GRACE = 30 * 24 * 60 * 60_000

/** Replaces the token in sessions: Kazoo refuses it, and no credentials remain to renew it. */
const NO_TOKEN = seal<'api token'>('none')

/**
 * Destroys the credentials; the team stays, and can connect again. `typed` must be the tenant's name.
 * @throws Rejected at `name`; StepUpNeeded; Forbidden; Unavailable
 */
export async function disconnect(viewer: Viewer, typed: string): Promise<void> {
  await confirmed(viewer, 'connection.disconnect', typed, { credentials: 'removed' }, async (tenant) => {
    await removeCredentials(tenant.id)
    await editSessionsOfTenant(tenant.id, { connected: false }, NO_TOKEN)
  })
}

/**
 * Schedules the deletion of the tenant in thirty days, with its team, brand, credentials and audit log.
 * Returns the date.
 * @throws as `disconnect`
 */
export async function askForRemoval(viewer: Viewer, typed: string, now: Date = new Date()): Promise<Date> {
  const removalAt = new Date(now.getTime() + GRACE)
  await confirmed(viewer, 'connection.remove', typed, { removalAt: removalAt.toISOString() }, ({ id }) =>
    editTenant(id, { removalAt }),
  )
  return removalAt
}

/**
 * Cancels the deletion.
 * @throws Forbidden, Unavailable
 */
export async function cancelRemoval(viewer: Viewer): Promise<void> {
  permit(viewer, 'connection.remove')
  const tenant = await tenantOf(viewer)
  const change = { ...about(tenant), after: { removalAt: null } }
  await recorded(viewer, 'connection.keep', change, () => editTenant(tenant.id, { removalAt: null }))
}

/**
 * Deletes the tenants whose thirty days are over, and ends their sessions; run by a job. Returns their
 * number.
 * @throws Unavailable
 */
export async function removeDueTenants(now: Date = new Date()): Promise<number> {
  let removed = 0
  for (const tenant of await tenantsToRemove(now)) {
    await endSessionsOfTenant(tenant)
    if (await deleteTenant(tenant, now)) removed += 1
  }
  return removed
}

async function confirmed(
  viewer: Viewer,
  verb: 'connection.disconnect' | 'connection.remove',
  typed: string,
  after: Readonly<Record<string, string>>,
  run: (tenant: TenantRecord) => Promise<void>,
): Promise<void> {
  permit(viewer, 'connection.remove')
  requireFresh(viewer)
  const tenant = await tenantOf(viewer)
  if (!isConfirmed(typed, tenant.name)) {
    throw new Rejected({ name: 'messages.connection.typed' }, 'messages.connection.typed')
  }
  await recorded(viewer, verb, { ...about(tenant), after }, () => run(tenant))
}

function about({ name, account, removalAt }: TenantRecord) {
  return {
    subject: { kind: 'tenant', name, resource: { kind: 'account', ref: account } },
    path: [],
    before: { removalAt: removalAt?.toISOString() ?? null },
  } as const
}
