// Reads which first steps of a trial are done, from the tables that they fill.
import 'server-only'
import { sql } from 'kysely'
import { database } from './database.ts'

/** What a tenant and one of its members have done so far; `dismissed`: the member wants no list of it. */
export type FirstStepFacts = {
  invited: boolean
  secondFactor: boolean
  branded: boolean
  domain: boolean
  dismissed: boolean
}

/** The facts of a member and their tenant, in one query; null: there is no such member. */
export async function firstStepFacts(member: string): Promise<FirstStepFacts | null> {
  const { rows } = await sql<FirstStepFacts>`
    select
      exists (select from members other where other.tenant = m.tenant and other.id <> m.id) as invited,
      m.totp_sealed is not null or exists (select from passkeys where member = m.id) as "secondFactor",
      exists (select from brand_versions where tenant = m.tenant) as branded,
      exists (select from domains where tenant = m.tenant) as domain,
      m.first_steps_dismissed_at is not null as dismissed
    from members m where m.id = ${member}`.execute(database())
  return rows[0] ?? null
}

/** Notes that a member wants no list of first steps any more. */
export async function dismissFirstStepsOf(member: string): Promise<void> {
  await database()
    .updateTable('members')
    .set({ first_steps_dismissed_at: new Date() })
    .where('id', '=', member)
    .execute()
}
