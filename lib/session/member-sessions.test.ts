// Tests the sessions of a member in several browsers, against a real redis-server.
import { TestBrowser } from '../../testing/browser.ts'
import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startRedis, type PrivateRedis } from '../../scripts/services/redis.ts'
import { newKey, setTestEnvironment } from '../../testing/store.ts'
import { seal } from '../sealed.ts'
import { presentedId } from './cookie.ts'
import { endSessionsOf, sessionsOf } from './member-sessions.ts'
import { withProxyIds, resolve } from './proxy-ids.ts'
import { editSession, loadSession, type Session } from './record.ts'
import { MEMBER_SESSION } from './record-doc.ts'
import { closeRedis } from './redis.ts'
import { openSession, endSession, renewSession } from './lifecycle.ts'

let redis: PrivateRedis
beforeAll(async () => {
  redis = await startRedis()
  setTestEnvironment('postgres://nobody@127.0.0.1:1/none', {
    REDIS_URL: redis.url,
    SESSION_KEYS: `1:${newKey()}`,
  })
})
afterAll(async () => {
  await closeRedis()
  await redis.stop()
})

const account = () => seal<'kazoo account'>(randomBytes(16).toString('hex'))

function start(browser: TestBrowser, member: string): Promise<Session> {
  const identity = {
    ...MEMBER_SESSION,
    principal: member,
    name: 'Ada',
    email: 'ada@example.com',
    role: 'owner' as const,
  }
  const tenant = { tenant: randomUUID(), tenantName: 'Acme', trialEndsAt: null, connected: true }
  const where = { origin: 'https://kazoo.example.com', granted: account() }
  return browser.run(() => openSession({ ...identity, ...tenant, ...where }, seal('token')))
}

/** The session that the browser's next request would load. */
function currentSession(browser: TestBrowser): Promise<Session | null> {
  return browser.run(async () => {
    const id = await presentedId()
    return id === null ? null : loadSession(id, [])
  })
}

describe('the sessions of a member', () => {
  test('are listed with address and browser, most recently used first, without those of other members', async () => {
    const member = randomUUID()
    const [desk, phone] = [new TestBrowser('192.0.2.7'), new TestBrowser('198.51.100.9', 'a phone')]
    await start(desk, member)
    await new Promise((done) => setTimeout(done, 20))
    const second = await start(phone, member)
    await start(new TestBrowser(), randomUUID())
    const listed = await sessionsOf(member)
    expect(listed.map(({ address, agent }) => [address, agent])).toEqual([
      ['198.51.100.9', 'a phone'],
      ['192.0.2.7', desk.agent],
    ])
    expect(listed[0]?.digest).toEqual(second.digest)
    await new Promise((done) => setTimeout(done, 30))
    await currentSession(desk)
    const [first] = await sessionsOf(member)
    expect(first?.address).toBe('192.0.2.7')
    expect(first?.lastSeenAt).toBeGreaterThan(first?.startedAt ?? Infinity)
  })

  test('are no longer listed after they ended', async () => {
    const member = randomUUID()
    const browser = new TestBrowser()
    await start(browser, member)
    await browser.run(endSession)
    expect(await sessionsOf(member)).toEqual([])
    expect(await currentSession(browser)).toBeNull()
  })

  test('security row 13: all end at once, except the one to keep', async () => {
    const member = randomUUID()
    const browsers = Array.from({ length: 5 }, () => new TestBrowser())
    const [mine] = await Promise.all(browsers.map((browser) => start(browser, member)))
    if (mine === undefined) throw new Error('there is no session')
    const stranger = new TestBrowser()
    await start(stranger, randomUUID())
    expect(await endSessionsOf(member, mine.digest)).toBe(4)
    const left = await Promise.all(browsers.map(currentSession))
    expect(left.map((session) => session !== null)).toEqual([true, false, false, false, false])
    expect(await endSessionsOf(member)).toBe(1)
    expect(await currentSession(browsers[0] ?? stranger)).toBeNull()
    expect(await currentSession(stranger)).not.toBeNull()
  })

  test('security row 13: a renewed session has a new id with its proxy ids and its end, and the old id is void', async () => {
    const browser = new TestBrowser()
    const session = await start(browser, randomUUID())
    const home = account()
    const shown = await withProxyIds(session, (issue) => issue('account', home))
    const before = await browser.run(presentedId)
    const old = new Map(browser.jar)
    const renewed = await browser.run(() => renewSession(session))
    expect(await browser.run(presentedId)).not.toBe(before)
    expect(await loadSession(before ?? '', [])).toBeNull()
    expect(renewed.record).toMatchObject({
      startedAt: session.record.startedAt,
      endsAt: session.record.endsAt,
    })
    expect(renewed.record.freshAt).toBeGreaterThanOrEqual(session.record.freshAt)
    expect((await resolve(renewed, 'account', shown)).equals(home)).toBe(true)
    // The old cookie opens no session, and cannot renew one.
    const thief = new TestBrowser()
    for (const [name, value] of old) thief.jar.set(name, value)
    await expect(thief.run(() => renewSession(session))).rejects.toThrow()
    expect(await currentSession(thief)).toBeNull()
  })

  test('a session that is renewed while all sessions are ended ends too', async () => {
    for (let round = 0; round < 20; round++) {
      const member = randomUUID()
      const browser = new TestBrowser()
      const session = await start(browser, member)
      await Promise.allSettled([browser.run(() => renewSession(session)), endSessionsOf(member)])
      expect(await currentSession(browser)).toBeNull()
    }
  })

  test('changes of a tenant reach a running session, also at the same time, and no ended one', async () => {
    const browser = new TestBrowser()
    const { digest } = await start(browser, randomUUID())
    await Promise.all([
      editSession(digest, { trialEndsAt: 7 }),
      editSession(digest, { tenantName: 'Acme & Sons' }, seal('another token')),
      editSession(digest, { connected: false }),
    ])
    const session = await currentSession(browser)
    expect(session?.record).toMatchObject({ trialEndsAt: 7, tenantName: 'Acme & Sons', connected: false })
    expect(session?.token.equals(seal('another token'))).toBe(true)
    await browser.run(endSession)
    await editSession(digest, { trialEndsAt: 8 })
    expect(await currentSession(browser)).toBeNull()
  })
})
