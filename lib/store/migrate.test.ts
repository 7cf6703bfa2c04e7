import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { freshDatabase } from '../../scripts/services/test-postgres.ts'
import { newKey, setTestEnvironment } from '../../scripts/services/test-store.ts'
import { seal } from '../sealed.ts'
import { closeDatabase, openDatabase } from './database.ts'
import { digestKey } from './digest-key.ts'
import { EnvelopeFault } from './envelope.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/list.ts'

let url: string

beforeAll(async () => {
  url = await freshDatabase()
  setTestEnvironment(url)
})

afterAll(closeDatabase)

async function rowsOf(statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

test('of five processes that start at once on an empty database, each migration is run by one', async () => {
  const runs = await Promise.all([1, 2, 3, 4, 5].map(() => migrate()))
  expect(runs.flat().toSorted()).toEqual(Object.keys(migrations))
  expect(await rowsOf('select id from digest_keys')).toEqual([{ id: 1 }])
})

test('the next start has nothing to do', async () => {
  expect(await migrate()).toEqual([])
})

test('of processes that need a digest key at once, all have the same one in the end', async () => {
  await rowsOf('delete from digest_keys')
  const stores = Array.from({ length: 8 }, () => openDatabase(seal<'url'>(url), 1))
  await Promise.all(stores.map((db) => sql`select 1`.execute(db)))
  const [first, ...others] = await Promise.all(stores.map(digestKey))
  for (const other of others) expect(first?.equals(other)).toBe(true)
  await Promise.all(stores.map((db) => db.destroy()))
})

test('all instants are stored with their zone', async () => {
  const naive = await rowsOf(
    `select table_name from information_schema.columns where table_schema = 'public' and data_type = 'timestamp without time zone'`,
  )
  expect(naive).toEqual([])
})

test('a portal whose DATA_KEYS are not those of the database does not start', async () => {
  vi.resetModules()
  setTestEnvironment(url, { DATA_KEYS: `1:${newKey()}` })
  const other = await import('./migrate.ts')
  await expect(other.migrate()).rejects.toMatchObject({ name: EnvelopeFault.name })
})
