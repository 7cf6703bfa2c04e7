import { Client } from 'pg'
import { afterEach, expect, test } from 'vitest'
import { startPostgres, type Postgres } from '../services/postgres.ts'
import { keptDatabase } from './kept-database.ts'

let postgres: Postgres | undefined
afterEach(async () => postgres?.stop())

/** Runs a query and returns the first column of the result. */
async function query(url: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows.map((row) => Object.values(row)[0])
  } finally {
    await client.end()
  }
}

test('a database is filled once and then kept, unless filling it failed or a fresh one is requested', async () => {
  postgres = await startPostgres()
  const plan = { name: 'demo 5.0', fresh: false }
  const fill = async (url: string) => void (await query(url, "create table notes as select 'filled' as note"))
  const fail = async (url: string) => {
    await query(url, 'create table notes (note text)')
    throw new Error('no Kazoo')
  }
  await expect(keptDatabase(postgres, { ...plan, fill: fail })).rejects.toThrow('no Kazoo')
  const url = await keptDatabase(postgres, { ...plan, fill })
  expect(await query(url, "insert into notes values ('written') returning note")).toEqual(['written'])
  expect(await keptDatabase(postgres, { ...plan, fill: fail })).toBe(url)
  expect(await query(url, 'select note from notes')).toEqual(['filled', 'written'])
  expect(await keptDatabase(postgres, { ...plan, fresh: true, fill })).toBe(url)
  expect(await query(url, 'select note from notes')).toEqual(['filled'])
})
