// How rows are put at the end of their tenant's chain: in one round trip, whichever processes append at once.
import 'server-only'
import { sql } from 'kysely'
import { CHAIN_START, hashOf, macOf, type ChainRow, type ChainLink } from './audit-chain.ts'
import type { SubjectKey } from './audit-subjects.ts'
import { database, type Database } from './database.ts'
import { digestKey } from './digest-key.ts'
import { Conflict } from './errors.ts'

/** A row without its place in the chain. */
export type NewRow = Omit<ChainRow, 'subject' | 'account'> & {
  subject: SubjectKey | null
  account: SubjectKey | null
}

type Waiting = { row: NewRow; resolve: (wrote: boolean) => void; reject: (error: unknown) => void }

/** Rows of one tenant that come at once go along together. */
const BATCH = 50
/** After so many rows of other processes in between, the end of the chain is held until ours are there. */
const PATIENCE = 3

/** The verb of the row that settles an event; its event is the one that it settles. */
export const SETTLE_VERB = 'audit.settle'
/** An event without an outcome is settled no sooner: the process that began it may be at it still. */
const PATIENCE_AFTER_DEATH = '2 minutes'
/** Kazoo may still be at a change that it did not confirm. */
const PATIENCE_AFTER_UNKNOWN = '1 minute'

/** Where each trail ended when this process last saw it. Nothing depends on it being right: Postgres compares. */
const ends = new Map<string, ChainLink>()
const lines = new Map<string, Waiting[]>()

/**
 * Appends a row. One that ends an event is appended only where its tenant has the row that opened it; else nothing is, and the answer is
 * false. One batch of a tenant at a time in this process: two at once would only meet at the same end. @throws Unavailable, Conflict
 */
export function appendRow(row: NewRow): Promise<boolean> {
  const { promise, resolve, reject } = Promise.withResolvers<boolean>()
  const line = lines.get(row.tenant)
  if (line === undefined) {
    lines.set(row.tenant, [{ row, resolve, reject }])
    void drain(row.tenant)
  } else line.push({ row, resolve, reject })
  return promise
}

async function drain(tenant: string): Promise<void> {
  const line = lines.get(tenant) ?? []
  while (line.length > 0) await settle(tenant, line.splice(0, BATCH))
  lines.delete(tenant)
}

async function settle(tenant: string, batch: readonly Waiting[]): Promise<void> {
  try {
    const wrote = await appendNow(
      tenant,
      batch.map(({ row }) => row),
    )
    if (wrote || batch.length === 1) for (const { resolve } of batch) resolve(wrote)
    else await settleEach(tenant, batch)
  } catch (error) {
    // They may have been written, or not.
    ends.delete(tenant)
    // One of them was there before, and so none was written: the others do not suffer for it.
    if (error instanceof Conflict && batch.length > 1) await settleEach(tenant, batch)
    else for (const { reject } of batch) reject(error)
  }
}

async function settleEach(tenant: string, batch: readonly Waiting[]): Promise<void> {
  for (const one of batch) await settle(tenant, [one])
}

async function appendNow(tenant: string, rows: readonly NewRow[]): Promise<boolean> {
  const db = database()
  let end = ends.get(tenant) ?? (await endOf(db, tenant))
  for (let tries = 0; tries < PATIENCE; tries += 1) {
    const { end: now, wrote } = await attempt(db, tenant, rows, end)
    ends.set(tenant, now)
    if (wrote) return true
    if (now.seq === end.seq && now.hash === end.hash) return false
    end = now
  }
  return db.transaction().execute(async (trx) => {
    const heads = trx.selectFrom('audit_heads').select(['seq', 'hash']).where('tenant', '=', tenant)
    const held = await heads.forUpdate().executeTakeFirstOrThrow()
    const { end: now, wrote } = await attempt(trx, tenant, rows, held)
    ends.set(tenant, now)
    return wrote
  })
}

/** The end of a trail; where there is none, it begins. */
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

/** Appends the rows if the trail still ends at `end`; answers where it ends now. The head is locked before they are written, and no longer than that takes. */
async function attempt(
  db: Database,
  tenant: string,
  rows: readonly NewRow[],
  end: ChainLink,
): Promise<{ end: ChainLink; wrote: boolean }> {
  const key = await digestKey(db)
  let next = end
  const linked = rows.map(({ subject, account, ...rest }) => {
    const seen = { ...rest, subject: subject?.digest ?? null, account: account?.digest ?? null }
    next = { seq: next.seq + 1, hash: hashOf(key, next, seen) }
    return { ...rest, ...next, subject: subject?.id ?? null, account: account?.id ?? null }
  })
  const ending = rows.filter(({ opens }) => !opens).map(({ event }) => event)
  const found = await sql<ChainLink & { wrote: boolean }>`
    with head as (select seq, hash from audit_heads where tenant = ${tenant} for update),
    written as (
      insert into audit_events (${COLUMNS})
      select ${COLUMNS} from jsonb_to_recordset(${JSON.stringify(linked)}::jsonb) as fresh (${TYPED})
      where exists (select from head where seq = ${end.seq} and hash = ${end.hash}) and ${ending.length}::int =
        (select count(*) from audit_events where tenant = ${tenant} and event = any(${ending}::uuid[]) and opens)
      returning seq, event, tenant, at, stage, opens, verb),
    unfinished as (
      insert into audit_unfinished (event, tenant, began_at, due_at)
      select event, tenant, at, at + ${PATIENCE_AFTER_DEATH}::interval from written where opens and stage = 'began'),
    waiting as (
      update audit_unfinished u set due_at = w.at + ${PATIENCE_AFTER_UNKNOWN}::interval from written w
      where u.event = w.event and not w.opens and w.stage = 'unknown' and w.verb <> ${SETTLE_VERB}),
    finished as (
      delete from audit_unfinished u using written w
      where u.event = w.event and not w.opens and (w.stage <> 'unknown' or w.verb = ${SETTLE_VERB})),
    moved as (
      update audit_heads set seq = ${next.seq}, hash = ${next.hash}, mac = ${macOf(key, 'head', tenant, next)}
      where tenant = ${tenant} and exists (select from written) returning seq)
    select seq, hash, exists (select from moved) as wrote from head`.execute(db)
  const [now] = found.rows
  // Without a head somebody has removed it by SQL; nothing is written then.
  if (now === undefined) throw new Error('a trail has lost its end')
  return now.wrote ? { end: next, wrote: true } : { end: { seq: now.seq, hash: now.hash }, wrote: false }
}
