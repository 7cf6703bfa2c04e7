// Whether a tenant's Kazoo is known not to finish what its recovery mail begins: nobody is mailed then, and
// whoever asks is told whom to ask.
import 'server-only'
import type { TenantRecord } from '../../store/tenants.ts'

/** So long after it was found out, it is tried again, in ms: a Kazoo may have been mended. */
const BELIEVED = 24 * 60 * 60_000

/** Whether it was found out within a day. */
export function recoveryFails({ recoveryFailedAt: at }: TenantRecord, now = new Date()): boolean {
  return at !== null && now.getTime() - at.getTime() < BELIEVED
}
