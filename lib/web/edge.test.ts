import { NextRequest } from 'next/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { proxy } from '../../proxy.ts'
import { startRedis, type PrivateRedis } from '../../scripts/services/redis.ts'
import { testStore } from '../../testing/store.ts'
import { closeRedis } from '../session/redis.ts'
import { currentRequest, requestStore } from '../session/request.ts'
import { closeDatabase, database } from '../store/database.ts'
import { putLiveDomain } from '../store/domains.ts'
import { newTenant } from '../../testing/new-tenant.ts'
import { answerEdge } from './edge.ts'

const SECRET = 'four-lamps-over-the-harbour-and-a-bell'
let redis: PrivateRedis
let tenant: string

beforeAll(async () => {
  redis = await startRedis()
  await testStore({ REDIS_URL: redis.url, EDGE_SECRET: SECRET, PORTAL_ORIGIN: 'https://portal.example:8443' })
  tenant = await newTenant()
  await putLiveDomain({ tenant, host: 'phones.acme.example' })
})
afterAll(async () => {
  await Promise.all([closeRedis(), closeDatabase()])
  await redis.stop()
})

/** The status for this query; `direct`: requested by a program on this machine. */
async function statusFor(query: string, direct: boolean): Promise<number> {
  const facts = { ...currentRequest(), address: '192.0.2.1', direct }
  const { status } = await requestStore().run(facts, () => answerEdge(new URLSearchParams(query)))
  return status
}

test('an edge on this machine gets 200 for live domains and for the portal, and 404 for everything else', async () => {
  for (const host of ['phones.acme.example', 'portal.example'])
    expect(await statusFor(`domain=${host}`, true)).toBe(200)
  for (const query of [
    '',
    'domain=',
    'domain=acme.example',
    'domain=www.phones.acme.example',
    'domain=PHONES.acme.example',
    'domain=phones.acme.example.',
    'domain=phones.acme.example:8443',
    'domain=phones.acme.example%00',
    'domain=phones.acme.example&domain=phones.acme.example',
    'domain=127.0.0.1',
  ])
    expect(await statusFor(query, true), query).toBe(404)
})

test('an edge elsewhere needs the secret, and otherwise learns nothing', async () => {
  const live = 'domain=phones.acme.example'
  expect(await statusFor(live, false)).toBe(404)
  expect(await statusFor(`${live}&secret=${SECRET}`, false)).toBe(200)
  expect(await statusFor(`domain=acme.example&secret=${SECRET}`, false)).toBe(404)
  for (const wrong of ['', 'x', `${SECRET}x`, SECRET.slice(1), SECRET.toUpperCase()])
    expect(await statusFor(`${live}&secret=${wrong}`, false), wrong).toBe(404)
  // A request with a secret must have the right one, also here.
  expect(await statusFor(`${live}&secret=x`, true)).toBe(404)
})

/**
 * The result of the gate before every page for a request to `host`: the page for an unknown host, or pass on
 * to Next.
 */
async function gate(host: string, path = '/', headers: Readonly<Record<string, string>> = {}) {
  const url = `https://portal.example:8443${path}`
  const response = await proxy(new NextRequest(url, { headers: { ...headers, host } }))
  return {
    status: response.status,
    on: response.headers.get('x-middleware-next') === '1',
    cookies: response.headers.getSetCookie(),
    policy: response.headers.get('content-security-policy'),
    body: await response.text(),
  }
}

test('security row 11: the gate passes our hosts in their own spelling, and nothing else', async () => {
  for (const host of ['portal.example:8443', 'phones.acme.example:8443'])
    expect(await gate(host), host).toMatchObject({ status: 200, on: true, body: '' })
  for (const host of [
    '',
    'evil.example',
    'evil.example:8443',
    'portal.example',
    'portal.example:443',
    'portal.example.:8443',
    'portal.example:8443.evil.example',
    'PORTAL.example:8443',
    'phones.acme.example',
    'phones.acme.example:443',
    'phones.acme.example.:8443',
    'x.phones.acme.example:8443',
    'acme.example:8443',
    '127.0.0.1:8443',
    'localhost:8443',
    'phones.acme.example:8443, evil.example',
  ]) {
    const ours = 'portal.example:8443'
    const claims = { cookie: 'portal=x', 'x-forwarded-host': ours, forwarded: `host=${ours}` }
    const { body, ...answer } = await gate(host, '/sign-in', claims)
    expect(answer, host).toMatchObject({ status: 421, on: false, cookies: [] })
    expect(answer.policy, host).toContain("frame-ancestors 'none'")
    expect(body, host).toContain('421')
    expect(body, host).not.toMatch(/Tenant|\.example|<script|<img/i)
  }
})

test('security row 11: a host is no longer ours when its domain is removed', async () => {
  const host = 'gone.acme.example'
  await putLiveDomain({ tenant, host })
  expect((await gate(`${host}:8443`)).status).toBe(200)
  await database().deleteFrom('domains').where('host', '=', host).execute()
  await expect.poll(() => gate(`${host}:8443`), { timeout: 20_000 }).toMatchObject({ status: 421 })
})
