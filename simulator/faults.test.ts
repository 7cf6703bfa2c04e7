import { once } from 'node:events'
import { createServer, request as ask, type IncomingMessage, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Faults } from './faults.ts'
import { parseFault } from './faults/kinds.ts'
import { send } from './faults/play.ts'
import { parseRule } from './faults/rule.ts'
import type { JsonObject } from './json.ts'

const answer = { data: { id: 'a1', name: 'Desk' }, status: 'success', auth_token: 'real' }
const path = '/v2/accounts/a1/devices'

let faults: Faults
let server: Server
let url: string
let served: number

beforeEach(async () => {
  faults = new Faults('0badcafe')
  served = 0
  const kazoo = () => {
    served++
    return Promise.resolve({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(answer),
    })
  }
  server = createServer((request, response) => {
    void faults.meet(request, response, kazoo).then(async (met) => met || send(response, await kazoo()))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${portOf(server)}`
})

afterEach(() => {
  server.closeAllConnections()
  server.close()
})

function portOf(listening: Server): number {
  const address: AddressInfo | string | null = listening.address()
  return typeof address === 'object' && address ? address.port : 0
}

function strike(fault: JsonObject, more: JsonObject = {}): void {
  faults.add(parseRule({ pattern: '/v2/**', fault, ...more }))
}

async function get(to = path): Promise<Response> {
  return await fetch(url + to, { headers: { 'x-auth-token': 'my.token.here' }, redirect: 'manual' })
}

/** What fetch hides: status, headers and bytes as received, until the connection ends. */
async function raw(): Promise<string> {
  const socket = connect(portOf(server), '127.0.0.1')
  socket.write(`GET ${path} HTTP/1.1\r\nHost: kazoo\r\nConnection: close\r\n\r\n`)
  const parts: Buffer[] = []
  socket.on('data', (part: Buffer) => parts.push(part))
  await once(socket, 'close')
  return Buffer.concat(parts).toString('latin1')
}

function hits(pattern: string, requested: string): boolean {
  const rules = new Faults('00000000')
  rules.add({ pattern, fault: { kind: 'hang' } })
  return rules.strike('GET', requested) !== undefined
}

/** Which of 200 requests get a fault with a probability of 0.3. */
function chances(): boolean[] {
  const rules = new Faults('12345678')
  rules.add({ pattern: '**', probability: 0.3, fault: { kind: 'hang' } })
  return Array.from({ length: 200 }, () => rules.strike('GET', path) !== undefined)
}

test('a request that matches no rule is answered as usual', async () => {
  strike({ kind: 'status', status: 500 }, { pattern: '/v2/accounts/*/users' })
  const response = await get()
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual(answer)
})

test('a glob star stays within a segment, two stars cross segments, and ^ starts a regular expression', () => {
  expect(hits('/v2/accounts/*/devices', '/v2/accounts/a1/devices')).toBe(true)
  expect(hits('/v2/accounts/*/devices', '/v2/accounts/a1/users/u1/devices')).toBe(false)
  expect(hits('/v2/**/devices', '/v2/accounts/a1/users/u1/devices')).toBe(true)
  expect(hits('/v2/a.b', '/v2/aXb')).toBe(false)
  expect(hits('^/v2/.*/devices/[0-9a-f]+$', '/v2/accounts/a1/devices/ab12')).toBe(true)
})

test('a rule applies to its methods only, after the requests it skips, as often as its count', async () => {
  strike({ kind: 'status', status: 500 }, { methods: ['get'], skip: 1, count: 2 })
  await fetch(url + path, { method: 'POST' })
  const statuses: number[] = []
  for (let n = 0; n < 5; n++) statuses.push((await get()).status)
  expect(statuses).toEqual([200, 500, 500, 200, 200])
  expect(faults.list()).toMatchObject([{ seen: 5, struck: 2 }])
})

test('probability is repeatable: the same seed selects the same requests', () => {
  expect(chances()).toEqual(chances())
  const share = chances().filter(Boolean).length / 200
  expect(share).toBeGreaterThan(0.2)
  expect(share).toBeLessThan(0.4)
})

test('a removed rule no longer applies', async () => {
  const id = faults.add({ pattern: '**', fault: { kind: 'status', status: 500, tokens: false } })
  expect(faults.remove(id)).toBe(true)
  expect(faults.remove(id)).toBe(false)
  expect((await get()).status).toBe(200)
})

test('delay answers late', async () => {
  strike({ kind: 'delay', ms: 120 })
  const began = performance.now()
  expect(await (await get()).json()).toEqual(answer)
  expect(performance.now() - began).toBeGreaterThanOrEqual(115)
})

test('hang never answers, and nothing was done', async () => {
  strike({ kind: 'hang' })
  await expect(fetch(url + path, { signal: AbortSignal.timeout(150) })).rejects.toThrow(/timeout/)
  expect(served).toBe(0)
})

test('reset cuts the connection before anything is done', async () => {
  strike({ kind: 'reset' })
  await expect(get()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } })
  expect(served).toBe(0)
})

test('reset after the answer: the change was made, and the client gets no response', async () => {
  strike({ kind: 'reset', after: 'answer' })
  await expect(get()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } })
  expect(served).toBe(1)
})

test('reset after the headers: a status, and then no body', async () => {
  strike({ kind: 'reset', after: 'headers' })
  const response = await get()
  expect(response.status).toBe(200)
  await expect(response.text()).rejects.toThrow(/terminated/)
})

test.each([401, 402, 403, 404, 409, 429, 500])('status %i has Kazoo’s envelope', async (status) => {
  strike({ kind: 'status', status })
  const response = await get()
  expect(response.status).toBe(status)
  const body: unknown = await response.json()
  expect(body).toMatchObject({ error: String(status), status: 'error', auth_token: 'my.token.here' })
  expect(body).not.toHaveProperty('tokens')
  expect(served).toBe(0)
})

test('429 can have the token numbers of 5.0, and a Retry-After', async () => {
  strike({ kind: 'status', status: 429, tokens: true, retryAfter: 3 })
  const response = await get()
  expect(response.headers.get('retry-after')).toBe('3')
  expect(await response.json()).toMatchObject({ error: '429', tokens: { remaining: 0 } })
})

test('502 is the page of a proxy, which quotes path and token', async () => {
  strike({ kind: 'status', status: 502 })
  const response = await get()
  expect(response.headers.get('content-type')).toBe('text/html')
  expect(await response.text()).toMatch(/Bad Gateway[^]*\/v2\/accounts\/a1\/devices[^]*my\.token\.here/)
})

test('half an answer ends before its declared length', async () => {
  strike({ kind: 'half' })
  const [head = '', body = ''] = (await raw()).split('\r\n\r\n')
  const declared = Number(/content-length: (\d+)/i.exec(head)?.[1])
  expect(declared).toBe(JSON.stringify(answer).length)
  expect(body.length).toBe(Math.floor(declared / 2))
})

test('half an answer can also stall', async () => {
  strike({ kind: 'half', stall: true })
  const response = await fetch(url + path, { signal: AbortSignal.timeout(200) })
  await expect(response.text()).rejects.toThrow(/timeout/)
})

test('invalid JSON is labelled as JSON', async () => {
  strike({ kind: 'wrong-json' })
  const response = await get()
  expect(response.headers.get('content-type')).toBe('application/json')
  await expect(response.json()).rejects.toThrow(SyntaxError)
})

test('200 with the envelope of an error', async () => {
  strike({ kind: 'error-envelope', status: 403 })
  const response = await get()
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ status: 'error', error: '403', message: 'forbidden' })
})

test('200 with the given body', async () => {
  strike({ kind: 'answer', text: '{"data":{}}' })
  const response = await get()
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({ data: {} })
})

test('the gzip bomb is small on the wire and more than 100 MB in memory', async () => {
  strike({ kind: 'gzip-bomb' })
  const outgoing = ask(url + path)
  outgoing.end()
  const responded: Promise<IncomingMessage[]> = once(outgoing, 'response')
  const [response] = await responded
  if (!response) throw new Error('no response')
  expect(response.headers['content-encoding']).toBe('gzip')
  const parts: Buffer[] = []
  for await (const part of response) parts.push(Buffer.from(part))
  const wire = Buffer.concat(parts)
  expect(wire.length).toBeLessThan(1_000_000)
  expect(gunzipSync(wire).length).toBeGreaterThan(100_000_000)
})

test('the endless drip sends byte by byte until the client closes the connection', async () => {
  strike({ kind: 'drip', everyMs: 10 })
  const response = await fetch(url + path, { signal: AbortSignal.timeout(250) })
  let bytes = 0
  await expect(
    (async () => {
      for await (const part of response.body ?? []) bytes += part.length
    })(),
  ).rejects.toThrow(/timeout/)
  expect(bytes).toBeGreaterThan(10)
  expect(bytes).toBeLessThan(100)
})

test('a redirect points to the given address', async () => {
  strike({ kind: 'redirect', location: 'http://169.254.169.254/latest/meta-data/' })
  const response = await get()
  expect(response.status).toBe(302)
  expect(response.headers.get('location')).toBe('http://169.254.169.254/latest/meta-data/')
})

test('the wrong content type labels the right answer', async () => {
  strike({ kind: 'content-type', type: 'text/html' })
  const response = await get()
  expect(response.headers.get('content-type')).toBe('text/html')
  expect(await response.json()).toEqual(answer)
})

test.each([
  ['huge', `X-Huge: ${'h'.repeat(1_000_000)}\r\n`],
  ['many', 'X-Many-4999: 4999\r\n'],
  ['odd', 'X-Odd: \u0001\u0007\u007f\u00ff\u00e4\r\n: no name\r\nX Blank: blank\r\nX-Null: a\0b'],
  ['crlf', 'X-Echo: a\r\nSet-Cookie: session=stolen; Path=/\r\n'],
])('hostile headers (%s) come before the right answer', async (which, hostile) => {
  strike({ kind: 'headers', which })
  const text = await raw()
  expect(text.includes(hostile)).toBe(true)
  expect(text.endsWith(JSON.stringify(answer))).toBe(true)
})

test('deep JSON is ten thousand levels down', async () => {
  strike({ kind: 'deep' })
  const text = await (await get()).text()
  expect(text.split('{"a":')).toHaveLength(10_001)
  expect(() => void JSON.parse(text)).not.toThrow()
})

test('__proto__ keys come in envelope and data of the right answer', async () => {
  strike({ kind: 'proto' })
  const body = JSON.parse(await (await get()).text()) as unknown
  expect(body).toMatchObject({ data: { name: 'Desk' } })
  expect(Object.keys(body ?? {})).toContain('__proto__')
  expect(JSON.stringify(body)).toMatch(/"data":\{"__proto__":\{"polluted":true/)
})

test('duplicate keys: the right answer comes last', async () => {
  strike({ kind: 'duplicate-keys' })
  const text = await (await get()).text()
  expect(text.match(/"name":/g)).toHaveLength(3)
  expect(JSON.parse(text)).toMatchObject({ status: 'success', data: { id: 'a1', name: 'Desk' } })
})

test.each([
  [{ kind: 'explode' }, /kind must be one of delay, hang/],
  [{ kind: 'delay', ms: '5' }, /ms must be a number/],
  [{ kind: 'redirect' }, /location must be a string/],
  [{ kind: 'headers', which: 'evil' }, /which must be one of huge/],
])('an invalid fault is refused: %j', (fault, reason) => {
  expect(() => parseFault(fault)).toThrow(reason)
})

test.each([
  [{ pattern: '/a', fault: { kind: 'hang' }, times: 2 }, /unknown key times/],
  [{ fault: { kind: 'hang' } }, /pattern must be a string/],
  [{ pattern: '/a', fault: { kind: 'hang' }, methods: 'GET' }, /methods must be a list/],
  [{ pattern: '/a', fault: { kind: 'hang' }, count: 0.5 }, /count must be a whole number/],
  [{ pattern: '/a', fault: { kind: 'hang' }, probability: 2 }, /probability must be a number from 0 to 1/],
])('an invalid rule is refused: %j', (rule, reason) => {
  expect(() => parseRule(rule)).toThrow(reason)
})
