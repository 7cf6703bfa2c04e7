// Tests the server under Next with the request context before it. Next is replaced by a page that reports
// what reached it.
import http, { type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveWithRequestContext } from '../../scripts/serve/http-server.ts'
import { setTestEnvironment } from '../../testing/store.ts'
import { currentRequest } from '../session/request.ts'
import { installRequestContext } from './request-context.ts'

const HOST = 'portal.example'
let server: Server
let port = 0

beforeAll(async () => {
  setTestEnvironment('postgres://nobody@127.0.0.1:1/none', { PORTAL_ORIGIN: `https://${HOST}` })
  serveWithRequestContext()
  server = http.createServer((request, response) => {
    const { path } = currentRequest()
    if (request.url === '/route' && request.method !== 'POST') return response.writeHead(405).end()
    if (request.url === '/old') {
      response.statusCode = 409
      response.setHeader('x-nextjs-action-not-found', '1')
      response.writeHead(409)
      response.flushHeaders()
      response.write('Server Action ')
      return response.end('unavailable.')
    }
    return void text(request).then((body) =>
      response.end(`in ${request.method} ${request.url} as ${path} with ${body.length}`),
    )
  })
  installRequestContext()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  port = isPlace(address) ? address.port : 0
})
afterAll(() => server.close())

function isPlace(address: string | AddressInfo | null): address is AddressInfo {
  return typeof address === 'object' && address !== null
}

type Answer = { status: number; head: string; body: string }

/** Sends these lines, and what follows them, byte by byte. */
async function raw(lines: readonly string[], body = ''): Promise<Answer> {
  const socket = connect(port, '127.0.0.1')
  socket.write(`${[...lines, 'Connection: close'].join('\r\n')}\r\n\r\n${body}`)
  const [head = '', ...rest] = (await text(socket)).split('\r\n\r\n')
  return { status: Number(head.split(' ')[1]), head, body: rest.join('\r\n\r\n') }
}

const get = (path: string, ...headers: string[]) => raw([`GET ${path} HTTP/1.1`, `Host: ${HOST}`, ...headers])

function post(type: string, body: string, path = '/accounts'): Promise<Answer> {
  const head = [`POST ${path} HTTP/1.1`, `Host: ${HOST}`, `Content-Type: ${type}`]
  return raw([...head, `Content-Length: ${Buffer.byteLength(body)}`], body)
}

const cookies = (bytes: number) => `Cookie: portal=mine; other=${'x'.repeat(bytes)}`
const pairs = (count: number) => Array.from({ length: count }, (_, at) => `f${at}=x`).join('&')

/** What docs/security.md row 20 requires of every answer. */
function expectGuarded(what: string, { head }: Answer): void {
  for (const line of [
    "default-src 'none'",
    "frame-ancestors 'none'",
    'X-Content-Type-Options: nosniff',
    'X-Frame-Options: DENY',
    'Referrer-Policy: no-referrer',
    'Cross-Origin-Opener-Policy: same-origin',
    'Cross-Origin-Resource-Policy: same-origin',
    'Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=()',
    'Strict-Transport-Security: max-age=63072000',
    'Cache-Control: no-store',
  ])
    expect(head, what).toContain(line)
  expect(head, what).not.toMatch(/unsafe-inline|script-src/)
}

test('security row 20: methods that no page has are 405 with those that exist, and unknown ones 501', async () => {
  for (const [method, status] of [
    ['PUT', 405],
    ['DELETE', 405],
    ['PATCH', 405],
    ['OPTIONS', 405],
    ['TRACE', 405],
    ['CONNECT', 405],
    ['PROPFIND', 501],
    ['QUERY', 501],
    ['LOCK', 501],
    ['BREW', 501],
    ['get', 501],
  ] as const) {
    const answer = await raw([`${method} /accounts HTTP/1.1`, `Host: ${HOST}`])
    expect(answer.status, method).toBe(status)
    expect(answer.head, method).toContain('Allow: GET, HEAD, POST')
    expect(answer.body, method).toContain('<h1>Unsupported request</h1>')
    expectGuarded(method, answer)
  }
  expect((await get('/accounts')).body).toContain('in GET /accounts')
  expect((await raw(['HEAD /accounts HTTP/1.1', `Host: ${HOST}`])).status).toBe(200)
  expect((await raw(['PUT /accounts HTTP/1.1', `Host: ${HOST}`, 'Content-Length: 2'], 'xx')).status).toBe(405)
})

