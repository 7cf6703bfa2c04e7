import { once } from 'node:events'
import { rmSync, mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPostgres, type Postgres } from '../../scripts/services/postgres.ts'
import { openRelay, type Relay } from '../../scripts/services/relay.ts'
import { endsBefore } from '../../testing/ends-before.ts'
import { setTestEnvironment } from '../../testing/store.ts'
import { Unavailable } from '../errors.ts'
import { closeDatabase, database } from './database.ts'

const password = 'only-for-this-test'
const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'portal-outage-')))
const kept = { folder: folders[0] ?? '', password }
let postgres: Postgres
/** The one address that the portal knows; behind it, Postgres may return on another port. */
let relay: Relay
const portOf = (server: Postgres) => Number(new URL(server.url('postgres')).port)

beforeAll(async () => {
  postgres = await startPostgres(kept)
  relay = await openRelay(portOf(postgres))
  setTestEnvironment(`postgres://portal:${password}@127.0.0.1:${relay.port}/postgres`)
  await sql`create table notes (note text)`.execute(database())
})

afterAll(async () => {
  await closeDatabase()
  relay.close()
  await postgres.stop()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

async function startAgain(): Promise<void> {
  postgres = await startPostgres(kept)
  relay.leadTo(portOf(postgres))
}

async function failureReasonOf(attempt: Promise<unknown>): Promise<string> {
  const error: unknown = await attempt.then(
    () => 'none',
    (reason: unknown) => reason,
  )
  return error instanceof Unavailable && error.dependency === 'postgres' ? error.reason : String(error)
}

/** The reason, and whether the error came within so many ms. */
async function failsWithin(
  ms: number,
  attempt: Promise<unknown>,
): Promise<{ reason: string; soon: boolean }> {
  const [reason, soon] = await Promise.all([failureReasonOf(attempt), endsBefore(ms, attempt)])
  return { reason, soon }
}

const works = async () => (await sql<{ n: number }>`select 1 as n`.execute(database())).rows[0]?.n === 1
const sleep = (seconds: number) => sql`select pg_sleep(${seconds})`.execute(database())
const write = () => sql`insert into notes select 'slow' from pg_sleep(1)`.execute(database())
const soon = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('while Postgres is stopped, every query fails quickly; after it is started again, the next one works', async () => {
  expect(await works()).toBe(true)
  await postgres.stop()
  for (let n = 0; n < 3; n += 1) {
    expect(await failsWithin(2_100, works())).toEqual({ reason: 'unreachable', soon: true })
  }
  await startAgain()
  expect(await works()).toBe(true)
})

test('a restart between two queries fails no query', async () => {
  await Promise.all([1, 2, 3, 4].map(works))
  await postgres.stop()
  await startAgain()
  expect(await Promise.all([1, 2, 3, 4].map(works))).toEqual([true, true, true, true])
})

/**
 * Less than the limit of a statement: no query waited for a dead one. The limit of a page is measured in
 * e2e/outage.spec.ts.
 */
const AT_ONCE = 4_000

test('while Postgres is frozen, every query fails at once, also a repeated one; afterwards all is well', async () => {
  expect(await works()).toBe(true)
  relay.freeze()
  const ends = await Promise.all(Array.from({ length: 30 }, () => failsWithin(AT_ONCE, works())))
  const again = [await failsWithin(AT_ONCE, works()), await failsWithin(AT_ONCE, works())]
  for (const failure of [...ends, ...again]) expect(failure).toEqual({ reason: 'unreachable', soon: true })
  relay.freeze('old')
  await expect.poll(() => works().catch(() => false), { timeout: 10_000 }).toBe(true)
})

test('a connection that receives nothing any more is closed at once, and so are the other open ones', async () => {
  await Promise.all([1, 2, 3, 4].map(works))
  relay.freeze('old')
  expect(await failsWithin(AT_ONCE, write())).toEqual({ reason: 'unknown', soon: true })
  expect(await Promise.all([1, 2, 3, 4].map(works))).toEqual([true, true, true, true])
})

test('a slow statement is waited for, because Postgres is alive', async () => {
  await sleep(3)
  expect(await works()).toBe(true)
})

test('a statement has 5 s, and the next one does not wait for it', async () => {
  const asked = sleep(20)
  const times = Promise.all([endsBefore(4_900, asked), endsBefore(5_900, asked)])
  expect(await failureReasonOf(asked)).toBe('limited')
  expect(await times).toEqual([false, true])
  expect(await works()).toBe(true)
})

test('a query that finds no free connection waits for one, longer than for a Postgres that is dead', async () => {
  const busy = Array.from({ length: 10 }, () => sleep(3))
  const waiting = Array.from({ length: 90 }, works)
  await Promise.all(busy)
  expect(await Promise.all(waiting)).toEqual(Array.from({ length: 90 }, () => true))
})

test('a query that waits for a connection also fails when Postgres freezes', async () => {
  const busy = Array.from({ length: 10 }, () => failsWithin(AT_ONCE, sleep(4)))
  await soon(200)
  const waiting = Array.from({ length: 10 }, () => failsWithin(AT_ONCE, works()))
  relay.freeze()
  for (const failure of await Promise.all([...busy, ...waiting]))
    expect(failure).toEqual({ reason: 'unreachable', soon: true })
  relay.freeze('old')
  await expect.poll(() => works().catch(() => false), { timeout: 10_000 }).toBe(true)
})

test('security row 14: a Postgres that is read-only after a failover is replaced by the writable one; one write is refused', async () => {
  const next = await startPostgres({ folder: folders[1] ?? '', password })
  await Promise.all([1, 2, 3, 4].map(works))
  await sql`alter system set default_transaction_read_only = on`.execute(database())
  await sql`select pg_reload_conf()`.execute(database())
  await expect
    .poll(
      async () => (await sql<{ it: string }>`show default_transaction_read_only`.execute(database())).rows,
    )
    .toEqual([{ default_transaction_read_only: 'on' }])
  relay.leadTo(portOf(next))
  expect(await failureReasonOf(sql`create table notes (note text)`.execute(database()))).toBe('unreachable')
  await sql`create table notes (note text)`.execute(database())
  await sql`insert into notes values ('after')`.execute(database())
  await postgres.stop()
  postgres = next
})

test('security row 14: where there is only a read-only Postgres, a write does not cost a connection each time', async () => {
  await Promise.all([1, 2, 3, 4].map(works))
  const before = relay.accepted
  const refused = await failureReasonOf(
    database()
      .transaction()
      .setAccessMode('read only')
      .execute((trx) => sql`insert into notes values ('never')`.execute(trx)),
  )
  expect(refused).toBe('unreachable')
  const many = Array.from({ length: 30 }, () =>
    database()
      .transaction()
      .setAccessMode('read only')
      .execute((trx) => sql`insert into notes values ('never')`.execute(trx)),
  )
  expect((await Promise.allSettled(many)).every(({ status }) => status === 'rejected')).toBe(true)
  expect(relay.accepted - before).toBeLessThanOrEqual(20)
})

test('security row 14: a Postgres that is starting up is reported as such at once, and the portal needs no restart', async () => {
  const key = ['SFATAL', 'VFATAL', 'C57P03', 'Mthe database system is starting up', '', ''].join('\0')
  const head = Buffer.alloc(5)
  head.write('E')
  head.writeInt32BE(key.length + 4, 1)
  const starting = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => socket.end(Buffer.concat([head, Buffer.from(key)])))
  }).listen(0, '127.0.0.1')
  await once(starting, 'listening')
  const address = starting.address()
  relay.leadTo(typeof address === 'object' && address !== null ? address.port : 0)
  relay.cut()
  await soon(50)
  expect(await failureReasonOf(works())).toBe('unreachable')
  relay.leadTo(portOf(postgres))
  expect(await works()).toBe(true)
  starting.close()
})

