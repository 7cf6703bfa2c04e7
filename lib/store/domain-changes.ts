// What becomes of a tenant's domains: looked at, live, suspended, the main one, removed.
import 'server-only'
import type { DomainState } from '../views/custom-domain.ts'
import { anyChosen } from './claim-due.ts'
import { database, type Database } from './database.ts'
import { accountColumns, asRecord, clearPrimary, type DomainAccount, type DomainRecord } from './domains.ts'
import { Conflict } from './errors.ts'

/** Who has taken a domain to look at it and is not heard of again has died: it is due again after this long, in ms. */
const CLAIM_MS = 60_000

/** What a look at DNS changes of a record. */
export type DomainCheck = {
  state: DomainState
  provedAt: Date | null
  checkedAt: Date
  dueAt: Date
  good: number
  bad: number
  badSince: Date | null
  answers: unknown
  why: string | null
}

/** Takes up to `most` domains that are due, so that nobody else looks at them meanwhile. @throws Unavailable */
export async function claimDueDomains(now: Date, most: number): Promise<readonly DomainRecord[]> {
  const db = database()
  const due = db.selectFrom('domains').select('id').where('due_at', '<=', now).orderBy('due_at')
  const claimed = db.updateTable('domains').set({ due_at: new Date(now.getTime() + CLAIM_MS) })
  const first = anyChosen<string>(due.limit(most).forUpdate().skipLocked())
  return (await claimed.where('id', '=', first).returningAll().execute()).map(asRecord)
}

/**
 * Keeps what a look found, unless another look came before it (`overtaken`), or the host is live for another tenant (`taken`): then nothing is
 * kept. `also` runs in the same transaction. @throws Unavailable
 */
export async function recordDomainCheck(
  before: DomainRecord,
  look: DomainCheck,
  also: (db: Database) => Promise<unknown> = () => Promise.resolve(),
): Promise<'kept' | 'overtaken' | 'taken'> {
  try {
    return await database()
      .transaction()
      .execute(async (db) => {
        const done = await db
          .updateTable('domains')
          .set({
            state: look.state,
            proved_at: look.provedAt,
            checked_at: look.checkedAt,
            due_at: look.dueAt,
            looks: before.checks + 1,
            good: look.good,
            bad: look.bad,
            bad_since: look.badSince,
            answers: JSON.stringify(look.answers),
            why: look.why,
          })
          .where('id', '=', before.id)
          .where('looks', '=', before.checks)
          .executeTakeFirst()
        if (done.numUpdatedRows !== 1n) return 'overtaken'
        await also(db)
        return 'kept'
      })
  } catch (error) {
    if (error instanceof Conflict && error.constraint === 'domains_live_host') return 'taken'
    throw error
  }
}

/** Makes a domain the tenant's main one, or with null the portal's own host. False, and nothing changed, when it is not live. */
export async function setPrimary(tenant: string, host: string | null): Promise<boolean> {
  return database()
    .transaction()
    .execute(async (db) => {
      const live = db
        .selectFrom('domains')
        .select('id')
        .where('tenant', '=', tenant)
        .where('state', '=', 'live')
      const chosen = host === null ? null : await live.where('host', '=', host).forUpdate().executeTakeFirst()
      if (chosen === undefined) return false
      await clearPrimary(db, tenant)
      if (chosen === null) return true
      await db.updateTable('domains').set({ is_primary: true }).where('id', '=', chosen.id).execute()
      return true
    })
}

/** Ties a domain to one account, or to none. False when there is no such domain. */
export async function setDomainAccount(
  { tenant, id }: DomainRecord,
  account: DomainAccount | null,
): Promise<boolean> {
  return database()
    .transaction()
    .execute(async (db) => {
      const domain = db
        .updateTable('domains')
        .set(accountColumns(tenant, id, account))
        .where('id', '=', id)
      const done = await domain.executeTakeFirst()
      return done.numUpdatedRows === 1n
    })
}

/** Removes a tenant's claim to a host, live or not. False when there is none. */
export async function deleteDomain(tenant: string, host: string): Promise<boolean> {
  const domain = database().deleteFrom('domains').where('tenant', '=', tenant).where('host', '=', host)
  return (await domain.executeTakeFirst()).numDeletedRows === 1n
}
