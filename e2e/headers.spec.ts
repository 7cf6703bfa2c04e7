import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import type { IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import type { ConsoleMessage, Page } from '@playwright/test'
import { z } from 'zod'
import { expect, test } from './fixtures.ts'
import { postOf, replay } from './support/forged.ts'
import { kazooOf } from './support/kazoo.ts'
import { raw } from './support/raw.ts'
import { cookieOf, send } from './support/send.ts'
import type { TestEnvironment } from './support/test-environment.ts'
import { sendSignIn } from './support/visits.ts'
import { expectSaved, field, openAccount, openDevice, openDeviceForm } from './support/steps.ts'

const NO_STORE = 'no-store'

/** The headers that docs/security.md row 20 requires of every response. */
function expectGuarded(what: string, headers: IncomingHttpHeaders): string {
  const policy = String(headers['content-security-policy'])
  const [, nonce] = /script-src 'self' 'nonce-([A-Za-z0-9+/]{22}==)' 'strict-dynamic'(;|$)/.exec(policy) ?? []
  expect(nonce, `${what}: ${policy}`).toBeDefined()
  expect(/script-src[^;]*'unsafe-(inline|eval)'/.test(policy), what).toBe(false)
  expect(/style-src(-elem)? [^;]*'unsafe-inline'/.test(policy), what).toBe(false)
  for (const part of [
    "default-src 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    "base-uri 'none'",
    "connect-src 'self'",
  ])
    expect(policy.split('; '), what).toContain(part)
  expect(headers, what).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  })
  expect(headers['x-powered-by'], what).toBeUndefined()
  expect(headers['access-control-allow-origin'], what).toBeUndefined()
  return nonce ?? ''
}

test('security row 20: every kind of response has the headers, a nonce of its own, and is not cached', async ({
  signedIn: page,
  world,
}) => {
  const device = `${await openDeviceForm(page, 'Alster Voice')}/settings`
  const cookie = await cookieOf(page.context())
  const scripts = await page
    .locator('script[src]')
    .evaluateAll((all) => all.map((each) => each.getAttribute('src')))
  const styles = await page
    .locator('link[rel=stylesheet]')
    .evaluateAll((all) => all.map((each) => each.getAttribute('href')))
  const saving = await postOf(page, async () => {
    await page.getByLabel('Internal name').fill('Headers')
    await page.getByRole('button', { name: 'Save changes' }).click()
  })
  await expectSaved(page)

  const own = { cookie }
  const answers = {
    page: await send(world, { path: device, headers: own }),
    'sign-in': await send(world, { path: '/sign-in' }),
    'flight of a page': await send(world, { path: device, headers: { ...own, rsc: '1' } }),
    prefetch: await send(world, {
      path: device,
      headers: { ...own, rsc: '1', 'next-router-prefetch': '1', purpose: 'prefetch' },
    }),
    'not found': await send(world, { path: '/devices/dev_AAAAAAAAAAAAAAAAAAAAAA', headers: own }),
    'no such path': await send(world, { path: '/nowhere/at/all' }),
    redirect: await send(world, { path: '/' }),
    'action reply': await replay(world, saving, { cookie }),
    'refused action': await replay(world, saving, { cookie, origin: 'https://evil.example' }),
    'unknown action': await replay(world, saving, { cookie, 'next-action': '40'.repeat(21) }),
    'sign-out refused': await send(world, { method: 'POST', path: '/sign-out', headers: own }),
    'wrong method': await send(world, { method: 'GET', path: '/sign-out', headers: own }),
    '421': await send(world, { path: '/', headers: { host: 'evil.example' } }),
  }
  const nonces = Object.entries(answers).map(([what, { headers }]) => expectGuarded(what, headers))
  expect(new Set(nonces).size).toBe(nonces.length)
  for (const [what, { headers }] of Object.entries(answers)) {
    expect(headers['cache-control'], what).toContain(NO_STORE)
    expect(headers['strict-transport-security'], `${what}: over http it means nothing`).toBeUndefined()
  }
  expect(
    Object.fromEntries(Object.entries(answers).map(([what, { status }]) => [what, status])),
  ).toMatchObject({
    page: 200,
    'not found': 404,
    'no such path': 404,
    redirect: 307,
    'action reply': 200,
    'sign-out refused': 403,
    'wrong method': 405,
    '421': 421,
  })

  for (const path of [...scripts, ...styles]) {
    const { status, headers } = await send(world, { path: path ?? '' })
    expect(status, path ?? '').toBe(200)
    expectGuarded(path ?? '', headers)
    expect(headers['cache-control'], path ?? '').toBe('public, max-age=31536000, immutable')
    expect(headers['set-cookie'], path ?? '').toBeUndefined()
  }
  const signedOut = await send(world, {
    method: 'POST',
    path: '/sign-out',
    headers: { ...own, origin: world.origin, 'sec-fetch-site': 'same-origin' },
  })
  expect(signedOut.status).toBe(303)
  expectGuarded('sign-out', signedOut.headers)
  expect(signedOut.headers['cache-control']).toContain(NO_STORE)
})