test('when the connection is lost during a write, the outcome is unknown', async () => {
  const [writing, reading] = [failureReasonOf(write()), failureReasonOf(sleep(1))]
  await soon(300)
  relay.cut()
  expect(await writing).toBe('unknown')
  expect(await reading).toBe('unreachable')
  await soon(50)
  expect(await works()).toBe(true)
})

test('a transaction whose connection ends between two statements is not carried out, and the process survives', async () => {
  const broken = database()
    .transaction()
    .execute(async (trx) => {
      await sql`insert into notes values ('half')`.execute(trx)
      relay.cut()
      await soon(100)
      await sql`insert into notes values ('whole')`.execute(trx)
    })
  expect(await failureReasonOf(broken)).toBe('unreachable')
  await soon(50)
  const { rows } = await sql`select from notes where note in ('half', 'whole')`.execute(database())
  expect(rows).toHaveLength(0)
})

test('when the connection is lost during a commit, the outcome is unknown', async () => {
  await sql`create function dawdle() returns trigger language plpgsql as
    'begin perform pg_sleep(1); return null; end'`.execute(database())
  await sql`create constraint trigger dawdle after insert on notes deferrable initially deferred
    for each row execute function dawdle()`.execute(database())
  const committing = database()
    .transaction()
    .execute((trx) => sql`insert into notes values ('late')`.execute(trx))
  const ended = failureReasonOf(committing)
  await soon(400)
  relay.cut()
  expect(await ended).toBe('unknown')
  await soon(50)
  expect(await works()).toBe(true)
})

test('no message of Postgres about a fault is passed on: it may quote what was written', async () => {
  const fault: unknown = await sql`select ('a-secret' || ${'-value'})::int`
    .execute(database())
    .catch((error: unknown) => error)
  expect(fault).toBeInstanceOf(Unavailable)
  const text = fault instanceof Unavailable ? `${fault.message} ${fault.stack} ${String(fault.cause)}` : ''
  expect(text).toContain('22P02')
  expect(text).not.toContain('secret')
})
