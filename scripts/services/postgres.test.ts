import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { testFolder } from '../../testing/folder.ts'
import { startPostgres } from './postgres.ts'
import { freshDatabase } from '../../testing/fresh-database.ts'

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(text)
    return rows.map((row) => Object.values(row)[0])
  } finally {
    await client.end()
  }
}

test('a fresh database is empty, and its contents are in no other database', async () => {
  const [mine, other] = [await freshDatabase(), await freshDatabase()]
  await query(mine, 'create table notes as select 1 as n')
  expect(await query(mine, 'select count(*)::int from notes')).toEqual([1])
  await expect(query(other, 'select 1 from notes')).rejects.toThrow('does not exist')
})

test('what is prepared once is in every copy, however many are requested at once', async () => {
  let times = 0
  const prepare = async (url: string) => {
    times += 1
    await query(url, "create table notes as select 'prepared' as n")
  }
  const urls = await Promise.all([1, 2, 3].map(() => freshDatabase('notes', prepare)))
  expect(times).toBe(1)
  expect(new Set(urls).size).toBe(3)
  for (const url of urls) expect(await query(url, 'select n from notes')).toEqual(['prepared'])
})

test('it handles upper and lower case of all letters, and has the extensions of the portal', async () => {
  const url = await freshDatabase()
  expect(await query(url, "select lower('ÄÉŁ')")).toEqual(['äéł'])
  for (const name of ['pg_trgm', 'citext', 'pgcrypto']) await query(url, `create extension ${name}`)
  expect(await query(url, "select similarity('device', 'devise') > 0.3")).toEqual([true])
})

test('paused, it answers no client, not even connected ones; resumed, it continues', async () => {
  const server = await startPostgres()
  try {
    const client = new Client({ connectionString: server.url('postgres') })
    await client.connect()
    server.child.pause()
    const answer = client.query('select 1')
    const early = await Promise.race([answer.then(() => 'answered'), sleep(300).then(() => 'silent')])
    expect(early).toBe('silent')
    server.child.resume()
    expect((await answer).rowCount).toBe(1)
    await client.end()
  } finally {
    await server.stop()
  }
})

test('with a folder to keep, the data are there at the next start, with the same password', async () => {
  const kept = { folder: join(testFolder(), 'kept'), password: 'of-the-checkout' }
  const first = await startPostgres(kept)
  await query(first.url('postgres'), "create table notes as select 'kept' as note")
  await first.stop()
  const second = await startPostgres(kept)
  try {
    expect(await query(second.url('postgres'), 'select note from notes')).toEqual(['kept'])
  } finally {
    await second.stop()
  }
})
