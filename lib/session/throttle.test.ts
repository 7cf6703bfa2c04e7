// Tests the throttle against a real redis-server: what it counts, delays and refunds.
import { Redis } from 'ioredis'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startRedis, type PrivateRedis } from '../../scripts/services/redis.ts'
import { newKey, setTestEnvironment } from '../../testing/store.ts'
import { Rejected, Unavailable } from '../errors.ts'
import { closeRedis } from './redis.ts'
import { newReference, requestStore } from './request.ts'
import { countAttempt, throttle, Throttled, throttledProof } from './throttle.ts'

let redis: PrivateRedis
let raw: Redis

beforeAll(async () => {
  redis = await startRedis()
  raw = new Redis(redis.url)
  raw.on('error', () => undefined)
  // An account has two attempts before it is delayed, a client sixteen before it is refused.
  const more = { REDIS_URL: redis.url, SESSION_KEYS: `1:${newKey()}`, SIGN_IN_ATTEMPTS: '2' }
  setTestEnvironment('postgres://nobody@127.0.0.1:1/none', more)
})
beforeEach(() => raw.flushall())
afterAll(async () => {
  await closeRedis()
  raw.disconnect()
  await redis.stop()
})

/** Runs `run` as a request from `address`. */
function from<T>(address: string, run: () => Promise<T>): Promise<T> {
  const facts = { reference: newReference(), address, agent: '', host: 'portal.example.com', path: '' }
  return requestStore().run({ ...facts, setStatus: () => undefined }, run)
}

/** What an attempt costs: `refused`, or a delay in ms. */
async function cost(who: string, account: string | null): Promise<string> {
  const result = await countAttempt('secret', who, account)
  return result.refused === null ? `${result.delay} ms` : 'refused'
}

/** The counted attempts, by kind of counter. */
async function counted(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const key of (await raw.keys('throttle:*')).toSorted()) {
    const kind = key.split(':')[3] ?? ''
    counts[kind] = (counts[kind] ?? 0) + (await raw.zcard(key))
  }
  return counts
}

/** Makes every counted attempt `ms` older. */
async function age(ms: number): Promise<void> {
  for (const key of await raw.keys('throttle:*')) {
    const entries = await raw.zrange(key, '0', '-1', 'WITHSCORES')
    for (let at = 0; at < entries.length; at += 2)
      await raw.zadd(key, String(Number(entries[at + 1]) - ms), entries[at] ?? '')
  }
}

const wrong = () => Promise.reject(new Rejected({}, 'messages.signIn.refused'))
const right = () => Promise.resolve('in')
/** The message that a client gets. */
const message = () =>
  from('203.0.113.1', () => throttle('secret')).then(
    () => 'in',
    (error: unknown) => (error instanceof Rejected ? error.userMessage : error),
  )

const attempt = (address: string) =>
  from(address, () => throttle('secret')).then(
    () => 'in',
    (error: unknown) => (error instanceof Throttled ? 'refused' : error),
  )

const unavailable = () => Promise.reject(new Unavailable('kazoo', 'unreachable'))

/** Mallory guesses, or signs in correctly, from one address. */
const guess = (at: number) =>
  from('203.0.113.1', () => throttledProof(`invented ${at}`, wrong)).catch((error: unknown) => error)
const own = () => from('203.0.113.1', () => throttledProof('mallory', right)).catch((error: unknown) => error)

describe('a client', () => {
  test('is refused at its limit, before an account or the total is counted', async () => {
    for (let at = 0; at < 16; at++) expect(await cost('mallory', `invented ${at}`)).toBe('0 ms')
    expect(await counted()).toEqual({ client: 16, account: 16, all: 16 })
    for (let at = 16; at < 1_000; at++) expect(await cost('mallory', `invented ${at}`)).toBe('refused')
    expect(await cost('mallory', 'ada')).toBe('refused')
    expect(await counted()).toEqual({ client: 16, account: 16, all: 16 })
    expect(await cost('bystander', 'ada')).toBe('0 ms')
  })

  test('takes one round trip to Redis per attempt', async () => {
    const monitor = await raw.duplicate().monitor()
    const seen: string[] = []
    monitor.on('monitor', (_time, args: string[], source: string) => {
      if (source !== 'lua') seen.push(String(args[0]).toLowerCase())
    })
    await cost('mallory', 'ada')
    await raw.ping()
    await expect.poll(() => seen).toContain('ping')
    monitor.disconnect()
    expect(seen).toEqual(['eval', 'ping'])
  })

  test('gets the time until the next attempt, which is then allowed', async () => {
    for (let at = 0; at < 16; at++) await cost('203.0.113.1', null)
    expect(await message()).toEqual({ key: 'messages.throttled', values: { minutes: 15 } })
    await age(15 * 60_000 - 90_000)
    expect(await message()).toEqual({ key: 'messages.throttled', values: { minutes: 2 } })
    await age(90_000)
    expect(await message()).toBe('in')
  })

  test('is a whole /64, or one IPv4 address in any spelling', async () => {
    for (let at = 0; at < 16; at++) expect(await attempt(`2001:db8:1:2:${at}::7`)).toBe('in')
    expect(await attempt('2001:DB8:1:2:ffff:ffff:ffff:ffff')).toBe('refused')
    expect(await attempt('2001:db8:1:3::7')).toBe('in')
    for (let at = 0; at < 16; at++) expect(await attempt('198.51.100.9')).toBe('in')
    expect(await attempt('::ffff:198.51.100.9')).toBe('refused')
    expect(await attempt('::ffff:c633:6409')).toBe('refused')
    expect(await attempt('198.51.100.10')).toBe('in')
    for (let at = 0; at < 16; at++) expect(await attempt('unknown')).toBe('in')
    expect(await attempt('made-up')).toBe('refused')
  })
})

