// Stores what custom domains and mail domains have in common: a tenant claims a name, DNS has to prove it,
// and it is checked repeatedly.
import 'server-only'
import type { Selectable } from 'kysely'
import type { DomainState } from '../views/custom-domain.ts'
import { database, type Database } from './database.ts'
import { Conflict } from './errors.ts'
import type { Schema } from './schema.ts'

/** A tenant's claim to a name. Live: it is proved, and this tenant's alone. */
export type DomainClaim = {
  id: string
  tenant: string
  state: DomainState
  /** The required content of the TXT record; empty: the operator vouched for it. */
  proof: string
  addedAt: Date
  provedAt: Date | null
  checkedAt: Date | null
  dueAt: Date
  /** The number of all checks; of successive successful, or failed, ones; and since when they fail. */
  checks: number
  good: number
  bad: number
  badSince: Date | null
  /** The answers of DNS at the last check, as written by the domain layer. */
  answers: unknown
  /** Why it is not live, as one of our codes. */
  why: string | null
}

/** What a DNS check changes of a claim. */
export type DomainCheck = Omit<
  DomainClaim,
  'id' | 'tenant' | 'proof' | 'addedAt' | 'checkedAt' | 'checks'
> & {
  checkedAt: Date
}

/**
 * `overtaken`: another check came first. `taken`: the name is live for another tenant. Nothing is stored
 * then.
 */
type CheckEnd = 'kept' | 'overtaken' | 'taken'

/** The tables of claims. */
export type ClaimTable = 'domains' | 'mail_domains'

/** The index that lets a name be live for one tenant only. */
const LIVE_ONCE = { domains: 'domains_live_host', mail_domains: 'mail_domains_live' } as const

/** When a process that took a claim has died, the claim is due again after this long, in ms. */
const CLAIM_MS = 60_000

/** A row as a record, without the name. */
export function claimOf(row: Selectable<Schema[ClaimTable]>): DomainClaim {
  return {
    id: row.id,
    tenant: row.tenant,
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

/** When a claim that is taken now is due again. */
export function claimedUntil(now: Date): Date {
  return new Date(now.getTime() + CLAIM_MS)
}

/**
 * Stores what a check found, if no other check came first. `also` runs in the same transaction.
 * @throws Unavailable
 */
export async function recordDomainCheck(
  table: ClaimTable,
  before: DomainClaim,
  check: DomainCheck,
  also: (db: Database) => Promise<unknown> = () => Promise.resolve(),
): Promise<CheckEnd> {
  const columns = {
    state: check.state,
    proved_at: check.provedAt,
    checked_at: check.checkedAt,
    due_at: check.dueAt,
    looks: before.checks + 1,
    good: check.good,
    bad: check.bad,
    bad_since: check.badSince,
    answers: JSON.stringify(check.answers),
    why: check.why,
  }
  try {
    return await database()
      .transaction()
      .execute(async (db) => {
        const claim = db.updateTable(table).set(columns).where('id', '=', before.id)
        const result = await claim.where('looks', '=', before.checks).executeTakeFirst()
        if (result.numUpdatedRows !== 1n) return 'overtaken'
        await also(db)
        return 'kept'
      })
  } catch (error) {
    if (error instanceof Conflict && error.constraint === LIVE_ONCE[table]) return 'taken'
    throw error
  }
}
