// Tracks whether a tenant's Kazoo cannot complete a recovery by mail: then no mail is sent, and the page
// names a contact instead.
import 'server-only'
import type { TenantRecord } from '../../store/tenants.ts'

/** How long after a failure recovery is tried again, in ms: Kazoo may have been repaired. */
const RETRY_AFTER_MS = 24 * 60 * 60_000

/** Whether it failed within the last day. */
export function recoveryFails({ recoveryFailedAt: at }: TenantRecord, now = new Date()): boolean {
  return at !== null && now.getTime() - at.getTime() < RETRY_AFTER_MS
}