test('a route that refuses a method lists those that it accepts', async () => {
  expect((await get('/route')).head).toMatch(/^Allow: POST\r?$/m)
})

test('an address has one spelling: others redirect to it before anything reads them', async () => {
  const grant = 'imp_AAAAAAAAAAAAAAAAAAAAAA'
  for (const [path, location] of [
    [`/as/%69mp_AAAAAAAAAAAAAAAAAAAAAA`, `/as/${grant}`],
    [`/%61%73/${grant}?q=%69`, `/as/${grant}?q=%69`],
    [`/x/../as/${grant}`, `/as/${grant}`],
    [`/x/%2e%2E/as/${grant}`, `/as/${grant}`],
    [`/as/./${grant}`, `/as/${grant}`],
    [`\\as\\${grant}`, null],
    [`/as\\${grant}`, `/as/${grant}`],
    [`//as/${grant}`, `/as/${grant}`],
    ['//evil.example/x', '/evil.example/x'],
    ['/.//evil.example', '/evil.example'],
    ['/\\evil.example', '/evil.example'],
    ['/edge/%61llow?domain=x', '/edge/allow?domain=x'],
    ['/brand-images%2F..', null],
    ['/%2F%2Fevil.example', null],
  ] as const) {
    const answer = await get(path)
    if (location === null) expect(answer.head, path).not.toMatch(/^location:/im)
    else {
      expect(answer.status, path).toBe(308)
      expect(answer.head, path).toContain(`\r\nLocation: ${location}\r\n`)
    }
    expectGuarded(path, answer)
  }
  expect((await get(`/as/${grant}?q=%69`)).body).toContain(`in GET /as/${grant}?q=%69 as /as/${grant}`)
  const whole = await get(`https://${HOST}/as/%69mp_AAAAAAAAAAAAAAAAAAAAAA`)
  expect(whole.head).toContain(`Location: /as/${grant}`)
  expect((await get('*')).status).toBe(400)
})

test('32 KB of other applications’ cookies pass; more get a page that says what to do, in the reader’s language', async () => {
  expect((await get('/accounts', cookies(16.5 * 1024))).status).toBe(200)
  expect((await get('/accounts', cookies(32 * 1024))).status).toBe(200)
  for (const bytes of [40 * 1024, 100 * 1024, 300 * 1024]) {
    const answer = await get('/accounts', 'Accept-Language: de', cookies(bytes))
    expect(answer.status, String(bytes)).toBe(431)
    expect(answer.body, String(bytes)).toMatch(/zu viele Cookies|too many cookies/)
    expectGuarded(String(bytes), answer)
  }
  const german = await get('/accounts', cookies(40 * 1024), 'Accept-Language: de')
  expect(german.body).toContain('<h1>Ihr Browser sendet zu viele Cookies</h1>')
  expect(german.body).toContain('Löschen Sie die Cookies dieser Website')
  const chosen = await get('/accounts', `${cookies(40 * 1024)}; language=fr`, 'Accept-Language: de')
  expect(chosen.body).toContain('<h1>Votre navigateur envoie trop de cookies</h1>')
  const plain = await get('/accounts', cookies(40 * 1024))
  expect(plain.body).toContain('Delete this site’s cookies in your browser, then reload the page.')
})

