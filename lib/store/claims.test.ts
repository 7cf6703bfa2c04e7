// Tests that a process claims as many rows as it asked for and no more, whichever plan Postgres chooses for
// the table.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testStore } from '../../testing/store.ts'
import { claimUnfinished, listUnfinished } from './audit-unfinished.ts'
import { closeDatabase, database } from './database.ts'
import { claimDueDomains } from './domain-changes.ts'
import { insertDomain } from './domains.ts'
import { runJob, writeJob } from './jobs.ts'
import { claimDueMailDomains, insertMailDomain } from './mail-domains.ts'
import { claimMail, writeToOutbox } from './outbox.ts'
import { newTenant } from '../../testing/new-tenant.ts'

const NOW = new Date()
/** Everything that is written below is due by then. */
const LATER = new Date(NOW.getTime() + 90_000)
let tenant: string

beforeAll(async () => {
  await testStore()
  tenant = await newTenant()
  // The plan that evaluates a subquery again for each row: Postgres chooses it for tables that it takes to be
  // short.
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(database())
  const name = sql.id(rows[0]?.name ?? '')
  for (const way of ['hashjoin', 'mergejoin', 'hashagg', 'sort', 'material'])
    await sql`alter database ${name} set ${sql.id(`enable_${way}`)} = off`.execute(database())
  await closeDatabase()
})
afterAll(closeDatabase)

const six = async (write: (at: number) => Promise<unknown>) => {
  for (let at = 0; at < 6; at++) await write(at)
}

test('as many domains and mail domains as requested are claimed', async () => {
  await six((at) =>
    insertDomain(database(), { tenant, host: `d${at}.example.com`, account: null, proof: 'p' }, NOW),
  )
  await six((at) => insertMailDomain({ tenant, domain: `m${at}.example.com`, proof: 'p' }, NOW))
  for (const left of [4, 2, 0]) {
    expect(await claimDueDomains(LATER, 2)).toHaveLength(2)
    expect(await claimDueMailDomains(LATER, 2)).toHaveLength(2)
    expect(await dueIn('domains')).toBe(left)
    expect(await dueIn('mail_domains')).toBe(left)
  }
})

test('one unfinished event, mail or job is claimed', async () => {
  await six(() => listUnfinished(tenant, randomUUID(), NOW))
  const mail = {
    tenant,
    member: null,
    recipient: 'ann@example.com',
    recipientName: 'Ann',
    language: 'en',
    mail: { kind: 'invented' },
    once: null,
  }
  await six(() => writeToOutbox(database(), mail, NOW))
  await six(() => writeJob(database(), 'invented', {}, NOW))
  for (let at = 0; at < 6; at++) {
    expect(await claimUnfinished(LATER)).not.toBeNull()
    expect(await claimMail(LATER)).not.toBeNull()
    expect(await runJob(LATER, () => Promise.resolve())).toBe(true)
  }
  expect(await claimUnfinished(LATER)).toBeNull()
  expect(await claimMail(LATER)).toBeNull()
  expect(await runJob(LATER, () => Promise.resolve())).toBe(false)
})

async function dueIn(table: 'domains' | 'mail_domains'): Promise<number> {
  const rows = await database().selectFrom(table).select('id').where('due_at', '<=', LATER).execute()
  return rows.length
}
