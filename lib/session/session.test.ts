// Tests sessions and their proxy ids against a real redis-server.
import { randomBytes, randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { startRedis, type PrivateRedis } from '../../scripts/services/redis.ts'
import { endsBefore } from '../../testing/ends-before.ts'
import { newKey, setTestEnvironment } from '../../testing/store.ts'
import { NotFound, SignedOut } from '../errors.ts'
import type { ApiToken, KazooId } from '../kazoo/ids.ts'
import { seal, unseal } from '../sealed.ts'
import { KINDS, PREFIX, proxyId } from '../views/ids.ts'
import { idsKey, sessionDigest, sessionKey } from './keys.ts'
import { proxyIdFieldsIn, transferProxyIds, withProxyIds, resolve } from './proxy-ids.ts'
import { deleteSession, loadSession, replaceToken, storeSession, type Session } from './record.ts'
import { MEMBER_SESSION, type NewSession } from './record-doc.ts'
import { closeRedis, withRedis } from './redis.ts'
import { openBytes, sealBytes } from './seal-ring.ts'
import { renewToken } from './token.ts'

/** How long a session may be left idle. */
const IDLE_MS = 12_000

const hexId = () => randomBytes(16).toString('hex')
const account = (): KazooId<'account'> => seal(hexId())
const opaque = () => randomBytes(32).toString('base64url')
const token = (text: string): ApiToken => seal(text)

let redis: PrivateRedis
let raw: Redis

beforeAll(async () => {
  redis = await startRedis()
  raw = new Redis(redis.url)
  raw.on('error', () => undefined)
  setTestEnvironment('postgres://nobody@127.0.0.1:1/none', {
    REDIS_URL: redis.url,
    SESSION_KEYS: `2:${newKey()},1:${newKey()}`,
    SESSION_IDLE_MINUTES: String(IDLE_MS / 60_000),
  })
})

afterAll(async () => {
  await closeRedis()
  raw.disconnect()
  await redis.stop()
})

function draft(member: string = randomUUID()): NewSession {
  const identity = {
    ...MEMBER_SESSION,
    principal: member,
    name: 'Ada',
    email: 'ada@example.com',
    role: 'owner' as const,
  }
  return {
    ...identity,
    tenant: randomUUID(),
    tenantName: 'Acme',
    trialEndsAt: null,
    connected: true,
    origin: 'https://kazoo.example.com',
    granted: account(),
  }
}

async function startSession(member?: string): Promise<{ id: string; session: Session }> {
  const id = opaque()
  const session = await storeSession(id, draft(member), seal(opaque()), token('first token'))
  return { id, session }
}

async function trips(run: () => Promise<unknown>): Promise<string[]> {
  const monitor = await raw.duplicate().monitor()
  const seen: string[] = []
  monitor.on('monitor', (_time, args: string[], source: string) => {
    if (source !== 'lua') seen.push(String(args[0]).toLowerCase())
  })
  await run()
  await new Promise((done) => setTimeout(done, 50))
  monitor.disconnect()
  return seen
}

describe('a session', () => {
  test('is found by its id only, with its token', async () => {
    const { id, session } = await startSession()
    const loaded = await loadSession(id, [])
    expect(loaded?.record.principal).toBe(session.record.principal)
    expect(loaded && unseal(loaded.token)).toBe('first token')
    expect(await loadSession(opaque(), [])).toBeNull()
  })

  test('is stored in Redis under a digest and encrypted: its id, token and account cannot be read there', async () => {
    const { id, session } = await startSession()
    const everything = await raw.hgetall(sessionKey(sessionDigest(id)))
    const text = JSON.stringify([await raw.keys('*'), everything])
    for (const secret of [id, 'first token', unseal(session.record.granted), 'ada@example.com']) {
      expect(text).not.toContain(secret)
    }
  })

  test('security row 16: a record moved to the key of another session does not open', async () => {
    const [one, two] = [await startSession(), await startSession()]
    const stolen = await raw.hgetallBuffer(sessionKey(one.session.digest))
    await raw.hset(sessionKey(two.session.digest), stolen)
    expect(await loadSession(two.id, [])).toBeNull()
    expect(await loadSession(one.id, [])).not.toBeNull()
  })

  test('security row 16: a value encrypted for one purpose does not open for another in the same context', () => {
    const sealed = sealBytes('record', 'here', Buffer.from('text'))
    expect(openBytes('record', 'here', sealed)?.toString()).toBe('text')
    for (const purpose of ['cookie', 'ids', 'index', 'pending', 'work'] as const)
      expect(openBytes(purpose, 'here', sealed), purpose).toBeNull()
    expect(openBytes('record', 'elsewhere', sealed)).toBeNull()
  })

  test('security row 13: ends when it stays idle, and loading it extends it', async () => {
    const { id, session } = await startSession()
    const key = sessionKey(session.digest)
    const left = () => raw.pttl(key)
    expect(await left()).toBeLessThanOrEqual(IDLE_MS)
    // As if it had longer to go, or half of its time: whoever loads it gives it all of its time again, and no
    // more.
    for (const ms of [10 * IDLE_MS, IDLE_MS / 2]) {
      await raw.pexpire(key, ms)
      expect(await loadSession(id, [])).not.toBeNull()
      expect(await left()).toBeLessThanOrEqual(IDLE_MS)
      if (ms < IDLE_MS) expect(await left()).toBeGreaterThan(ms)
    }
    await raw.pexpire(key, 1)
    await expect.poll(() => raw.exists(key)).toBe(0)
    expect(await loadSession(id, [])).toBeNull()
  })

  test('security row 13: ends at its absolute end even while in use', async () => {
    const { id, session } = await startSession()
    const { endsAt } = session.record
    try {
      vi.useFakeTimers({ toFake: ['Date'], now: endsAt - 1 })
      expect(await loadSession(id, [])).not.toBeNull()
      vi.setSystemTime(endsAt)
      expect(await loadSession(id, [])).toBeNull()
    } finally {
      vi.useRealTimers()
    }
    expect(await raw.exists(sessionKey(session.digest))).toBe(1)
  })

  test('is gone after it was deleted, and a late token does not restore it', async () => {
    const { id, session } = await startSession()
    await deleteSession(session.digest)
    expect(await loadSession(id, [])).toBeNull()
    await expect(replaceToken(session.digest, token('late'))).rejects.toThrow(SignedOut)
    await expect(withProxyIds(session, (issue) => issue('account', account()))).rejects.toThrow(SignedOut)
    expect(await raw.exists(sessionKey(session.digest), idsKey(session.digest))).toBe(0)
  })
})

describe('proxy ids', () => {
  test('are the same each time they are issued, have 128 bits, and resolve to their reference', async () => {
    const { session } = await startSession()
    const ref = { account: account(), device: seal<'kazoo device'>(hexId()) }
    const [first, again] = await withProxyIds(
      session,
      (issue) => [issue('device', ref), issue('device', ref)] as const,
    )
    expect(first).toBe(again)
    expect(first).toMatch(/^dev_[\w-]{22}$/)
    const back = await resolve(session, 'device', first)
    expect(back.device.equals(ref.device) && back.account.equals(ref.account)).toBe(true)
  })

  test('resolve to ids of every form that Kazoo has', async () => {
    const { session } = await startSession()
    const home = account()
    const texts = [
      hexId(),
      hexId().toUpperCase(),
      'a'.repeat(33),
      '3F2504E0-4F89-41D3-9A0C-0305E82C3301',
      'b'.repeat(24),
      'c'.repeat(64),
    ]
    const ids = await withProxyIds(session, (issue) =>
      texts.map((text) => issue('vmbox', { account: home, vmbox: seal<'kazoo vmbox'>(text) })),
    )
    expect(new Set(ids).size).toBe(6)
    const back = await Promise.all(ids.map((id) => resolve(session, 'vmbox', id)))
    expect(back.map(({ vmbox }) => unseal(vmbox))).toEqual(texts)
    expect(back.every((ref) => ref.account.equals(home))).toBe(true)
  })

  test('resolve for each kind after the session is loaded again', async () => {
    const { id, session } = await startSession()
    const home = account()
    const user = { account: home, user: seal<'kazoo user'>(hexId()) }
    const cursor = { account: home, cursor: seal<'kazoo cursor'>('g20AAAAEYWNtZQ') }
    const ids = await withProxyIds(session, (issue) => ({
      account: issue('account', home),
      user: issue('user', user),
      cursor: issue('cursor', cursor),
    }))
    const later = await loadSession(id, [])
    if (later === null) throw new Error('the session is gone')
    expect((await resolve(later, 'account', ids.account)).equals(home)).toBe(true)
    expect((await resolve(later, 'user', ids.user)).user.equals(user.user)).toBe(true)
    expect((await resolve(later, 'cursor', ids.cursor)).cursor.equals(cursor.cursor)).toBe(true)
  })

  test('security row 2: of another session, another kind, or malformed are not found', async () => {
    const [one, two] = [await startSession(), await startSession()]
    const home = account()
    const id = await withProxyIds(one.session, (issue) => issue('account', home))
    await withProxyIds(two.session, (issue) => issue('account', account()))
    await expect(resolve(two.session, 'account', id)).rejects.toThrow(NotFound)
    for (const kind of KINDS.filter((each) => each !== 'account')) {
      await expect(resolve(one.session, kind, PREFIX[kind] + id.slice(4))).rejects.toThrow(NotFound)
      await expect(resolve(one.session, kind, id)).rejects.toThrow(NotFound)
    }
    const last = id.endsWith('A') ? 'Q' : 'A'
    for (const wrong of [
      id.slice(0, -1) + last,
      `${id}A`,
      id.toUpperCase(),
      '',
      null,
      7,
      {},
      [id],
      `${id}\n`,
      hexId(),
    ]) {
      await expect(resolve(one.session, 'account', wrong)).rejects.toThrow(NotFound)
    }
  })

  test('security row 2: of one reference differ between sessions, and of one text between kinds', async () => {
    const home = account()
    const same = hexId()
    const bodies = async () => {
      const { session } = await startSession()
      const ids = await withProxyIds(session, (issue) => [
        issue('account', home),
        issue('user', { account: home, user: seal<'kazoo user'>(same) }),
        issue('device', { account: home, device: seal<'kazoo device'>(same) }),
        issue('vmbox', { account: home, vmbox: seal<'kazoo vmbox'>(same) }),
      ])
      return ids.map((id) => id.slice(4))
    }
    expect(new Set([...(await bodies()), ...(await bodies())]).size).toBe(8)
  })

  test('security row 16: of an entry moved to another id do not resolve', async () => {
    const { session } = await startSession()
    const [mine, other] = await withProxyIds(
      session,
      (issue) => [issue('account', account()), issue('account', account())] as const,
    )
    const key = idsKey(session.digest)
    const [from, to] = [proxyIdFieldsIn(mine)[0], proxyIdFieldsIn(other)[0]]
    if (from === undefined || to === undefined) throw new Error('no fields')
    const entry = await raw.hgetBuffer(key, from)
    await raw.hset(key, to, entry ?? '')
    session.found.clear()
    await expect(resolve(session, 'account', other)).rejects.toThrow(NotFound)
  })

  test('take one round trip to issue, and none to resolve when they are in the URL', async () => {
    const { id, session } = await startSession()
    const refs = Array.from({ length: 500 }, () => ({
      account: account(),
      device: seal<'kazoo device'>(hexId()),
    }))
    let first = ''
    const issued = await trips(() =>
      withProxyIds(session, (issue) => {
        first = refs.map((ref) => issue('device', ref))[0] ?? ''
      }),
    )
    expect(issued).toEqual(['eval'])
    const loaded = await loadSession(id, proxyIdFieldsIn(`/devices/${first}`))
    if (loaded === null) throw new Error('the session is gone')
    expect(await trips(() => resolve(loaded, 'device', first))).toEqual([])
    expect(await trips(() => loadSession(id, proxyIdFieldsIn(`/devices/${first}`)))).toHaveLength(4)
  })

  test('pass to the next session of the same member in the same browser, and to no other member', async () => {
    const member = randomUUID()
    const old = await startSession(member)
    const home = account()
    const id = await withProxyIds(old.session, (issue) => issue('account', home))
    const stranger = await startSession()
    await transferProxyIds(old.id, stranger.session)
    await expect(resolve(stranger.session, 'account', id)).rejects.toThrow(NotFound)
    const successor = await startSession(member)
    await transferProxyIds(old.id, successor.session)
    expect((await resolve(successor.session, 'account', proxyId('account', id))).equals(home)).toBe(true)
    expect(await raw.exists(idsKey(old.session.digest))).toBe(0)
  })
})

describe('an expired Kazoo token', () => {
  let calls = 0
  beforeEach(() => {
    calls = 0
  })
  const authenticate = async () => {
    calls += 1
    await new Promise((done) => setTimeout(done, 150))
    return token(`token ${calls}`)
  }

  test('security row 15: is renewed once for fifty requests that meet it', async () => {
    const { session } = await startSession()
    const stale = token('first token')
    const renewed = await Promise.all(
      Array.from({ length: 50 }, () => renewToken(session.digest, stale, authenticate)),
    )
    expect(calls).toBe(1)
    expect(new Set(renewed.map(unseal))).toEqual(new Set(['token 1']))
  })

  test('is not renewed again for a later request with the old one', async () => {
    const { session } = await startSession()
    await renewToken(session.digest, token('first token'), authenticate)
    expect(unseal(await renewToken(session.digest, token('first token'), authenticate))).toBe('token 1')
    expect(calls).toBe(1)
  })

  test('is not renewed by a request that read it before another renewed it and locked after', async () => {
    const { session } = await startSession()
    const key = sessionKey(session.digest)
    const before = await raw.hgetBuffer(key, 't')
    await replaceToken(session.digest, token('new'))
    const after = await raw.hgetBuffer(key, 't')
    await raw.hset(key, 't', before ?? '')
    // Reads are answered, and writes wait in order of arrival: the new token of the other request, then our
    // lock.
    const [other, watcher] = [raw.duplicate(), raw.duplicate()]
    const waiting = async () => String(await watcher.client('LIST')).match(/ flags=b /g)?.length ?? 0
    await watcher.client('PAUSE', 20_000, 'WRITE')
    try {
      const finishing = other.hset(key, 't', after ?? '')
      await vi.waitUntil(async () => (await waiting()) === 1, { interval: 5, timeout: 10_000 })
      const late = renewToken(session.digest, token('first token'), authenticate)
      await vi.waitUntil(async () => (await waiting()) === 2, { interval: 5, timeout: 10_000 })
      await watcher.client('UNPAUSE')
      await finishing
      expect(unseal(await late)).toBe('new')
      expect(calls).toBe(0)
    } finally {
      await watcher.client('UNPAUSE')
      other.disconnect()
      watcher.disconnect()
    }
  })

  test('that cannot be renewed fails for all waiting requests after one attempt', async () => {
    const { session } = await startSession()
    const refuse = async () => {
      calls += 1
      await new Promise((done) => setTimeout(done, 100))
      throw new Error('no')
    }
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, () => renewToken(session.digest, token('first token'), refuse)),
    )
    expect(all.every(({ status }) => status === 'rejected')).toBe(true)
    expect(calls).toBe(1)
  })
})

