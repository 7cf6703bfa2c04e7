// Postgres for unit tests: one server for the whole run, started for the first test that needs it, and a
// database per caller.
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { Client, escapeIdentifier } from 'pg'
import { endLeftovers } from '../scripts/services/pid-files.ts'
import { runningFolder } from '../scripts/services/child.ts'
import { startPostgres, type Postgres } from '../scripts/services/postgres.ts'

const ASK = 'PORTAL_TEST_POSTGRES'

/** vitest's global set-up: offers the server, and ends it after the last test. */
export default async function offer(): Promise<() => Promise<void>> {
  await endLeftovers(runningFolder())
  let postgres: Promise<Postgres> | undefined
  const desk = createServer((_request, response) => {
    postgres ??= startPostgres()
    postgres.then(
      (server) => response.end(server.url('postgres')),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  }).listen(0, '127.0.0.1')
  await once(desk, 'listening')
  const address = desk.address()
  if (address === null || typeof address === 'string') throw new Error('this system gives no ports')
  process.env[ASK] = `http://127.0.0.1:${address.port}`
  return async () => {
    desk.close()
    await postgres?.then(
      (server) => server.stop(),
      () => undefined,
    )
  }
}

/**
 * The address of a new database. With `prepare` (for example the migrations) it is a copy of one that was
 * prepared once for the whole run under the name `kind`; `prepare` must close its connections. Throws outside
 * vitest.
 */
export async function freshDatabase(
  kind?: string,
  prepare?: (url: string) => Promise<void>,
): Promise<string> {
  const server = await serverUrl()
  const client = new Client({ connectionString: server })
  await client.connect()
  try {
    const template =
      kind !== undefined && prepare ? await prepared(client, server, kind, prepare) : 'template0'
    const name = `test_${randomUUID()}`
    await client.query(`create database ${escapeIdentifier(name)} template ${escapeIdentifier(template)}`)
    return named(server, name)
  } finally {
    await client.end()
  }
}

async function prepared(
  client: Client,
  server: string,
  kind: string,
  prepare: (url: string) => Promise<void>,
): Promise<string> {
  const name = `prepared_${kind}`
  const unfinished = `unfinished_${randomUUID()}`
  // One process prepares, the others wait; the final name is given only to a complete database.
  await client.query('select pg_advisory_lock(hashtext($1))', [name])
  const found = await client.query('select 1 from pg_database where datname = $1', [name])
  if (!found.rowCount) {
    await client.query(`create database ${escapeIdentifier(unfinished)} template template0`)
    await prepare(named(server, unfinished))
    await client.query(`alter database ${escapeIdentifier(unfinished)} rename to ${escapeIdentifier(name)}`)
  }
  await client.query('select pg_advisory_unlock(hashtext($1))', [name])
  return name
}

async function serverUrl(): Promise<string> {
  const desk = process.env[ASK]
  if (desk === undefined) throw new Error('freshDatabase works in tests that vitest runs')
  const answer = await fetch(desk)
  const text = await answer.text()
  if (!answer.ok) throw new Error(text)
  return text
}

function named(server: string, database: string): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.href
}