test('security row 20: development features are not in the build, in any environment', async ({ world }) => {
  const server = join(world.build, '.next/server')
  const files = (await readdir(server, { recursive: true })).filter((name) => name.endsWith('.js'))
  const written = await Promise.all(files.map((name) => readFile(join(server, name), 'utf8')))
  const policies = written.flatMap((text) => text.match(/script-src 'self' 'nonce-[^`]+/g) ?? [])
  expect(policies).not.toEqual([])
  for (const policy of policies)
    expect(policy).not.toMatch(/unsafe-eval|wss?:|style-src-elem[^;]*unsafe-inline/)
})

test('security row 20: a method that no page has is 405, signed in or not, with every header', async ({
  signedIn: page,
  world,
}) => {
  const cookie = await cookieOf(page.context())
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
    for (const path of ['/', '/sign-in', '/sign-out', '/nowhere', '/brand/images']) {
      const { status, headers } = await send(world, { method, path, headers: { cookie } })
      expect([status, headers.allow], `${method} ${path}`).toEqual([405, 'GET, HEAD, POST'])
      expect(headers['content-security-policy'], method).toContain("frame-ancestors 'none'")
      expect(headers['x-content-type-options'], method).toBe('nosniff')
    }
  }
  const wrong = await send(world, { path: '/sign-out', headers: { cookie } })
  expect([wrong.status, wrong.headers.allow]).toEqual([405, 'POST'])
})

test('a session works beside 32 KB of other applications’ cookies, and 40 KB get a page with instructions', async ({
  signedIn: page,
  world,
}) => {
  const session = await cookieOf(page.context())
  const beside = (bytes: number) => `${session}; ${'x'.repeat(3_000)}=${'y'.repeat(bytes - 3_000)}`
  const inside = await send(world, { path: '/', headers: { cookie: beside(32 * 1024) } })
  expect(inside.status).toBe(200)
  expect(inside.body).toMatch(/nordlicht/i)
  const headers = { cookie: beside(40 * 1024), 'accept-language': 'de' }
  const refused = await send(world, { path: '/', headers })
  expect(refused.status).toBe(431)
  expect(refused.body).toContain('<h1>Ihr Browser sendet zu viele Cookies</h1>')
  expect(refused.headers['content-security-policy']).toContain("frame-ancestors 'none'")
})

test('100,000 parts are refused before they are parsed, for an action and a route', async ({ world }) => {
  const part = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'
  const multipart = { 'content-type': 'multipart/form-data; boundary=x' }
  const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' }
  for (const [path, headers, body] of [
    ['/sign-in', multipart, part.repeat(15_000)],
    ['/sign-in', { ...multipart, 'next-action': '40'.repeat(21) }, part.repeat(15_000)],
    ['/trial/check', multipart, part.repeat(100_000)],
    ['/audit/export', urlencoded, 'a=&'.repeat(100_000)],
  ] as const) {
    const answer = await send(world, { method: 'POST', path, headers, body })
    expect(answer.status, path).toBe(413)
    expect(answer.body, path).toContain('<h1>Too much data</h1>')
  }
})

test('every line of a portal process’s output is JSON, whatever happens to the process', async ({
  signedIn: page,
  world,
}) => {
  const cookie = await cookieOf(page.context())
  const second = await world.secondPortal()
  const { host } = new URL(world.origin)
  const head = [
    `Host: ${host}`,
    `Cookie: ${cookie}`,
    `Origin: ${world.origin}`,
    'Sec-Fetch-Site: same-origin',
  ]
  const from = world.log().split('\n').length
  const hangUp = async (lines: readonly string[], after: 'head' | 'answer') => {
    const socket = connect(second.port, '127.0.0.1')
    socket.on('error', () => undefined)
    socket.write(`${[...lines, ...head].join('\r\n')}\r\n\r\n`)
    if (after === 'answer') await once(socket, 'data')
    socket.resetAndDestroy()
  }
  const multipart = ['Content-Type: multipart/form-data; boundary=x', 'Content-Length: 5000']
  await world.simulator.fault({ pattern: '/v2/**', fault: { kind: 'delay', ms: 300 } })
  for (const after of ['head', 'answer'] as const)
    for (const path of ['/', '/sign-in', '/profile']) await hangUp([`GET ${path} HTTP/1.1`], after)
  await hangUp(['POST /sign-in HTTP/1.1', ...multipart], 'head')
  await hangUp(['POST /brand/images HTTP/1.1', ...multipart], 'head')
  await hangUp(['POST /trial/check HTTP/1.1', ...multipart], 'head')
  await world.simulator.clearFaults()
  const own = { origin: world.origin, 'sec-fetch-site': 'same-origin', cookie }
  const unknown = [
    { 'next-action': '40'.repeat(21), 'content-type': 'text/plain' },
    { 'next-action': 'no-action', 'content-type': 'text/plain' },
    { 'content-type': 'multipart/form-data; boundary=x' },
    { 'content-type': 'multipart/form-data' },
  ]
  for (const headers of unknown) {
    const body = '--x\r\nContent-Disposition: form-data; name="$ACTION_ID_40"\r\n\r\n\r\n--x--'
    await send(world, { method: 'POST', path: '/sign-in', headers: { ...own, ...headers }, body }, second)
  }
  for (const path of ['/%', '/%ff', '/accounts/%00', '/\\x', '//x'])
    await send(world, { path, headers: { cookie } }, second)
  const portal = { ...world, portal: second }
  for (const line of ['nonsense', 'GET / HTTP/9.9', 'TRACE / HTTP/1.1']) await raw(portal, [line])
  await expect.poll(() => world.log().split('\n').length).toBeGreaterThan(from + 4)
  await second.stop()
  const faulty = world
    .log()
    .split('\n')
    .filter((line) => !isEvent(line))
  expect(faulty).toEqual([])
})

function isEvent(line: string): boolean {
  try {
    const { level, time, event } = z
      .object({ level: z.string(), time: z.string(), event: z.string() })
      .parse(JSON.parse(line))
    return level !== '' && time !== '' && event !== ''
  } catch {
    return false
  }
}

test('security row 20: a fault of the portal and of a dependency have the headers too', async ({
  signedIn: page,
  world,
}) => {
  const cookie = await cookieOf(page.context())
  await world.simulator.fault({ pattern: '/v2/**', fault: { kind: 'status', status: 502 } })
  const faulty = await send(world, { path: '/', headers: { cookie } })
  expect(faulty.status).toBe(503)
  expectGuarded('503', faulty.headers)
  expect(faulty.headers['cache-control']).toContain(NO_STORE)
})

test('security row 20: no page runs an inline script or has one refused, and none names another origin', async ({
  signedIn: page,
  world,
}) => {
  const reports: string[] = []
  const listen = (each: Page) => {
    each.on('console', (message: ConsoleMessage) => void reports.push(`${each.url()} ${message.text()}`))
    each.on('pageerror', (error) => void reports.push(`${each.url()} ${error.message}`))
    each.on('request', (request) => {
      if (!request.url().startsWith(world.origin)) reports.push(`${each.url()} asked ${request.url()}`)
    })
  }
  listen(page)
  const account = await openAccount(page, 'Alster Voice')
  const device = await openDevice(page, 'Alster Voice')
  for (const path of [
    '/',
    account,
    `${account}?q=zzz`,
    `${account}/settings`,
    `${account}/accounts/new`,
    `${account}/devices/new`,
    device,
    `${device}/settings`,
    '/sign-in',
  ]) {
    await page.goto(path)
    const withoutNonce = await page
      .locator('script')
      // A script that ours load needs no nonce ('strict-dynamic'); others would be refused and reported.
      .evaluateAll((all) => all.filter((each) => each.nonce === '' && !each.hasAttribute('src')).length)
    expect(withoutNonce, path).toBe(0)
    const handlers = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .flatMap((each) => each.getAttributeNames())
        .filter((name) => name.startsWith('on')),
    )
    expect(handlers, path).toEqual([])
    await page.waitForLoadState('networkidle')
  }
  expect(reports).toEqual([])
  // The browser itself reports a 404; it must report nothing else.
  await page.goto('/nowhere')
  expect(reports.filter((line) => !line.includes('404'))).toEqual([])
})