test('a form of too many parts or bytes is 413 with a page before anything parses it, and any other reaches Next whole', async () => {
  const boundary = '----formABCDEFGH'
  const part = (at: number) => `--${boundary}\r\nContent-Disposition: form-data; name="f${at}"\r\n\r\nx\r\n`
  const parts = (count: number) =>
    `${Array.from({ length: count }, (_, at) => part(at)).join('')}--${boundary}--\r\n`
  const multipart = `multipart/form-data; boundary=${boundary}`
  const urlencoded = 'application/x-www-form-urlencoded'
  for (const [type, body] of [
    [multipart, parts(1_000)],
    [`multipart/form-data; charset=utf-8; boundary="${boundary}"`, parts(1_000)],
    [urlencoded, pairs(1_000)],
    ['text/plain;charset=UTF-8', 'x'.repeat(1024 * 1024)],
    [multipart, ''],
  ] as const) {
    const { status, body: report } = await post(type, body)
    expect(status, type).toBe(200)
    expect(report, type).toContain(`with ${body.length}`)
  }
  for (const [what, type, body] of [
    ['parts', multipart, parts(10_000)],
    ['a quoted boundary', `multipart/form-data; BOUNDARY="${boundary}"`, parts(10_000)],
    ['another multipart', `multipart/mixed; boundary=${boundary}`, parts(10_000)],
    ['pairs', urlencoded, pairs(100_000)],
    ['empty pairs', `${urlencoded};charset=utf-8`, '&'.repeat(100_000)],
    ['bytes', multipart, `${part(0)}${'x'.repeat(1024 * 1024)}`],
    ['bytes of text', 'text/plain', 'x'.repeat(2 * 1024 * 1024)],
    ['parts and bytes', multipart, parts(100_000)],
  ] as const) {
    const answer = await post(type, body)
    expect(answer.status, what).toBe(413)
    expect(answer.body, what).toContain('<h1>Too much data</h1>')
    expectGuarded(what, answer)
  }
  // A body without a stated length is measured as it arrives.
  const chunk = 'x'.repeat(1024)
  const chunked = [
    'POST / HTTP/1.1',
    `Host: ${HOST}`,
    `Content-Type: ${multipart}`,
    'Transfer-Encoding: chunked',
  ]
  const sent = (count: number) => `${`400\r\n${chunk}\r\n`.repeat(count)}0\r\n\r\n`
  expect((await raw(chunked, sent(3))).body).toContain('with 3072')
  expect((await raw(chunked, sent(1_100))).status).toBe(413)
  // An image has a reader and limits of its own.
  expect((await post(multipart, 'x'.repeat(3 * 1024 * 1024), '/brand/images')).status).toBe(200)
})

test('a form of an older version, sent without script, gets a page that says so', async () => {
  const answer = await post('multipart/form-data; boundary=x', '--x--', '/old')
  expect(answer.status).toBe(409)
  expect(answer.body).toContain('<h1>The portal was updated</h1>')
  expect(answer.body).toContain('<a href="?">Reload</a>')
  expectGuarded('without script', answer)
  const scripted = await raw(['POST /old HTTP/1.1', `Host: ${HOST}`, 'Next-Action: x', 'Content-Length: 0'])
  expect(scripted.body).toContain('unavailable.')
})

test('security row 20: what is no valid request is answered with a page and every header', async () => {
  for (const [start, status] of [
    ['GET / HTTP/9.9', 400],
    ['nonsense', 400],
    ['GET /\u0001 HTTP/1.1', 400],
    ['GET / HTTP/1.1\r\nContent-Length: x', 400],
    ['POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked', 400],
  ] as const) {
    const answer = await raw([start, `Host: ${HOST}`])
    expect(answer.status, start).toBe(status)
    expect(answer.body, start).toContain('<h1>Invalid request</h1>')
    expectGuarded(start, answer)
  }
})

test('security row 20: an image of a brand may do nothing; only files that are named by their content are cached', async () => {
  const digest = '0123456789abcdef'.repeat(4)
  for (const [path, inert, kept] of [
    [`/brand-images/${digest}.webp`, true, true],
    ['/brand-images/x.webp', true, false],
    ['/_next/static/chunks/main.js', false, true],
    ['/accounts', false, false],
    [`/accounts/brand-images/${digest}.webp`, false, false],
  ] as const) {
    const { head } = await get(path)
    const [, policy = ''] = /^Content-Security-Policy: (.*)\r$/im.exec(head) ?? []
    expect(policy === "default-src 'none'; frame-ancestors 'none'; sandbox", path).toBe(inert)
    expect(head.includes('Cache-Control: no-store'), path).toBe(!kept)
    expect(head, path).toContain('X-Content-Type-Options: nosniff')
  }
})

test('security row 20: only the portal’s own host requires TLS of all hosts below it, and no tenant’s', async () => {
  const below = 'Strict-Transport-Security: max-age=63072000; includeSubDomains\r\n'
  expect((await get('/')).head).toContain(below)
  const theirs = await raw(['GET / HTTP/1.1', 'Host: phones.acme.example'])
  expect(theirs.head).toContain('Strict-Transport-Security: max-age=63072000\r\n')
})
