// Through the edge as it is shipped: Debian's Caddy with the Caddyfile of this checkout, two portal processes
// behind it, https throughout.
import { request } from 'node:https'
import { text } from 'node:stream/consumers'
import { chromium, type Browser, type Page } from '@playwright/test'
import { startEdge, type Edge } from '../scripts/services/edge.ts'
import { freePort } from '../scripts/services/ports.ts'
import type { Portal } from '../scripts/services/portal.ts'
import { createTenant } from '../scripts/services/tenant.ts'
import { expect, test } from './fixtures.ts'
import { putDomains } from './support/domains.ts'
import { operate } from './support/operator.ts'
import { raw } from './support/raw.ts'
import { send } from './support/send.ts'
import type { TestEnvironment } from './support/test-environment.ts'
import { sendSignIn } from './support/visits.ts'
import { expectSaved, expectToast, field } from './support/steps.ts'

const SECRET = 'four-lamps-over-the-harbour-and-a-bell'
const [NORTH, SOUTH, OTHER] = ['phones.north.example', 'xn--bro-hoa.north.example', 'phones.south.example']
const GONE = 'gone.south.example'
const OWNER = { name: 'Sonja South', email: 'sonja@south.example', password: 'seven-lanterns-over-the-quay' }

let world: TestEnvironment
let edge: Edge
let second: Portal
let browser: Browser
let port: number
let http: number

test.beforeAll(async ({ world: main }) => {
  test.setTimeout(300_000)
  ;[port, http] = [await freePort(), await freePort()]
  const more = {
    PORTAL_ORIGIN: `https://portal.example:${port}`,
    EDGE_SECRET: SECRET,
    TRUSTED_PROXIES: '127.0.0.1/32',
  }
  world = await main.beside(more)
  second = await world.secondPortal()
  edge = await startEdge({
    httpPort: http,
    httpsPort: port,
    portalDomain: 'portal.example',
    portals: [`127.0.0.1:${world.portal.port}`, `127.0.0.1:${second.port}`],
    secret: SECRET,
  })
  const admin = world.people.find(({ privilege }) => privilege === 'sub-reseller admin')
  if (admin === undefined) throw new Error('no other admin')
  await createTenant(world.environment, {
    kazooUrl: world.simulator.url,
    admin,
    credentials: 'password',
    owner: OWNER,
  })
  const { email } = world.owner
  await putDomains(world, [
    { host: NORTH, email },
    { host: SOUTH, email },
    { host: OTHER, email: OWNER.email },
    { host: GONE, email: OWNER.email },
    { host: 'waits.north.example', email, live: false },
  ])
  browser = await chromium.launch({
    ...test.info().project.use.launchOptions,
    args: [
      ...(test.info().project.use.launchOptions?.args ?? []),
      '--host-resolver-rules=MAP * 127.0.0.1',
      `--ignore-certificate-errors-spki-list=${edge.authority}`,
    ],
  })
})
test.afterAll(async () => {
  await browser?.close()
  await edge?.stop()
  await world?.stop()
})

/** One request over TLS: the name in the handshake, and the `Host` of the request. */
async function ask(name: string, path = '/sign-in', more: Readonly<Record<string, string>> = {}) {
  const headers = { host: `${name}:${port}`, ...more }
  const options = { host: '127.0.0.1', port, servername: name, path, ca: edge.root, headers }
  return new Promise<{ status: number; head: string; body: string }>((resolve, reject) => {
    const outgoing = request({ ...options, agent: false }, (answer) => {
      const { statusCode: status = 0, headers: head } = answer
      text(answer).then((body) => resolve({ status, head: JSON.stringify(head), body }), reject)
    })
    outgoing.on('error', reject)
    outgoing.end()
  })
}

const allow = (query: string, headers: Record<string, string> = {}) =>
  send(world, {
    path: `/edge/allow${query}`,
    headers: { host: `127.0.0.1:${world.portal.port}`, ...headers },
  })

