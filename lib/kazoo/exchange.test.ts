import { gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { Unavailable } from '../errors.ts'
import { seal } from '../sealed.ts'
import { path } from './client.ts'
import { endsBefore } from '../../testing/ends-before.ts'
import { envelope, failed, failure, send, startWire, TestCrossbar } from '../../testing/kazoo/crossbar.ts'

const open: { close(): unknown }[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})

async function crossbar(...reply: Parameters<typeof TestCrossbar.start>): Promise<TestCrossbar> {
  const started = await TestCrossbar.start(...reply)
  open.push(started)
  return started
}

async function wire(...talk: Parameters<typeof startWire>): ReturnType<typeof startWire> {
  const started = await startWire(...talk)
  open.push(started)
  return started
}

const ACCOUNT = seal<'kazoo account'>('0123456789abcdef0123456789abcdef')
const anything = z.unknown()
const named = z.object({ name: z.string() })
const at = path`/accounts/${ACCOUNT}`

test('the errors of 5.0 have no content type and are read all the same', async () => {
  const server = await crossbar((_request, response) => {
    response.writeHead(400)
    response.end(failure(400, { name: { required: { message: 'x' } } }, 'validation error'))
  })
  const error = await failed(server.kazoo().patch(at, { name: 'x' }, named, { fields: { name: 'name' } }))
  expect(error).toMatchObject({ fields: { name: 'messages.refused.needed' } })
})

test('security row 8: a gzip bomb, a flood and a compression that we did not ask for end as a fault', async () => {
  const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, 0x20))
  const server = await crossbar(({ url }, response) => {
    const kind = url.slice(4)
    const coding: Record<string, string> = kind === 'flood' ? {} : { 'content-encoding': kind }
    response.writeHead(200, { 'content-type': 'application/json', ...coding })
    if (kind !== 'flood') {
      response.end(bomb)
      return
    }
    const chunk = Buffer.alloc(1024 * 1024, 0x20)
    const more = () => {
      while (!response.destroyed && response.write(chunk));
    }
    response.on('drain', more)
    more()
  })
  const before = process.memoryUsage().rss
  for (const [kind, reason] of [
    [path`/gzip`, 'tooLarge'],
    [path`/flood`, 'tooLarge'],
    [path`/br`, 'faulty'],
    [path`/gzip,%20gzip`, 'faulty'],
  ] as const) {
    await expect(server.kazoo().one(kind, anything), kind.template).rejects.toMatchObject({ reason })
  }
  expect(process.memoryUsage().rss - before).toBeLessThan(120 * 1024 * 1024)
  expect(bomb.length).toBeLessThan(1024 * 1024)
})

test('security row 8: a gzipped body within the limit is read', async () => {
  const server = await crossbar(({ headers }, response) => {
    expect(headers['accept-encoding']).toBe('gzip')
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-encoding': 'gzip' })
    response.end(gzipSync(envelope({ name: 'ü'.repeat(1000) })))
  })
  expect((await server.kazoo().one(at, named)).name).toHaveLength(1000)
})

test('security row 8: a body that drips ends with the time limit of the whole call', async () => {
  const server = await crossbar((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    const timer = setInterval(() => response.write(' '), 20)
    response.on('close', () => clearInterval(timer))
  })
  const read = server.kazoo({ timeoutMs: 600 }).one(at, anything)
  expect(await endsBefore(1_000, read)).toBe(true)
  await expect(read).rejects.toMatchObject({ reason: 'timeout' })
  const write = server.kazoo({ timeoutMs: 600 }).patch(at, { name: 'x' }, anything)
  expect(await endsBefore(1_000, write)).toBe(true)
  await expect(write).rejects.toMatchObject({ reason: 'unknown' })
})

test('security row 8: a gzipped body that stops half-way ends with the time limit, and one that is no gzip is a fault', async () => {
  const half = gzipSync(envelope({ name: 'x'.repeat(5000) })).subarray(0, 40)
  const server = await crossbar(({ url }, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
    if (url.endsWith('half')) response.write(half)
    else response.end('{"data":1}')
  })
  const halved = server.kazoo({ timeoutMs: 500 }).one(path`/half`, anything)
  expect(await endsBefore(1_500, halved)).toBe(true)
  await expect(halved).rejects.toMatchObject({ reason: 'timeout' })
  await expect(server.kazoo().one(path`/none`, anything)).rejects.toMatchObject({ reason: 'faulty' })
})

test('security row 8: endless headers end as a fault', async () => {
  const { kazoo } = await wire((socket) => {
    socket.write('HTTP/1.1 200 OK\r\n')
    const timer = setInterval(() => socket.write(`x-${Math.random()}: ${'y'.repeat(4000)}\r\n`), 1)
    socket.on('close', () => clearInterval(timer))
  })
  await expect(kazoo.patch(at, { name: 'x' }, anything)).rejects.toBeInstanceOf(Unavailable)
})

test.each(['text/plain', 'text/html', 'application/jsonp', 'application/json-seq', 'text/json', ''])(
  'security row 8: a success of the type "%s" is a fault, whatever is in it',
  async (type) => {
    const server = await crossbar((_request, response) => {
      response.writeHead(200, type ? { 'content-type': type } : {})
      response.end(envelope({ name: 'x' }))
    })
    await expect(server.kazoo().one(at, named)).rejects.toMatchObject({ reason: 'faulty' })
  },
)

test("security row 8: JSON nested too deep is a fault, and JSON as deep as Kazoo's is not", async () => {
  let depth = 90
  const server = await crossbar((_request, response) =>
    send(response, 200, `{"data":${'['.repeat(depth)}${']'.repeat(depth)}}`),
  )
  await server.kazoo().one(at, anything)
  for (depth of [101, 5_000_000]) {
    await expect(server.kazoo().one(at, anything)).rejects.toMatchObject({ reason: 'faulty' })
  }
})

test('security row 8: keys that reach into prototypes are dropped, in any spelling', async () => {
  const text = String.raw`{"data":{"name":"x","__proto__":{"admin":true},"\u005f_proto__":{"admin":true},"a":[{"constructor":1,"prototype":{"b":2},"c":3}]}}`
  const server = await crossbar((_request, response) => send(response, 200, text))
  const doc = await server.kazoo().one(at, z.looseObject({}))
  expect(JSON.stringify(doc)).toBe('{"name":"x","a":[{"c":3}]}')
  expect(Reflect.get({}, 'admin')).toBeUndefined()
})
