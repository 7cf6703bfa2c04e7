// The sessions of a member, in browsers of their own, against a real redis-server.
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

function begin(browser: TestBrowser, member: string): Promise<Session> {
  const person = {
    ...MEMBER_SESSION,
    principal: member,
    name: 'Ada',
    email: 'ada@example.com',
    role: 'owner' as const,
  }
  const tenant = { tenant: randomUUID(), tenantName: 'Acme', trialEndsAt: null, connected: true }
  const where = { origin: 'https://kazoo.example.com', granted: account() }
  return browser.run(() => openSession({ ...person, ...tenant, ...where }, seal('token')))
}

/** The session that the browser is in, as the next request would load it. */
function now(browser: TestBrowser): Promise<Session | null> {
  return browser.run(async () => {
    const id = await presentedId()
    return id === null ? null : loadSession(id, [])
  })
}

describe('the sessions of a member', () => {
  test('are listed with address and device, the last used first, and nobody else’s', async () => {
    const member = randomUUID()
    const [desk, phone] = [new TestBrowser('192.0.2.7'), new TestBrowser('198.51.100.9', 'a phone')]
    await begin(desk, member)
    await new Promise((done) => setTimeout(done, 20))
    const second = await begin(phone, member)
    await begin(new TestBrowser(), randomUUID())
    const listed = await sessionsOf(member)
    expect(listed.map(({ address, agent }) => [address, agent])).toEqual([
      ['198.51.100.9', 'a phone'],
      ['192.0.2.7', desk.agent],
    ])
    expect(listed[0]?.digest).toEqual(second.digest)
    await new Promise((done) => setTimeout(done, 30))
    await now(desk)
    const [first] = await sessionsOf(member)
    expect(first?.address).toBe('192.0.2.7')
    expect(first?.lastSeenAt).toBeGreaterThan(first?.startedAt ?? Infinity)
  })

  test('are not listed any more once they have ended', async () => {
    const member = randomUUID()
    const browser = new TestBrowser()
    await begin(browser, member)
    await browser.run(endSession)
    expect(await sessionsOf(member)).toEqual([])
    expect(await now(browser)).toBeNull()
  })

  test('security row 13: all end at once, but for the one that is spared', async () => {
    const member = randomUUID()
    const browsers = Array.from({ length: 5 }, () => new TestBrowser())
    const [mine] = await Promise.all(browsers.map((browser) => begin(browser, member)))
    if (mine === undefined) throw new Error('nobody')
    const stranger = new TestBrowser()
    await begin(stranger, randomUUID())
    expect(await endSessionsOf(member, mine.digest)).toBe(4)
    const left = await Promise.all(browsers.map(now))
    expect(left.map((session) => session !== null)).toEqual([true, false, false, false, false])
    expect(await endSessionsOf(member)).toBe(1)
    expect(await now(browsers[0] ?? stranger)).toBeNull()
    expect(await now(stranger)).not.toBeNull()
  })

  test('security row 13: a session goes on under another id with its ids and its end, and the id before is worth nothing', async () => {
    const browser = new TestBrowser()
    const session = await begin(browser, randomUUID())
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
    // Whoever still presents the old cookie is nobody, and cannot renew it either.
    const thief = new TestBrowser()
    for (const [name, value] of old) thief.jar.set(name, value)
    await expect(thief.run(() => renewSession(session))).rejects.toThrow()
    expect(await now(thief)).toBeNull()
  })

  test('a session that is renewed while all are ended does not escape', async () => {
    for (let round = 0; round < 20; round++) {
      const member = randomUUID()
      const browser = new TestBrowser()
      const session = await begin(browser, member)
      await Promise.allSettled([browser.run(() => renewSession(session)), endSessionsOf(member)])
      expect(await now(browser)).toBeNull()
    }
  })

  test('changes of a tenant reach a session that goes on, also two at once, and none that has ended', async () => {
    const browser = new TestBrowser()
    const { digest } = await begin(browser, randomUUID())
    await Promise.all([
      editSession(digest, { trialEndsAt: 7 }),
      editSession(digest, { tenantName: 'Acme & Sons' }, seal('another token')),
      editSession(digest, { connected: false }),
    ])
    const session = await now(browser)
    expect(session?.record).toMatchObject({ trialEndsAt: 7, tenantName: 'Acme & Sons', connected: false })
    expect(session?.token.equals(seal('another token'))).toBe(true)
    await browser.run(endSession)
    await editSession(digest, { trialEndsAt: 8 })
    expect(await now(browser)).toBeNull()
  })
})
