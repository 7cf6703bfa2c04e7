// Verifies an audit log: every row is in its position and unchanged, none is missing, and the log ends where
// the portal last ended it.
import 'server-only'
import { sql } from 'kysely'
import { hashOf, macOf, type FoundRow, type ChainLink } from './audit-chain.ts'
import { misplaced, type AuditFlaw } from './audit-misplaced.ts'
import type { Database } from './database.ts'
import { digestKey } from './digest-key.ts'

/** The verified range and every flaw in it, in order. `head` is what an operator may note elsewhere. */
export type AuditVerdict = { rows: number; from: number; head: ChainLink; flaws: readonly AuditFlaw[] }

const BATCH = 1_000
/** After a complete rewrite, the first flaws are enough. */
const MAX_FLAWS = 100

/**
 * Reads a tenant's whole audit log, at one point in time, in batches. Null when it has none. A restored older
 * database looks complete; only a `head` that was noted elsewhere reveals it.
 * @throws Unavailable
 */
export async function verifyAuditLog(db: Database, tenant: string): Promise<AuditVerdict | null> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((trx) => verifyIn(trx, tenant))
}

async function verifyIn(db: Database, tenant: string): Promise<AuditVerdict | null> {
  const heads = db.selectFrom('audit_heads').selectAll().where('tenant', '=', tenant)
  const head = await heads.executeTakeFirst()
  if (head === undefined) return withoutHead(db, tenant)
  const key = await digestKey(db)
  const end: ChainLink = { seq: head.seq, hash: head.hash }
  const anchor: ChainLink = { seq: head.anchor_seq, hash: head.anchor_hash }
  const flaws: AuditFlaw[] = []
  const anchored =
    anchor.seq === 0 ? anchor.hash === '' : head.anchor_mac === macOf(key, 'anchor', tenant, anchor)
  if (!anchored) flaws.push({ what: 'anchor' })

  const suspects: { row: FoundRow; before: ChainLink }[] = []
  let before = anchor
  let rows = 0
  for await (const row of rowsAfter(db, tenant, anchor.seq)) {
    rows += 1
    if (row.seq > before.seq + 1) flaws.push({ what: 'missing', seq: before.seq + 1, to: row.seq - 1 })
    if (row.seq > end.seq) flaws.push({ what: 'beyond', seq: row.seq })
    // After a gap the previous row is missing, so this row's hash cannot be checked; the gap itself is
    // reported.
    const follows = row.seq === before.seq + 1
    if (follows && hashOf(key, before, row) !== row.hash) suspects.push({ row, before })
    before = { seq: row.seq, hash: row.hash }
    if (flaws.length + suspects.length >= MAX_FLAWS) break
  }
  flaws.push(...misplaced(key, suspects))
  const cut = flaws.length < MAX_FLAWS && before.seq < end.seq
  if (cut) flaws.push({ what: 'missing', seq: before.seq + 1, to: end.seq })
  const ends =
    head.mac === macOf(key, 'head', tenant, end) && (before.seq !== end.seq || before.hash === end.hash)
  if (!ends) flaws.push({ what: 'end' })
  return { rows, from: anchor.seq + 1, head: end, flaws: flaws.toSorted((a, b) => seqOf(a) - seqOf(b)) }
}

async function withoutHead(db: Database, tenant: string): Promise<AuditVerdict | null> {
  const events = db.selectFrom('audit_events').select('seq').where('tenant', '=', tenant).limit(1)
  if ((await events.executeTakeFirst()) === undefined) return null
  return { rows: 0, from: 1, head: { seq: 0, hash: '' }, flaws: [{ what: 'end' }] }
}

/** The rows of an audit log after a position, in order, with the content that their hashes cover. */
export async function* rowsAfter(
  db: Database,
  tenant: string,
  seq: number,
  limit?: number,
): AsyncGenerator<FoundRow> {
  const size = Math.min(limit ?? BATCH, BATCH)
  for (let last = seq; ;) {
    const { rows } = await sql<FoundRow>`
      select e.*, s.digest as subject, a.digest as account from audit_events e
        left join audit_subjects s on s.id = e.subject left join audit_subjects a on a.id = e.account
      where e.tenant = ${tenant} and e.seq > ${last} order by e.seq limit ${size}`.execute(db)
    yield* rows
    last = rows.at(-1)?.seq ?? last
    if (rows.length < size || limit !== undefined) return
  }
}

function seqOf(flaw: AuditFlaw): number {
  if ('seq' in flaw) return flaw.seq
  return flaw.what === 'anchor' ? 0 : Number.MAX_SAFE_INTEGER
}
