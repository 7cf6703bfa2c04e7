// Appends rows to the hash chain of their tenant's audit log, in one round trip, also when several processes
// append at once.
import 'server-only'
import { sql } from 'kysely'
import { CHAIN_START, hashOf, macOf, type ChainRow, type ChainLink } from './audit-chain.ts'
import type { SubjectKey } from './audit-subjects.ts'
import { database, type Database } from './database.ts'
import { digestKey } from './digest-key.ts'
import { Conflict } from './errors.ts'

/** A row without its position in the chain. */
export type NewRow = Omit<ChainRow, 'subject' | 'account'> & {
  subject: SubjectKey | null
  account: SubjectKey | null
}

type QueuedRow = { row: NewRow; resolve: (wrote: boolean) => void; reject: (error: unknown) => void }

/** How many rows of one tenant are appended together. */
const BATCH = 50
/** After this many failed attempts the end of the chain is locked until our rows are written. */
const MAX_ATTEMPTS = 3

/** The verb of a row that settles an event; it has the id of that event. */
export const SETTLE_VERB = 'audit.settle'
/**
 * An event without an outcome is not settled before this, because the process that began it may still be at
 * work.
 */
const SETTLE_AFTER_CRASH = '2 minutes'
/** An unconfirmed event is not settled before this, because Kazoo may still be carrying it out. */
const SETTLE_AFTER_UNKNOWN = '1 minute'

/** The end of each audit log as this process last saw it. It may be stale: Postgres compares. */
const knownEnds = new Map<string, ChainLink>()
const queues = new Map<string, QueuedRow[]>()

/**
 * Appends a row. A row that ends an event is appended only when its tenant has the row that opened it;
 * otherwise nothing is written, and the result is false. This process appends one batch per tenant at a time,
 * because two would compete for the same end.
 * @throws Unavailable, Conflict
 */
export function appendRow(row: NewRow): Promise<boolean> {
  const { promise, resolve, reject } = Promise.withResolvers<boolean>()
  const queue = queues.get(row.tenant)
  if (queue === undefined) {
    queues.set(row.tenant, [{ row, resolve, reject }])
    void drain(row.tenant)
  } else queue.push({ row, resolve, reject })
  return promise
}

async function drain(tenant: string): Promise<void> {
  const queue = queues.get(tenant) ?? []
  while (queue.length > 0) await appendBatch(tenant, queue.splice(0, BATCH))
  queues.delete(tenant)
}

async function appendBatch(tenant: string, batch: readonly QueuedRow[]): Promise<void> {
  try {
    const wrote = await appendNow(
      tenant,
      batch.map(({ row }) => row),
    )
    if (wrote || batch.length === 1) for (const { resolve } of batch) resolve(wrote)
    else await appendEach(tenant, batch)
  } catch (error) {
    // It is not known whether the rows were written.
    knownEnds.delete(tenant)
    // One of the rows existed already, so none was written: append the others one by one.
    if (error instanceof Conflict && batch.length > 1) await appendEach(tenant, batch)
    else for (const { reject } of batch) reject(error)
  }
}

async function appendEach(tenant: string, batch: readonly QueuedRow[]): Promise<void> {
  for (const one of batch) await appendBatch(tenant, [one])
}

async function appendNow(tenant: string, rows: readonly NewRow[]): Promise<boolean> {
  const db = database()
  let end = knownEnds.get(tenant) ?? (await endOf(db, tenant))
  for (let attempts = 0; attempts < MAX_ATTEMPTS; attempts += 1) {
    const { end: now, wrote } = await attempt(db, tenant, rows, end)
    knownEnds.set(tenant, now)
    if (wrote) return true
    if (now.seq === end.seq && now.hash === end.hash) return false
    end = now
  }
  return db.transaction().execute(async (trx) => {
    const heads = trx.selectFrom('audit_heads').select(['seq', 'hash']).where('tenant', '=', tenant)
    const head = await heads.forUpdate().executeTakeFirstOrThrow()
    const { end: now, wrote } = await attempt(trx, tenant, rows, head)
    knownEnds.set(tenant, now)
    return wrote
  })
}

