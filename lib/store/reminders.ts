// Finds what owners are reminded of: trials that end or have ended, and credentials that Kazoo refuses.
import 'server-only'
import { database } from './database.ts'

export type EndingTrial = { tenant: string; endsAt: Date }
export type StoppedCredentials = { tenant: string; workedAt: Date; failedAt: Date }

/**
 * Trials that end, or ended, between these instants, of tenants that are neither suspended nor about to be
 * removed.
 */
export async function trialsEndingBetween(from: Date, to: Date): Promise<readonly EndingTrial[]> {
  const rows = await database()
    .selectFrom('tenants')
    .select(['id', 'trial_ends_at'])
    .where('status', '=', 'active')
    .where('removal_at', 'is', null)
    .where('trial_ends_at', '>', from)
    .where('trial_ends_at', '<=', to)
    .execute()
  return rows.flatMap(({ id, trial_ends_at: endsAt }) => (endsAt === null ? [] : [{ tenant: id, endsAt }]))
}

/**
 * Tenants whose credentials Kazoo refuses; not those whose Kazoo is unreachable. `workedAt`: when Kazoo last
 * accepted them, or when they were stored.
 */
export async function refusedCredentials(): Promise<readonly StoppedCredentials[]> {
  const rows = await database()
    .selectFrom('credentials')
    .innerJoin('tenants', 'tenants.id', 'credentials.tenant')
    .select(['tenant', 'last_worked_at', 'last_error_at', 'credentials.created_at'])
    .where('status', '=', 'active')
    .where('removal_at', 'is', null)
    .where('last_error', '=', 'refused')
    .execute()
  return rows.map((row) => {
    const workedAt = row.last_worked_at ?? row.created_at
    return { tenant: row.tenant, workedAt, failedAt: row.last_error_at ?? workedAt }
  })
}
