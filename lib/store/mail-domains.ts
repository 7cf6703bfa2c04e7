// The mail domains that tenants claim for single sign-on: whose each is, what proves it, and what DNS said of it.
import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { DomainState } from '../views/custom-domain.ts'
import { anyChosen } from './claim-due.ts'
import { database, type Database } from './database.ts'
import type { DomainCheck } from './domain-changes.ts'
import { Conflict } from './errors.ts'
import type { Schema } from './schema.ts'

/** A tenant's claim to a mail domain: an A-label name in lower case. Live: it is proved, and this tenant's alone. */
export type MailDomainRecord = {
  id: string
  tenant: string
  domain: string
  state: DomainState
  /** What the TXT record has to say. */
  proof: string
  addedAt: Date
  provedAt: Date | null
  checkedAt: Date | null
  dueAt: Date
  checks: number
  good: number
  bad: number
  badSince: Date | null
  /** What DNS said at the last look, as the domain wrote it. */
  answers: unknown
  why: string | null
}

/** Who has taken a domain to look at it and is not heard of again has died: it is due again after this long, in ms. */
const CLAIM_MS = 60_000

/** The claims of a tenant, by name. */
export async function mailDomainsOf(tenant: string): Promise<readonly MailDomainRecord[]> {
  const rows = select().where('tenant', '=', tenant).orderBy('domain')
  return (await rows.execute()).map(asRecord)
}

/** A tenant's claim to a mail domain, or null. */
export async function findMailDomain(tenant: string, domain: string): Promise<MailDomainRecord | null> {
  const rows = select().where('tenant', '=', tenant).where('domain', '=', domain)
  const row = await rows.executeTakeFirst()
  return row === undefined ? null : asRecord(row)
}

/** The tenant that has proved a mail domain, or null. */
export async function holderOfMailDomain(domain: string): Promise<string | null> {
  const row = await select().where('domain', '=', domain).where('state', '=', 'live').executeTakeFirst()
  return row?.tenant ?? null
}

/** Adds a claim, pending and due at once. @throws Conflict at `mail_domains_tenant_domain` */
export async function insertMailDomain(
  given: { tenant: string; domain: string; proof: string },
  now: Date,
): Promise<void> {
  const values = { ...given, id: randomUUID(), state: 'pending', added_at: now, due_at: now } as const
  await database().insertInto('mail_domains').values(values).execute()
}

/** Removes a claim, proved or not. False when there is none. */
export async function deleteMailDomain(tenant: string, domain: string): Promise<boolean> {
  const claim = database().deleteFrom('mail_domains').where('tenant', '=', tenant)
  return (await claim.where('domain', '=', domain).executeTakeFirst()).numDeletedRows === 1n
}

/** Takes up to `most` claims that are due, so that nobody else looks at them meanwhile. @throws Unavailable */
export async function claimDueMailDomains(now: Date, most: number): Promise<readonly MailDomainRecord[]> {
  const db = database()
  const due = db.selectFrom('mail_domains').select('id').where('due_at', '<=', now).orderBy('due_at')
  const claimed = db.updateTable('mail_domains').set({ due_at: new Date(now.getTime() + CLAIM_MS) })
  const first = anyChosen<string>(due.limit(most).forUpdate().skipLocked())
  return (await claimed.where('id', '=', first).returningAll().execute()).map(asRecord)
}

/**
 * Keeps what a look found, unless another look came before it (`overtaken`), or another tenant has proved the domain (`taken`): then nothing
 * is kept. `also` runs in the same transaction. @throws Unavailable
 */
export async function recordMailDomainCheck(
  before: MailDomainRecord,
  look: DomainCheck,
  also: (db: Database) => Promise<unknown> = () => Promise.resolve(),
): Promise<'kept' | 'overtaken' | 'taken'> {
  const kept = {
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
  }
  try {
    return await database()
      .transaction()
      .execute(async (db) => {
        const claim = db.updateTable('mail_domains').set(kept).where('id', '=', before.id)
        const done = await claim.where('looks', '=', before.checks).executeTakeFirst()
        if (done.numUpdatedRows !== 1n) return 'overtaken'
        await also(db)
        return 'kept'
      })
  } catch (error) {
    if (error instanceof Conflict && error.constraint === 'mail_domains_live') return 'taken'
    throw error
  }
}

function asRecord(row: Selectable<Schema['mail_domains']>): MailDomainRecord {
  return {
    id: row.id,
    tenant: row.tenant,
    domain: row.domain,
    state: row.state,
    proof: row.proof,
    addedAt: row.added_at,
    provedAt: row.proved_at,
    checkedAt: row.checked_at,
    dueAt: row.due_at,
    checks: row.looks,
    good: row.good,
    bad: row.bad,
    badSince: row.bad_since,
    answers: row.answers,
    why: row.why,
  }
}

function select() {
  return database().selectFrom('mail_domains').selectAll()
}
