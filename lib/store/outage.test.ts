import { once } from 'node:events'
import { rmSync, mkdtempSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPostgres, type Postgres } from '../../scripts/services/postgres.ts'
import { setTestEnvironment } from '../../scripts/services/test-store.ts'
import { Unavailable } from '../errors.ts'
import { closeDatabase, database } from './database.ts'

const kept = { folder: mkdtempSync(join(tmpdir(), 'portal-outage-')), password: 'only-for-this-test' }
let postgres: Postgres
let way: { server: Server; sockets: Set<Socket>; port: number; frozen: boolean }

beforeAll(async () => {
  postgres = await startPostgres(kept)
  way = await openWay()
  setTestEnvironment(`postgres://portal:${kept.password}@127.0.0.1:${way.port}/postgres`)
  await sql`create table notes (note text)`.execute(database())
})

afterAll(async () => {
  await closeDatabase()
  cutWay()
  way.server.close()
  await postgres.stop()
  rmSync(kept.folder, { recursive: true, force: true })
})

/** The one address the portal knows; behind it, Postgres may come back on another port. */
async function openWay(): Promise<typeof way> {
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    sockets.add(near)
    if (way.frozen) return
    const far = connect(Number(new URL(postgres.url('postgres')).port), '127.0.0.1')
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket)
      socket.pipe(other)
      socket.on('error', () => other.destroy())
      socket.on('close', () => other.destroy())
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    server,
    sockets,
    port: typeof address === 'object' && address !== null ? address.port : 0,
    frozen: false,
  }
}

function cutWay(): void {
  for (const socket of way.sockets) socket.destroy()
  way.sockets.clear()
}

/** From now on connections stay open, new ones too, and nothing passes. */
function freezeWay(): void {
  way.frozen = true
  for (const socket of way.sockets) socket.pause()
}

async function troubleOf(attempt: Promise<unknown>): Promise<{ trouble: string; ms: number }> {
  const start = performance.now()
  const error: unknown = await attempt.then(
    () => 'none',
    (reason: unknown) => reason,
  )
  const trouble =
    error instanceof Unavailable && error.neighbour === 'postgres' ? error.trouble : String(error)
  return { trouble, ms: performance.now() - start }
}

const works = async () => (await sql<{ n: number }>`select 1 as n`.execute(database())).rows[0]?.n === 1
const sleep = (seconds: number) => sql`select pg_sleep(${seconds})`.execute(database())
const write = () => sql`insert into notes select 'slow' from pg_sleep(1)`.execute(database())
const soon = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('stopped, every query fails within a moment; started again, the next one works', async () => {
  expect(await works()).toBe(true)
  await postgres.stop()
  for (let n = 0; n < 3; n += 1) {
    const { trouble, ms } = await troubleOf(works())
    expect(trouble).toBe('unreachable')
    expect(ms).toBeLessThan(2_100)
  }
  postgres = await startPostgres(kept)
  expect(await works()).toBe(true)
})

test('a restart between two queries costs no query', async () => {
  await Promise.all([1, 2, 3, 4].map(works))
  await postgres.stop()
  postgres = await startPostgres(kept)
  expect(await Promise.all([1, 2, 3, 4].map(works))).toEqual([true, true, true, true])
})

test('frozen, a new connection fails in 2 s and a used one in 6 s; thawed, all is well', async () => {
  expect(await works()).toBe(true)
  freezeWay()
  const ends = await Promise.all(Array.from({ length: 10 }, () => troubleOf(works())))
  const fresh = await troubleOf(works())
  way.frozen = false
  cutWay()
  for (const { trouble, ms } of [...ends, fresh]) {
    expect(trouble).toBe('unreachable')
    expect(ms).toBeLessThan(6_500)
  }
  expect(fresh.ms).toBeLessThan(2_500)
  expect(await works()).toBe(true)
})

test('a statement has 5 s, and the next one does not wait for it', async () => {
  const { trouble, ms } = await troubleOf(sleep(20))
  expect(trouble).toBe('limited')
  expect(ms).toBeGreaterThan(4_900)
  expect(ms).toBeLessThan(5_900)
  expect(await works()).toBe(true)
})

test('who finds no free connection within 2 s is told so', async () => {
  const busy = Promise.all(Array.from({ length: 10 }, () => sleep(3)))
  await soon(200)
  const { trouble, ms } = await troubleOf(works())
  expect(trouble).toBe('unreachable')
  expect(ms).toBeLessThan(2_300)
  await busy
  expect(await works()).toBe(true)
})

test('when the line is cut while something is written, nobody claims to know whether it was done', async () => {
  const [writing, reading] = [troubleOf(write()), troubleOf(sleep(1))]
  await soon(300)
  cutWay()
  expect((await writing).trouble).toBe('unknown')
  expect((await reading).trouble).toBe('unreachable')
  await soon(50)
  expect(await works()).toBe(true)
})

test('a transaction whose connection ends between two statements is not made, and the process lives', async () => {
  const broken = database()
    .transaction()
    .execute(async (trx) => {
      await sql`insert into notes values ('half')`.execute(trx)
      cutWay()
      await soon(100)
      await sql`insert into notes values ('whole')`.execute(trx)
    })
  expect((await troubleOf(broken)).trouble).toBe('unreachable')
  await soon(50)
  const { rows } = await sql`select from notes where note in ('half', 'whole')`.execute(database())
  expect(rows).toHaveLength(0)
})

test('when the line is cut while a transaction is committed, nobody claims to know whether it was', async () => {
  await sql`create function dawdle() returns trigger language plpgsql as
    'begin perform pg_sleep(1); return null; end'`.execute(database())
  await sql`create constraint trigger dawdle after insert on notes deferrable initially deferred
    for each row execute function dawdle()`.execute(database())
  const committing = database()
    .transaction()
    .execute((trx) => sql`insert into notes values ('late')`.execute(trx))
  const ended = troubleOf(committing)
  await soon(400)
  cutWay()
  expect((await ended).trouble).toBe('unknown')
  await soon(50)
  expect(await works()).toBe(true)
})

test('what Postgres says about a fault never comes along: it may quote what was written', async () => {
  const fault: unknown = await sql`select ('a-secret' || ${'-value'})::int`
    .execute(database())
    .catch((error: unknown) => error)
  expect(fault).toBeInstanceOf(Unavailable)
  const told = fault instanceof Unavailable ? `${fault.message} ${fault.stack} ${String(fault.cause)}` : ''
  expect(told).toContain('22P02')
  expect(told).not.toContain('secret')
})