describe('an account', () => {
  test('is delayed more with each attempt, up to a second, and never refused', async () => {
    const costs: string[] = []
    // A botnet: each attempt from another client.
    for (let at = 0; at < 200; at++) costs.push(await cost(`bot ${at}`, 'ada'))
    expect(costs.slice(0, 6)).toEqual(['0 ms', '0 ms', '250 ms', '500 ms', '1000 ms', '1000 ms'])
    expect(new Set(costs.slice(4))).toEqual(new Set(['1000 ms']))
    expect(await cost('her own client', 'ada')).toBe('1000 ms')
    expect(await cost('her own client', 'bob')).toBe('0 ms')
    await age(15 * 60_000)
    expect(await cost('her own client', 'ada')).toBe('0 ms')
  })
})

describe('all clients together', () => {
  test('are delayed by half a second at most, and never refused', async () => {
    const costs: number[] = []
    for (let at = 0; at < 1_500; at++) {
      const result = await countAttempt('secret', `bot ${at}`, null)
      if (result.refused !== null) throw new Error('refused')
      costs.push(result.delay)
    }
    expect(Math.max(...costs.slice(0, 600))).toBe(0)
    expect(costs[600]).toBe(1)
    expect(costs[899]).toBe(250)
    expect(costs[1_199]).toBe(500)
    expect(Math.max(...costs)).toBe(500)
    expect(await cost('bystander', 'ada')).toBe('500 ms')
    await age(60_000)
    expect(await cost('bystander', 'bob')).toBe('0 ms')
  })
})

describe('a proof', () => {
  test('that succeeds refunds its own attempt and no other', async () => {
    await from('203.0.113.1', async () => {
      for (let at = 0; at < 3; at++) await expect(throttledProof(`invented ${at}`, wrong)).rejects.toThrow()
      expect(await counted()).toEqual({ client: 3, account: 3, all: 3 })
      expect(await throttledProof('mallory', right)).toBe('in')
      expect(await counted()).toEqual({ client: 3, account: 3, all: 3 })
    })
  })

  test('that could not be checked is refunded', async () => {
    await from('203.0.113.1', () =>
      expect(throttledProof('ada', unavailable)).rejects.toBeInstanceOf(Unavailable),
    )
    expect(await counted()).toEqual({})
  })

  test('that succeeds in between does not raise the limit for 150 guesses', async () => {
    let judged = 0
    for (let at = 0; at < 150; at++) {
      if (!((await guess(at)) instanceof Throttled)) judged += 1
      await own()
    }
    expect(judged).toBe(16)
  })

  test('by 100 users behind one address at once refuses none of them', async () => {
    let busy = 0
    let most = 0
    const slowly = async () => {
      busy += 1
      most = Math.max(most, busy)
      await raw.ping()
      busy -= 1
      return 'in'
    }
    const all = Array.from({ length: 100 }, (_, at) =>
      from('203.0.113.1', () => throttledProof(`colleague ${at}`, slowly)),
    )
    expect(new Set(await Promise.all(all))).toEqual(new Set(['in']))
    expect(most).toBeLessThanOrEqual(8)
    expect(await counted()).toEqual({})
  })
})

test('without Redis no attempt is allowed', async () => {
  redis.pause()
  try {
    await from('203.0.113.1', () => expect(throttle('secret')).rejects.toBeInstanceOf(Unavailable))
    const proof = from('203.0.113.1', () => throttledProof('ada', right))
    await expect(proof).rejects.toMatchObject({ dependency: 'redis' })
  } finally {
    redis.resume()
  }
})