test('security row 20: an injected script does not run', async ({ signedIn: page }) => {
  await openAccount(page, 'Alster Voice')
  const messages: string[] = []
  page.on('console', (message) => void messages.push(message.text()))
  await page.evaluate(() => {
    const box = document.createElement('div')
    box.innerHTML = '<img src="data:image/png;base64,x" onerror="document.title = \'run\'">'
    document.body.append(box)
  })
  await expect.poll(() => messages.join()).toContain('Content Security Policy')
  await expect(page).not.toHaveTitle('run')
})

test('security row 10: an action runs for a request from our own page and for no other', async ({
  signedIn: page,
  world,
}) => {
  const kazoo = await kazooOf(world)
  const clinic = await kazoo.account('Alster Voice')
  await openDeviceForm(page, 'Alster Voice')
  const before = await field(page, 'Name').inputValue()
  const device = await kazoo.device(clinic, before)
  const saving = await postOf(page, async () => {
    await field(page, 'Name').fill('Marked by hand')
    await page.getByRole('button', { name: 'Save changes' }).click()
  })
  await expectSaved(page)
  await kazoo.patch(device, { name: before })
  const host = new URL(world.origin).host
  await world.simulator.clearRequests()
  for (const [what, change] of Object.entries({
    'no Origin': { origin: undefined },
    'an empty Origin': { origin: '' },
    'Origin null': { origin: 'null' },
    'another Origin': { origin: 'https://evil.example' },
    'our host under https': { origin: `https://${host}` },
    'our host with another port': { origin: 'http://localhost:1' },
    'our host as a part of another': { origin: `${world.origin}.evil.example` },
    'our Origin in capitals': { origin: world.origin.toUpperCase() },
    'Sec-Fetch-Site cross-site': { 'sec-fetch-site': 'cross-site' },
    'Sec-Fetch-Site same-site': { 'sec-fetch-site': 'same-site' },
    'Sec-Fetch-Site none': { 'sec-fetch-site': 'none' },
    'no Sec-Fetch-Site': { 'sec-fetch-site': undefined },
    'another Origin under a forged X-Forwarded-Host': {
      origin: 'https://evil.example',
      'x-forwarded-host': 'evil.example',
    },
    'another Origin under several X-Forwarded-Hosts': {
      origin: 'http://evil.example',
      'x-forwarded-host': `evil.example, ${host}`,
      'x-forwarded-proto': 'http',
      forwarded: 'host=evil.example;proto=http',
    },
    'another Origin as a prefetch': { origin: 'https://evil.example', purpose: 'prefetch' },
    'another Host': { host: 'evil.example', origin: 'http://evil.example' },
  } satisfies Record<string, Record<string, string | undefined>>)) {
    const { status, body } = await replay(world, saving, change)
    expect(body, what).not.toContain(' saved.')
    expect(
      status === 421 ||
        status === 500 ||
        body.includes('This request didn’t come from a page of this portal'),
      `${what}: ${status}`,
    ).toBe(true)
  }
  expect((await world.simulator.requests()).filter(({ write }) => write)).toEqual([])
  expect((await kazoo.get(device))['name']).toBe(before)

  // The same bytes from our own page work.
  expect((await replay(world, saving)).body).toContain('Marked by hand saved.')
  expect((await kazoo.get(device))['name']).toBe('Marked by hand')
})