/** The end of a tenant's audit log. Starts one where there is none. */
async function endOf(db: Database, tenant: string): Promise<ChainLink> {
  const heads = db.selectFrom('audit_heads').select(['seq', 'hash']).where('tenant', '=', tenant)
  const found = await heads.executeTakeFirst()
  if (found !== undefined) return found
  await db
    .insertInto('audit_heads')
    .values({ tenant, ...CHAIN_START, mac: macOf(await digestKey(db), 'head', tenant, CHAIN_START) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return heads.executeTakeFirstOrThrow()
}

const COLUMNS =
  sql.raw(`seq, hash, tenant, at, event, stage, opens, actor, actor_kind, actor_name, as_whom, impersonation, mode, reason,
  ticket, verb, subject, account, subject_kind, subject_name, path, before, after, outcome, reference, client_address, user_agent, undoes`)
const TYPED =
  sql.raw(`seq bigint, hash text, tenant uuid, at timestamptz, event uuid, stage text, opens boolean, actor uuid,
  actor_kind text, actor_name text, as_whom text, impersonation uuid, mode text, reason text, ticket text, verb text, subject bigint,
  account bigint, subject_kind text, subject_name text, path jsonb, before jsonb, after jsonb, outcome text, reference text,
  client_address text, user_agent text, undoes uuid`)

/**
 * Appends the rows if the audit log still ends at `end`, and returns its end. The head is locked only while
 * they are written.
 */
async function attempt(
  db: Database,
  tenant: string,
  rows: readonly NewRow[],
  end: ChainLink,
): Promise<{ end: ChainLink; wrote: boolean }> {
  const key = await digestKey(db)
  let next = end
  const linked = rows.map(({ subject, account, ...rest }) => {
    const hashed = { ...rest, subject: subject?.digest ?? null, account: account?.digest ?? null }
    next = { seq: next.seq + 1, hash: hashOf(key, next, hashed) }
    return { ...rest, ...next, subject: subject?.id ?? null, account: account?.id ?? null }
  })
  const endedEvents = rows.filter(({ opens }) => !opens).map(({ event }) => event)
  const found = await sql<ChainLink & { wrote: boolean }>`
    with head as (select seq, hash from audit_heads where tenant = ${tenant} for update),
    written as (
      insert into audit_events (${COLUMNS})
      select ${COLUMNS} from jsonb_to_recordset(${JSON.stringify(linked)}::jsonb) as fresh (${TYPED})
      where exists (select from head where seq = ${end.seq} and hash = ${end.hash}) and ${endedEvents.length}::int =
        (select count(*) from audit_events where tenant = ${tenant} and event = any(${endedEvents}::uuid[]) and opens)
      returning seq, event, tenant, at, stage, opens, verb),
    unfinished as (
      insert into audit_unfinished (event, tenant, began_at, due_at)
      select event, tenant, at, at + ${SETTLE_AFTER_CRASH}::interval from written where opens and stage = 'began'),
    waiting as (
      update audit_unfinished u set due_at = w.at + ${SETTLE_AFTER_UNKNOWN}::interval from written w
      where u.event = w.event and not w.opens and w.stage = 'unknown' and w.verb <> ${SETTLE_VERB}),
    finished as (
      delete from audit_unfinished u using written w
      where u.event = w.event and not w.opens and (w.stage <> 'unknown' or w.verb = ${SETTLE_VERB})),
    moved as (
      update audit_heads set seq = ${next.seq}, hash = ${next.hash}, mac = ${macOf(key, 'head', tenant, next)}
      where tenant = ${tenant} and exists (select from written) returning seq)
    select seq, hash, exists (select from moved) as wrote from head`.execute(db)
  const [now] = found.rows
  // The head was removed by SQL; nothing is written then.
  if (now === undefined) throw new Error('the head of an audit log is missing')
  return now.wrote ? { end: next, wrote: true } : { end: { seq: now.seq, hash: now.hash }, wrote: false }
}
