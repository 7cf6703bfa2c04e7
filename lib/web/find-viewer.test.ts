// Tests who the viewer is, by cookie, host and path: against a real Redis and a real Postgres. Imported
// first, because it prepares what Next needs.
import { TestBrowser } from '../../testing/browser.ts'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startRedis, type PrivateRedis } from '../../scripts/services/redis.ts'
import { testStore } from '../../testing/store.ts'
import { ImpersonationEnded } from '../errors.ts'
import { seal } from '../sealed.ts'
import { impersonationDigest, impersonationNameFor, storeImpersonation } from '../session/impersonation.ts'
import { MEMBER_SESSION, type NewSession } from '../session/record-doc.ts'
import { deleteSession } from '../session/record.ts'
import { closeRedis } from '../session/redis.ts'
import { openSession } from '../session/lifecycle.ts'
import type { Viewer } from '../session/viewer.ts'
import { closeDatabase } from '../store/database.ts'
import { putLiveDomain } from '../store/domains.ts'
import { newTenant } from '../../testing/new-tenant.ts'
import { findViewer } from './find-viewer.ts'

const THEIRS = seal<'kazoo account'>('b'.repeat(32))
const TOKEN = seal<'api token'>('a token')
let redis: PrivateRedis
let tenant: string

beforeAll(async () => {
  redis = await startRedis()
  await testStore({ REDIS_URL: redis.url, PORTAL_ORIGIN: 'https://portal.example' })
  tenant = await newTenant()
})
afterAll(async () => {
  await Promise.all([closeRedis(), closeDatabase()])
  await redis.stop()
})

function draft(more: Partial<NewSession> = {}): NewSession {
  return {
    ...MEMBER_SESSION,
    principal: randomUUID(),
    name: 'Ada',
    email: 'ada@example.com',
    role: 'owner',
    tenant,
    tenantName: 'Tenant',
    trialEndsAt: null,
    connected: true,
    origin: 'https://kazoo.example.com',
    granted: seal<'kazoo account'>('a'.repeat(32)),
    ...more,
  }
}

/** A browser in which a session was started, at `host` or at the portal's own. */
async function signedIn(more: Partial<NewSession> = {}, host: string | null = null): Promise<TestBrowser> {
  const browser = new TestBrowser()
  browser.host = host
  await browser.run(() => openSession(draft(more), TOKEN))
  return browser
}

/** The viewer when `browser` requests `path`, at `host` where it is another one. */
function seen(browser: TestBrowser, path = '/', host = browser.host): Promise<Viewer | null> {
  const visitor = new TestBrowser()
  for (const [name, value] of browser.jar) visitor.jar.set(name, value)
  visitor.path = path
  visitor.host = host
  return visitor.run(findViewer)
}

describe('a session', () => {
  test('security row 13: is worth nothing on another host, even of the same tenant', async () => {
    await putLiveDomain({ tenant, host: 'one.example' })
    await putLiveDomain({ tenant, host: 'two.example' })
    const browser = await signedIn({}, 'one.example')
    expect(await seen(browser)).toMatchObject({ base: '' })
    expect(await seen(browser, '/', 'two.example')).toBeNull()
    expect(await seen(browser, '/', null)).toBeNull()
    const own = await signedIn()
    expect(await seen(own)).toMatchObject({ base: '' })
    expect(await seen(own, '/', 'one.example')).toBeNull()
  })

  test('security row 11: is worth nothing on a host that is not ours, of another tenant, or went live only later', async () => {
    expect(await seen(await signedIn({}, 'nobodys.example'))).toBeNull()
    await putLiveDomain({ tenant, host: 'three.example' })
    expect(await seen(await signedIn({ tenant: randomUUID() }, 'three.example'))).toBeNull()
    // It was live before, for whichever tenant.
    await putLiveDomain({ tenant, host: 'four.example' }, new Date(Date.now() + 60_000))
    expect(await seen(await signedIn({}, 'four.example'))).toBeNull()
  })

  test('of a customer is worth nothing where the domain is limited to another account', async () => {
    await putLiveDomain({ tenant, host: 'tied.example', account: { ref: THEIRS, name: 'Theirs' } })
    const self = seal<'kazoo user'>('c'.repeat(32))
    const customer = { self, role: 'accountUser', renewedBy: 'token' } as const
    expect(await seen(await signedIn({ ...customer, granted: THEIRS }, 'tied.example'))).not.toBeNull()
    expect(await seen(await signedIn(customer, 'tied.example'))).toBeNull()
  })
})

/** An impersonation by the viewer there, with the path of its pages. */
async function impersonation(own: Viewer | null): Promise<{ base: string; end: () => Promise<unknown> }> {
  if (own === null) throw new Error('nobody is signed in')
  const { record, token } = own.session
  const target = {
    id: randomUUID(),
    memberLineage: record.lineage,
    role: 'owner',
    targetName: 'Ann',
    account: 'Theirs',
    reason: 'The phone is silent',
    ticket: null,
    changes: false,
    native: false,
    startPath: '/',
    memberEndsAt: record.endsAt,
  } as const
  const grant = impersonationNameFor(own.session, target.id)
  const borrowed = { ...record, role: 'accountUser', granted: THEIRS, impersonation: target } as const
  await storeImpersonation(grant, borrowed, record.lineage, token)
  return { base: `/as/${grant}`, end: () => deleteSession(impersonationDigest(grant)) }
}

describe('under /as/', () => {
  test('nobody sees a page of their own session, whatever follows in the path', async () => {
    const browser = await signedIn()
    for (const path of [
      '/as',
      '/as/',
      '/as/imp_x',
      '/as/imp_x/me',
      '/as/me',
      `/as/imp_${'A'.repeat(21)}`,
      `/as/imp_${'A'.repeat(22)}`,
      `/as/imp_${'A'.repeat(22)}/me`,
      `/as/imp_${'A'.repeat(23)}`,
      `/as/IMP_${'A'.repeat(22)}`,
      `/as//imp_${'A'.repeat(22)}`,
    ])
      await expect(seen(browser, path), path).rejects.toThrow(ImpersonationEnded)
    for (const path of ['/', '/me', '/assets', '/accounts/as/imp_x'])
      expect(await seen(browser, path), path).toMatchObject({ base: '' })
  })

  test('an impersonation is seen by the session that started it, as long as both last', async () => {
    const browser = await signedIn()
    const { base, end } = await impersonation(await seen(browser))
    for (const path of [base, `${base}/me`])
      expect(await seen(browser, path), path).toMatchObject({
        base,
        session: { record: { role: 'accountUser', impersonation: { targetName: 'Ann' } } },
      })
    await expect(seen(browser, `${base}x`)).rejects.toThrow(ImpersonationEnded)
    await expect(seen(await signedIn(), base)).rejects.toThrow(ImpersonationEnded)
    expect(await seen(new TestBrowser(), base)).toBeNull()
    await end()
    await expect(seen(browser, base)).rejects.toThrow(ImpersonationEnded)
  })
})