describe('security row 14: Redis', () => {
  test('fails within two seconds when stopped, and recovers when it is back', async () => {
    await redis.stop()
    const loading = loadSession(opaque(), [])
    expect(await endsBefore(2_000, loading)).toBe(true)
    await expect(loading).rejects.toMatchObject({
      name: 'Unavailable',
      dependency: 'redis',
    })
    await redis.start()
    await expect.poll(() => loadSession(opaque(), []).catch(() => 'down'), { timeout: 5_000 }).toBeNull()
  })

  test('fails within two seconds when it hangs, and recovers when it goes on', async () => {
    redis.pause()
    const loading = loadSession(opaque(), [])
    expect(await endsBefore(2_000, loading)).toBe(true)
    await expect(loading).rejects.toMatchObject({
      name: 'Unavailable',
      dependency: 'redis',
    })
    redis.resume()
    await expect.poll(() => loadSession(opaque(), []).catch(() => 'down'), { timeout: 5_000 }).toBeNull()
  })

  test('does not time out when this process is busy', async () => {
    const name = opaque()
    await withRedis(async (client) => {
      for (let turn = 0; turn < 10; turn++) {
        await client.incr(name)
        busyFor(200)
      }
    })
    expect(await withRedis((client) => client.getdel(name))).toBe('10')
  })
})

/** Blocks the process for this many ms. */
function busyFor(ms: number): void {
  const until = performance.now() + ms
  while (performance.now() < until);
}
