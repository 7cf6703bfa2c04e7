import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startRedis, type PrivateRedis } from '../../scripts/services/redis.ts'
import { openRelay, type Relay } from '../../scripts/services/relay.ts'
import { setTestEnvironment } from '../../testing/store.ts'
import { Unavailable } from '../errors.ts'
import { closeRedis, runPipeline, withRedis, type RedisClient } from './redis.ts'

// docs/security.md row 14: the address stays the same while another server behind it becomes the master.
const PASSWORD = 'one-for-both'
type Server = { redis: PrivateRedis; admin: Redis }
let [master, standby]: Server[] = []
let relay: Relay

async function startServer(): Promise<Server> {
  const redis = await startRedis()
  const admin = new Redis(redis.url)
  await admin.config('SET', 'requirepass', PASSWORD)
  await admin.config('SET', 'masterauth', PASSWORD)
  return { redis, admin }
}

beforeAll(async () => {
  ;[master, standby] = await Promise.all([startServer(), startServer()])
  relay = await openRelay(both().master.redis.port)
  setTestEnvironment('postgres://nobody@127.0.0.1:1/none', {
    REDIS_URL: `redis://:${PASSWORD}@127.0.0.1:${relay.port}`,
  })
})

afterAll(async () => {
  await closeRedis()
  relay.close()
  for (const { admin, redis } of Object.values(both())) {
    admin.disconnect()
    await redis.stop()
  }
})

function both(): { master: Server; standby: Server } {
  if (master === undefined || standby === undefined) throw new Error('two servers are needed')
  return { master, standby }
}

/** Makes the other server the master for new connections. The test calls `demote` with the former master. */
async function failOver(demote: (old: Server, next: Server) => Promise<unknown>): Promise<Server> {
  const { master: old, standby: next } = both()
  await next.admin.replicaof('NO', 'ONE')
  await demote(old, next)
  relay.leadTo(next.redis.port)
  ;[master, standby] = [next, old]
  return old
}

const replica = (old: Server, next: Server) => old.admin.replicaof('127.0.0.1', next.redis.port)
const who = () => withRedis((redis) => redis.get('who'))
const write = (name: string) => withRedis((redis) => redis.set(name, 'written'))

/** How many attempts fail before one succeeds, at most three, one after the other. */
async function refusedBefore(attempt: () => Promise<unknown>): Promise<number> {
  for (let refused = 0; refused <= 3; refused += 1) {
    try {
      await attempt()
      return refused
    } catch (error) {
      expect(error).toBeInstanceOf(Unavailable)
    }
  }
  throw new Error('it does not recover')
}

const reply = (key: string) => (redis: RedisClient) => redis.eval(`return redis.error_reply(ARGV[1])`, 0, key)

describe('an open connection still leads to the former master: up to three requests fail, the next succeeds', () => {
  test.each([
    ['a command', write],
    ['a pipeline', (name: string) => runPipeline((pipeline) => pipeline.get(name).set(name, 'written'))],
    [
      'a script',
      (name: string) =>
        withRedis((redis) => redis.eval(`return redis.call('set', KEYS[1], 'written')`, 1, name)),
    ],
  ])('READONLY at %s', async (kind, attempt) => {
    const name = `by ${kind}`
    await attempt(`${name}, before`)
    await failOver(replica)
    expect(await refusedBefore(() => attempt(name))).toBeGreaterThan(0)
    expect(await both().master.admin.get(name)).toBe('written')
  })

  test('MASTERDOWN', async () => {
    await write('before')
    const old = await failOver(async ({ admin }) => {
      await admin.config('SET', 'replica-serve-stale-data', 'no')
      await admin.replicaof('127.0.0.1', 1)
    })
    expect(await refusedBefore(() => withRedis((redis) => redis.get('before')))).toBeGreaterThan(0)
    await old.admin.config('SET', 'replica-serve-stale-data', 'yes')
  })

  test('NOREPLICAS, from a master that lost its replicas', async () => {
    await write('before')
    const old = await failOver(({ admin }) => admin.config('SET', 'min-replicas-to-write', '1'))
    expect(await refusedBefore(() => write('after'))).toBeGreaterThan(0)
    await old.admin.config('SET', 'min-replicas-to-write', '0')
  })

  test('NOAUTH, when the connection is no longer authenticated', async () => {
    await withRedis((redis) => redis.call('reset'))
    expect(await refusedBefore(() => write('after'))).toBeGreaterThan(0)
  })

  test.each([
    'LOADING Redis is loading the dataset in memory',
    "ERR Error running script (call to f_1): @user_script:1: @user_script: 1: -READONLY You can't write against a read only replica.",
  ])('%s', async (key) => {
    await write('before')
    const before = relay.accepted
    await expect(withRedis(reply(key))).rejects.toBeInstanceOf(Unavailable)
    await write('after')
    expect(relay.accepted).toBe(before + 1)
  })
})

test.each([
  ['OOM', "OOM command not allowed when used memory > 'maxmemory'."],
  ['MISCONF', 'MISCONF Redis is configured to save RDB snapshots, but it is unable to persist to disk.'],
  ['NOPERM', 'NOPERM User default has no permissions to access a key'],
  ['a message that quotes a code', 'ERR no such thing as READONLY'],
])('%s does not replace the connection', async (_kind, key) => {
  await write('before')
  const before = relay.accepted
  await expect(withRedis(reply(key))).rejects.toBeInstanceOf(Unavailable)
  await write('after')
  expect(relay.accepted).toBe(before)
})

test('sixty failed writes at once cause one new connection', async () => {
  await write('before')
  const { master: demoted, standby: other } = both()
  await replica(demoted, other)
  const before = relay.accepted
  const many = await Promise.allSettled(Array.from({ length: 60 }, () => write('storm')))
  expect(many.every(({ status }) => status === 'rejected')).toBe(true)
  expect(await withRedis((redis) => redis.ping())).toBe('PONG')
  expect(relay.accepted).toBe(before + 1)
  await demoted.admin.replicaof('NO', 'ONE')
})

describe('a connection without answers is replaced', () => {
  test('when the server hangs and another takes over; its late answers are dropped', async () => {
    const { master: frozen, standby: next } = both()
    await next.admin.replicaof('NO', 'ONE')
    await frozen.admin.set('who', 'frozen')
    await next.admin.set('who', 'next')
    expect(await who()).toBe('frozen')
    await failOver(async ({ redis }) => redis.pause())
    expect(await refusedBefore(who)).toBeGreaterThan(0)
    frozen.redis.resume()
    expect(await Promise.all(Array.from({ length: 20 }, who))).toEqual(
      Array.from({ length: 20 }, () => 'next'),
    )
  })

  test('when the network drops answers; a command that may have run is not sent again', async () => {
    await write('before')
    relay.freeze('answers')
    await expect(withRedis((redis) => redis.incr('counted'))).rejects.toBeInstanceOf(Unavailable)
    relay.freeze('old')
    expect(await refusedBefore(() => withRedis((redis) => redis.ping()))).toBeGreaterThan(0)
    expect(await withRedis((redis) => redis.get('counted'))).toBe('1')
  })

  test('when the server accepts connections and never replies', async () => {
    await write('before')
    relay.freeze()
    relay.cut()
    await expect(write('lost')).rejects.toBeInstanceOf(Unavailable)
    await expect(write('lost')).rejects.toBeInstanceOf(Unavailable)
    // From here on new connections work; old ones stay frozen.
    relay.freeze('old')
    expect(await refusedBefore(() => write('after'))).toBeGreaterThan(0)
  })
})