test('security row 10: another site can sign no one in or out', async ({
  browser,
  signedIn: page,
  world,
}) => {
  const cookie = await cookieOf(page.context())
  for (const headers of [
    { cookie },
    { cookie, origin: 'null', 'sec-fetch-site': 'same-origin' },
    { cookie, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    { cookie, origin: world.origin },
    { cookie, origin: world.origin, 'sec-fetch-site': 'cross-site' },
  ]) {
    const answer = await send(world, { method: 'POST', path: '/sign-out', headers })
    expect(answer.status).toBe(403)
    expect(answer.headers['set-cookie']).toBeUndefined()
  }
  expect((await send(world, { path: '/', headers: { cookie } })).status).toBe(200)

  const context = await browser.newContext({ baseURL: world.origin })
  const stranger = await context.newPage()
  await stranger.goto('/sign-in')
  const signing = await postOf(stranger, async () => {
    await sendSignIn(stranger, world.owner)
  })
  await stranger.waitForURL(`${world.origin}/`)
  for (const change of [
    { origin: undefined },
    { origin: 'https://evil.example' },
    { 'sec-fetch-site': 'cross-site' },
  ]) {
    expect(
      (await replay(world, signing, { cookie: undefined, ...change })).headers['set-cookie'],
    ).toBeUndefined()
  }
  const right = await replay(world, signing, { cookie: undefined })
  expect(String(right.headers['set-cookie'])).toMatch(/^portal=/)
  await context.close()
})

test('security row 11: a foreign Host gets a 421 without brand or cookie, in any spelling', async ({
  signedIn: page,
  world,
}) => {
  const cookie = `Cookie: ${await cookieOf(page.context())}`
  const { host, port } = new URL(world.origin)
  const unknown: Record<string, string[]> = {
    'another name': ['GET / HTTP/1.1', 'Host: evil.example', cookie],
    'another name with our port': ['GET / HTTP/1.1', `Host: evil.example:${port}`, cookie],
    'our name without its port': ['GET / HTTP/1.1', 'Host: localhost', cookie],
    'our name with another port': ['GET / HTTP/1.1', 'Host: localhost:80', cookie],
    'the address in place of the name': ['GET / HTTP/1.1', `Host: 127.0.0.1:${port}`, cookie],
    'our name with a dot behind': ['GET / HTTP/1.1', `Host: localhost.:${port}`, cookie],
    'our name as part of another': ['GET / HTTP/1.1', `Host: ${host}.evil.example`, cookie],
    'ours claimed by X-Forwarded-Host': [
      'GET / HTTP/1.1',
      'Host: evil.example',
      `X-Forwarded-Host: ${host}`,
      cookie,
    ],
    'ours claimed by Forwarded': ['GET / HTTP/1.1', 'Host: evil.example', `Forwarded: host=${host}`, cookie],
    'an asset': ['GET /_next/static/chunks/main.js HTTP/1.1', 'Host: evil.example'],
    'a prefetch': [
      'GET / HTTP/1.1',
      'Host: evil.example',
      'Purpose: prefetch',
      'Next-Router-Prefetch: 1',
      'RSC: 1',
      cookie,
    ],
    'an internal name of Next': [
      'GET / HTTP/1.1',
      'Host: evil.example',
      'x-middleware-subrequest: proxy:proxy:proxy:proxy:proxy',
      cookie,
    ],
    'a sign-in': ['GET /sign-in HTTP/1.1', 'Host: evil.example'],
    'a sign-out': [
      'POST /sign-out HTTP/1.1',
      'Host: evil.example',
      'Content-Length: 0',
      `Origin: ${world.origin}`,
      'Sec-Fetch-Site: same-origin',
      cookie,
    ],
    'a name with a colon and rubbish': ['GET / HTTP/1.1', 'Host: evil.example:rubbish', cookie],
    'a whole URL': ['GET http://evil.example/ HTTP/1.1', 'Host: evil.example', cookie],
    'a whole URL beside our own name': ['GET http://evil.example/sign-in HTTP/1.1', `Host: ${host}`, cookie],
  }
  await world.simulator.clearRequests()
  for (const [what, lines] of Object.entries(unknown)) {
    const { status, head, body } = await raw(world, lines)
    expect(status, what).toBe(421)
    expect(head, what).not.toContain('set-cookie')
    expect(body, what).not.toMatch(/nordlicht|portal<|sign in/i)
    expect(head, what).toContain("frame-ancestors 'none'")
  }
  // No Host, two of them or an empty one is an invalid request, and gets no page.
  for (const lines of [
    ['GET / HTTP/1.1', cookie],
    ['GET / HTTP/1.1', 'Host:', cookie],
    ['GET / HTTP/1.0', cookie],
    ['GET / HTTP/1.1', `Host: ${host}`, 'Host: evil.example', cookie],
  ]) {
    const { status, head, body } = await raw(world, lines)
    expect([400, 421], lines.join()).toContain(status)
    expect(`${head}${body}`, lines.join()).not.toMatch(/nordlicht|set-cookie/i)
  }
  expect(await world.simulator.requests()).toEqual([])

  // Other headers do not change the host; an absolute URL overrides `Host`.
  const claimed = await raw(world, [
    'GET / HTTP/1.1',
    `Host: ${host}`,
    'X-Forwarded-Host: evil.example',
    'X-Forwarded-Proto: https',
  ])
  expect(claimed.status).toBe(307)
  expect(claimed.head).toContain('location: /sign-in')
  expect(claimed.head).not.toContain('evil.example')
  const absolute = await raw(world, [`GET ${world.origin}/sign-in HTTP/1.1`, 'Host: evil.example'])
  expect(absolute.status).toBe(200)
})

test('security row 20: responses sent before routing have equally strict headers', async ({ world }) => {
  const host = `Host: ${new URL(world.origin).host}`
  for (const start of [
    'GET //evil.example/x HTTP/1.1',
    'GET /\\evil.example HTTP/1.1',
    'GET /sign-in/ HTTP/1.1',
    'GET /_next/ HTTP/1.1',
    'TRACE / HTTP/1.1',
    'OPTIONS * HTTP/1.1',
    'GET /% HTTP/1.1',
    'GET /_next/static/nothing.js HTTP/1.1',
    'GET /_next/image?url=%2Fx&w=64&q=75 HTTP/1.1',
    'GET /favicon.ico HTTP/1.1',
  ]) {
    const { head } = await raw(world, [start, host])
    for (const message of [
      "frame-ancestors 'none'",
      'x-content-type-options: nosniff',
      'referrer-policy: no-referrer',
      'cross-origin-opener-policy: same-origin',
      'cross-origin-resource-policy: same-origin',
    ])
      expect(head, start).toContain(message)
    expect(head, start).not.toMatch(/script-src[^;]*unsafe|location: (https?:)?[/\\]{2}/)
  }
})

test.describe('over https', () => {
  let secure: TestEnvironment

  test.beforeAll(async ({ world }) => {
    secure = await world.beside({ PORTAL_ORIGIN: 'https://portal.example' })
  })
  test.afterAll(async () => secure.stop())

  test('security rows 13 and 20: HSTS on everything, and a cookie with the __Host- prefix', async ({
    browser,
  }) => {
    const host = 'portal.example'
    for (const path of ['/', '/sign-in', '/nowhere']) {
      const { headers } = await send(secure, { path, headers: { host } })
      expectGuarded(path, headers)
      expect(headers['strict-transport-security'], path).toBe('max-age=63072000; includeSubDomains')
    }
    const misdirected = await send(secure, { path: '/', headers: { host: 'evil.example' } })
    // The portal cannot speak for subdomains of a foreign name.
    expect(misdirected.headers['strict-transport-security']).toBe('max-age=63072000')

    // A browser without script shows what the form would post; a program posts it, as an edge that ends TLS
    // would pass it on.
    const { body } = await send(secure, { path: '/sign-in', headers: { host } })
    const page = await browser.newPage({ javaScriptEnabled: false })
    await page.setContent(body.replaceAll(/<(script|link)[^>]*>/g, ''))
    const hidden = await page
      .locator('input[type=hidden]')
      .evaluateAll((all) =>
        all.map((each) => [each.getAttribute('name') ?? '', each.getAttribute('value') ?? '']),
      )
    await page.close()
    const form = new FormData()
    for (const [name = '', value = ''] of hidden) form.append(name, value)
    form.append('email', secure.owner.email)
    form.append('password', secure.owner.password)
    const request = new Request('https://portal.example/sign-in', { method: 'POST', body: form })
    const sent = Buffer.from(await request.arrayBuffer())
    const headers = {
      host,
      origin: 'https://portal.example',
      'sec-fetch-site': 'same-origin',
      'content-type': request.headers.get('content-type') ?? '',
      'content-length': String(sent.length),
    }
    const answer = await send(secure, { method: 'POST', path: '/sign-in', headers, body: sent })
    expect(answer.status).toBe(303)
    expectGuarded('signing in', answer.headers)
    const [cookie = '', ...more] = answer.headers['set-cookie'] ?? []
    expect(more).toEqual([])
    const [pair, ...flags] = cookie.split('; ')
    expect(pair).toMatch(/^__Host-portal=Fe26\.2\*/)
    expect(flags.map((flag) => flag.toLowerCase()).toSorted()).toEqual([
      'httponly',
      'path=/',
      'samesite=lax',
      'secure',
    ])
    const inside = await send(secure, { path: '/', headers: { host, cookie: pair ?? '' } })
    expect(inside.status).toBe(200)
    const plain = await send(secure, {
      path: '/',
      headers: { host, cookie: (pair ?? '').replace('__Host-', '') },
    })
    expect(plain.status).toBe(307)
  })
})
