import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, expect, test } from 'vitest'
import { startPostgres, type Postgres } from '../services/postgres.ts'
import { testFolder } from '../../testing/folder.ts'
import { keptDatabase } from './kept-database.ts'

let postgres: Postgres | undefined
afterEach(async () => postgres?.stop())

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows.map((row) => Object.values(row)[0])
  } finally {
    await client.end()
  }
}

/** Fills a database with one row. */
const fill = async (url: string) => void (await query(url, "create table notes as select 'first' as note"))
const refuse = () => Promise.reject(new Error('filled a second time'))

test('what a run wrote is there in the next one', async () => {
  const folder = join(testFolder(), 'kept')
  const start = () => startPostgres({ folder, password: 'of-the-checkout' })
  const plan = { name: 'demo-5.0', fresh: false }
  postgres = await start()
  await query(await keptDatabase(postgres, { ...plan, fill }), "insert into notes values ('second')")
  await postgres.stop()
  postgres = await start()
  const again = await keptDatabase(postgres, { ...plan, fill: refuse })
  expect(await query(again, 'select note from notes order by note')).toEqual(['first', 'second'])
})

test('a database is filled anew when that is wanted, and when it could not be filled to the end', async () => {
  postgres = await startPostgres()
  const plan = { name: 'demo-5.0', fresh: false, fill }
  const broken = async (url: string) => {
    await query(url, 'create table notes (note text)')
    throw new Error('no Kazoo')
  }
  await expect(keptDatabase(postgres, { ...plan, fill: broken })).rejects.toThrow('no Kazoo')
  const url = await keptDatabase(postgres, plan)
  await query(url, "insert into notes values ('second')")
  await keptDatabase(postgres, { ...plan, name: 'demo-4.3' })
  expect(await query(url, 'select count(*)::int from notes')).toEqual([2])
  await keptDatabase(postgres, { ...plan, fresh: true })
  expect(await query(url, 'select note from notes')).toEqual(['first'])
})
