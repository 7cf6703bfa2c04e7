// Adds audit rows from before the hash chain to it: only for the chain's migration, in whose transaction it
// runs.
import 'server-only'
import { sql, type Kysely } from 'kysely'
import { CHAIN_START, hashOf, macOf, type ChainRow, type ChainLink } from './audit-chain.ts'
import { digestKey } from './digest-key.ts'
import type { Schema } from './schema.ts'

const BATCH = 1_000

/** Gives every row of every tenant its position, in the order in which they were written. */
export async function chainWhatStands(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ tenant: string }>`select distinct tenant from audit_events`.execute(db)
  for (const { tenant } of rows) {
    const key = await digestKey(db)
    let link = CHAIN_START
    for (let last = 0; ;) {
      const batch = await rowsAfter(db, tenant, last)
      if (batch.length === 0) break
      link = await chain(db, batch, link, (before, row) => hashOf(key, before, row))
      last = batch.at(-1)?.id ?? last
    }
    const mac = macOf(key, 'head', tenant, link)
    await sql`insert into audit_heads (tenant, seq, hash, mac) values (${tenant}, ${link.seq}, ${link.hash}, ${mac})`.execute(
      db,
    )
  }
}

type OldRow = ChainRow & { id: number }

async function rowsAfter(db: Kysely<Schema>, tenant: string, id: number): Promise<readonly OldRow[]> {
  const { rows } = await sql<OldRow>`
    select e.*, s.digest as subject, a.digest as account from audit_events e
      left join audit_subjects s on s.id = e.subject left join audit_subjects a on a.id = e.account
    where e.tenant = ${tenant} and e.id > ${id} order by e.id limit ${BATCH}`.execute(db)
  return rows
}

async function chain(
  db: Kysely<Schema>,
  rows: readonly OldRow[],
  from: ChainLink,
  hash: (before: ChainLink, row: ChainRow) => string,
): Promise<ChainLink> {
  let link = from
  const links = rows.map((row) => {
    link = { seq: link.seq + 1, hash: hash(link, row) }
    return { id: row.id, ...link }
  })
  await sql`
    update audit_events e set seq = n.seq, hash = n.hash
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as n (id bigint, seq bigint, hash text)
    where n.id = e.id`.execute(db)
  return link
}