test('a certificate is allowed only for the portal and for live domains, and only an edge gets that answer', async () => {
  for (const host of ['portal.example', NORTH, SOUTH, OTHER])
    expect((await allow(`?domain=${host}`)).status, host).toBe(200)
  for (const query of [
    '',
    '?domain=',
    '?domain=waits.north.example',
    '?domain=north.example',
    `?domain=www.${NORTH}`,
    `?domain=${NORTH}.`,
    `?domain=${NORTH.toUpperCase()}`,
    `?domain=${NORTH}:${port}`,
    '?domain=b%C3%BCro.north.example',
    '?domain=127.0.0.1',
    '?domain=localhost',
    `?domain=${NORTH}&domain=evil.example`,
    `?domain=${'a.'.repeat(200)}example`,
    '?domain=%00',
  ]) {
    const { status, headers, body } = await allow(query)
    expect(status, query).toBe(404)
    expect(body, query).toBe('')
    expect(headers['set-cookie'], query).toBeUndefined()
  }
  // From another address: treated like a request through a proxy, regardless of its headers.
  const live = `?domain=${NORTH}`
  for (const headers of [
    { 'x-forwarded-for': '198.51.100.1' },
    { 'x-forwarded-for': '127.0.0.1' },
    { forwarded: 'for=127.0.0.1' },
    { 'x-real-ip': '127.0.0.1' },
  ])
    expect((await allow(live, headers)).status, JSON.stringify(headers)).toBe(404)
  const elsewhere = { 'x-forwarded-for': '198.51.100.1' }
  expect((await allow(`${live}&secret=${SECRET}`, elsewhere)).status).toBe(200)
  expect((await allow(`${live}&secret=${SECRET}x`, elsewhere)).status).toBe(404)
  expect((await allow(`${live}&secret=`, elsewhere)).status).toBe(404)
  expect((await ask(NORTH, `/edge/allow${live}&secret=${SECRET}`)).status).toBe(404)
  expect((await ask(NORTH, `//edge/allow${live}`)).status).not.toBe(200)
})

test('security row 11: each live domain has its certificate and its pages; any other name has no handshake, or 421', async () => {
  for (const host of ['portal.example', NORTH, SOUTH, OTHER]) {
    const { status, head } = await ask(host)
    expect(status, host).toBe(200)
    expect(head, host).not.toMatch(/caddy|x-forwarded|set-cookie/i)
  }
  for (const host of ['evil.example', 'waits.north.example', 'north.example', `www.${NORTH}`])
    await expect(ask(host), host).rejects.toThrow()
  // Our name in the handshake, and another one in the request.
  const fronted: Record<string, Record<string, string>> = {
    'another name': { host: 'evil.example' },
    'another name with our port': { host: `evil.example:${port}` },
    'a domain that waits': { host: `waits.north.example:${port}` },
    'our name without its port': { host: NORTH },
    'our name with another port': { host: `${NORTH}:444` },
    'our name with a dot behind': { host: `${NORTH}.:${port}` },
    'our name in letters': { host: `b\u00fcro.north.example:${port}` },
    'the address': { host: `127.0.0.1:${port}` },
    'ours claimed by X-Forwarded-Host': { host: 'evil.example', 'x-forwarded-host': `${NORTH}:${port}` },
    'ours claimed by Forwarded': { host: 'evil.example', forwarded: `host=${NORTH}:${port};proto=https` },
    'ours claimed by X-Original-Host': { host: 'evil.example', 'x-original-host': `${NORTH}:${port}` },
    'ours claimed by X-Host': { host: 'evil.example', 'x-host': `${NORTH}:${port}` },
  }
  for (const [claim, headers] of Object.entries(fronted)) {
    const { status, head, body } = await ask(NORTH, '/sign-in', headers)
    expect([400, 421], claim).toContain(status)
    expect(`${head}${body}`, claim).not.toMatch(/set-cookie|password|nordlicht/i)
  }
  // Other headers do not change the host.
  const claimed = {
    'x-forwarded-host': 'evil.example',
    forwarded: 'host=evil.example',
    'x-forwarded-port': '1',
  }
  const home = await ask(NORTH, '/', claimed)
  expect(home.head).not.toContain('evil.example')
  expect(home.head).toContain('/sign-in')
  const upper = await ask(NORTH, '/sign-in', { host: `${NORTH.toUpperCase()}:${port}` })
  expect([200, 421]).toContain(upper.status)
})

