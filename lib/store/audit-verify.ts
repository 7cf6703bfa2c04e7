// Whether a trail is whole: every row is at its place and says what it said, none is missing, and it ends where the portal last ended it.
import 'server-only'
import { sql } from 'kysely'
import { hashOf, macOf, type FoundRow, type ChainLink } from './audit-chain.ts'
import { misplaced, type AuditFlaw } from './audit-misplaced.ts'
import type { Database } from './database.ts'
import { digestKey } from './digest-key.ts'

/** From which row to which, and every flaw in between, in order. `head` is what an operator may write down elsewhere. */
export type AuditVerdict = { rows: number; from: number; head: ChainLink; flaws: readonly AuditFlaw[] }

const BATCH = 1_000
/** Of a trail that was rewritten whole, the first tell enough. */
const MOST_FLAWS = 100

/**
 * Reads the whole trail of a tenant, as it stands at one moment, in batches. Null when it has none. Whoever holds a copy of an older
 * database can put that back whole; only a `head` that was written down elsewhere tells. @throws Unavailable
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
    // Behind a gap the row before is not there to be asked; what it was is not known, but that it is gone was told.
    const follows = row.seq === before.seq + 1
    if (follows && hashOf(key, before, row) !== row.hash) suspects.push({ row, before })
    before = { seq: row.seq, hash: row.hash }
    if (flaws.length + suspects.length >= MOST_FLAWS) break
  }
  flaws.push(...misplaced(key, suspects))
  const cut = flaws.length < MOST_FLAWS && before.seq < end.seq
  if (cut) flaws.push({ what: 'missing', seq: before.seq + 1, to: end.seq })
  const ends =
    head.mac === macOf(key, 'head', tenant, end) && (before.seq !== end.seq || before.hash === end.hash)
  if (!ends) flaws.push({ what: 'end' })
  return { rows, from: anchor.seq + 1, head: end, flaws: flaws.toSorted((a, b) => placeOf(a) - placeOf(b)) }
}

async function withoutHead(db: Database, tenant: string): Promise<AuditVerdict | null> {
  const events = db.selectFrom('audit_events').select('seq').where('tenant', '=', tenant).limit(1)
  if ((await events.executeTakeFirst()) === undefined) return null
  return { rows: 0, from: 1, head: { seq: 0, hash: '' }, flaws: [{ what: 'end' }] }
}

/** The rows of a trail behind a place, in order, as their hashes see them. */
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

function placeOf(flaw: AuditFlaw): number {
  if ('seq' in flaw) return flaw.seq
  return flaw.what === 'anchor' ? 0 : Number.MAX_SAFE_INTEGER
}
