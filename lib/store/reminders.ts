// Of whom people have to be reminded: trials that end or have ended, and tenants whose Kazoo refuses us.
import 'server-only'
import { database } from './database.ts'

export type EndingTrial = { tenant: string; endsAt: Date }
export type StoppedCredentials = { tenant: string; workedAt: Date; failedAt: Date }

/** The trials that end, or ended, between these instants, of tenants that nobody suspended or is about to remove. */
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

/** The tenants whose credentials Kazoo refuses: not where it was only out of reach. `workedAt`: when it last took them, or we got them. */
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
