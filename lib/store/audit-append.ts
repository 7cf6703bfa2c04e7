// How a row is put at the end of its tenant's chain: in one round trip, whichever processes append at once.
import 'server-only'
import { sql } from 'kysely'
import { BEGINNING, hashOf, macOf, type ChainRow, type Link } from './audit-chain.ts'
import type { SubjectKey } from './audit-subjects.ts'
import { database, type Database } from './database.ts'
import { digestKey } from './digest-key.ts'

/** A row without its place in the chain. */
export type NewRow = Omit<ChainRow, 'subject' | 'account'> & {
  subject: SubjectKey | null
  account: SubjectKey | null
}

/** After so many rows of others in between, the end of the chain is held until ours is there. */
const PATIENCE = 3

/** Where each trail ended when this process last saw it. Nothing depends on it being right: Postgres compares. */
const ends = new Map<string, Link>()
const queues = new Map<string, Promise<void>>()

/**
 * Appends a row. An `ending` is appended only where its tenant has the row that opened the event; else nothing is, and the answer is false.
 * One row of a tenant at a time in this process: two at once would only meet at the same end. @throws Unavailable, Conflict
 */
export async function appendRow(row: NewRow): Promise<boolean> {
  const { promise: turn, resolve: done } = Promise.withResolvers<void>()
  const before = queues.get(row.tenant)
  queues.set(row.tenant, turn)
  await before
  try {
    return await appendNow(row)
  } catch (error) {
    // It may have been written, or not.
    ends.delete(row.tenant)
    throw error
  } finally {
    done()
    if (queues.get(row.tenant) === turn) queues.delete(row.tenant)
  }
}

async function appendNow(row: NewRow): Promise<boolean> {
  const db = database()
  let end = ends.get(row.tenant) ?? (await endOf(db, row.tenant))
  for (let tries = 0; tries < PATIENCE; tries += 1) {
    const { end: now, wrote } = await attempt(db, row, end)
    ends.set(row.tenant, now)
    if (wrote) return true
    if (now.seq === end.seq && now.hash === end.hash) return false
    end = now
  }
  return db.transaction().execute(async (trx) => {
    const heads = trx.selectFrom('audit_heads').select(['seq', 'hash']).where('tenant', '=', row.tenant)
    const { end: now, wrote } = await attempt(trx, row, await heads.forUpdate().executeTakeFirstOrThrow())
    ends.set(row.tenant, now)
    return wrote
  })
}

/** The end of a trail; where there is none, it begins. */
async function endOf(db: Database, tenant: string): Promise<Link> {
  const heads = db.selectFrom('audit_heads').select(['seq', 'hash']).where('tenant', '=', tenant)
  const found = await heads.executeTakeFirst()
  if (found !== undefined) return found
  await db
    .insertInto('audit_heads')
    .values({ tenant, ...BEGINNING, mac: macOf(await digestKey(db), 'head', tenant, BEGINNING) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return heads.executeTakeFirstOrThrow()
}

/** Appends the row if the trail still ends at `end`; answers where it ends now. The head is locked before the row is written, and no longer than that takes. */
async function attempt(db: Database, row: NewRow, end: Link): Promise<{ end: Link; wrote: boolean }> {
  const key = await digestKey(db)
  const { subject, account, ...rest } = row
  const seen = { ...rest, subject: subject?.digest ?? null, account: account?.digest ?? null }
  const next: Link = { seq: end.seq + 1, hash: hashOf(key, end, seen) }
  const opened = row.opens
    ? sql``
    : sql`and exists (select from audit_events where tenant = ${row.tenant} and event = ${row.event} and opens)`
  const stored = {
    ...rest,
    ...next,
    subject: subject?.id ?? null,
    account: account?.id ?? null,
    path: json(row.path),
    before: json(row.before),
    after: json(row.after),
  }
  const columns = sql.join(Object.keys(stored).map((name) => sql.ref(name)))
  const { rows } = await sql<Link & { wrote: boolean }>`
    with head as (select seq, hash from audit_heads where tenant = ${row.tenant} for update),
    written as (
      insert into audit_events (${columns}) select ${sql.join(Object.values(stored))} from head
      where head.seq = ${end.seq} and head.hash = ${end.hash} ${opened}
      returning seq),
    moved as (
      update audit_heads set seq = ${next.seq}, hash = ${next.hash}, mac = ${macOf(key, 'head', row.tenant, next)}
      where tenant = ${row.tenant} and exists (select from written) returning seq)
    select seq, hash, exists (select from moved) as wrote from head`.execute(db)
  const [now] = rows
  // Without a head somebody has removed it by SQL; nothing is written then.
  if (now === undefined) throw new Error('a trail has lost its end')
  return now.wrote ? { end: next, wrote: true } : { end: { seq: now.seq, hash: now.hash }, wrote: false }
}

function json(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value)
}