test('http redirects to https, and behind the edge an absolute request URL names the host', async () => {
  const plain = await raw({ ...world, portal: { ...world.portal, port: http } }, [
    'GET /x HTTP/1.1',
    `Host: ${NORTH}`,
  ])
  expect(plain.status).toBe(308)
  expect(plain.head).toContain(`location: https://${NORTH}`)
  const absolute = await raw(world, [
    `GET https://${OTHER}:${port}/sign-in HTTP/1.1`,
    `Host: ${NORTH}:${port}`,
  ])
  expect(absolute.status).toBe(200)
})

test('a removed domain serves no request from the next second on, in either process', async () => {
  expect((await ask(GONE)).status).toBe(200)
  await operate(world, 'domain', 'remove', '--email', OWNER.email, '--host', GONE)
  await expect
    .poll(async () => {
      const headers = { host: `${GONE}:${port}` }
      const each = [world.portal, second].map((portal) => send(world, { path: '/sign-in', headers }, portal))
      return (await Promise.all(each)).map(({ status }) => status)
    })
    .toEqual([421, 421])
  expect((await allow(`?domain=${GONE}`)).status).toBe(404)
})

/** Signs a member in on a domain, by the team's own form. */
async function enter(page: Page, host: string, who: { email: string; password: string }): Promise<void> {
  await page.goto(`https://${host}:${port}/sign-in/team`)
  await sendSignIn(page, who)
}

/** Gives the tenant of the page a brand of this name, as its owner. */
async function brand(page: Page, name: string): Promise<void> {
  await page.goto(new URL('/brand', page.url()).href)
  await field(page, 'Name').fill(name)
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expectSaved(page)
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expectToast(page, 'Brand published')
}

test('two tenants, three domains, two brands, all signed in at once in one browser: none shows on another, or works there', async () => {
  const context = await browser.newContext()
  const team = [
    { host: NORTH, who: world.owner, name: 'North Talk' },
    { host: SOUTH, who: world.owner, name: 'North Talk' },
    { host: OTHER, who: OWNER, name: 'South Talk' },
  ]
  const pages: Page[] = []
  for (const { host, who } of team) {
    const page = await context.newPage()
    await enter(page, host, who)
    await page.waitForURL(`https://${host}:${port}/`)
    expect(await page.evaluate(() => isSecureContext)).toBe(true)
    pages.push(page)
  }
  const [north, , other] = pages
  if (north === undefined || other === undefined) throw new Error('no pages')
  await brand(north, 'North Talk')
  await brand(other, 'South Talk')

  for (const [at, { host, name }] of team.entries()) {
    const page = pages[at]
    if (page === undefined) throw new Error('no page')
    const answer = await page.goto(`https://${host}:${port}/`)
    expect(await answer?.securityDetails(), host).toMatchObject({ issuer: expect.stringMatching(/Caddy/) })
    await expect(page.getByRole('banner')).toContainText(name)
    const html = await page.content()
    for (const otherName of ['North Talk', 'South Talk'].filter((each) => each !== name))
      expect(html).not.toContain(otherName)
    const cookies = await context.cookies(`https://${host}:${port}`)
    const cookie = cookies.find(({ name: each }) => each === '__Host-portal')
    expect(cookie).toMatchObject({ domain: host, secure: true, httpOnly: true })
    for (const foreign of ['portal.example', NORTH, SOUTH, OTHER].filter((each) => each !== host)) {
      const { status, head } = await ask(foreign, '/', { cookie: `__Host-portal=${cookie?.value}` })
      expect({ status, head }, `${host} at ${foreign}`).toMatchObject({
        status: 307,
        head: expect.stringContaining('/sign-in'),
      })
    }
  }

  // A member of another tenant is unknown here, even with the right password.
  const stranger = await (await browser.newContext()).newPage()
  await enter(stranger, OTHER, world.owner)
  await expect(stranger.getByRole('alert').first()).toBeVisible()
  await expect(stranger).toHaveURL(/sign-in/)
  await context.close()
})
