import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { Unavailable } from '../errors.ts'
import { seal, unseal } from '../sealed.ts'
import { path } from './client.ts'
import type { ApiToken } from './ids.ts'
import { endsBefore } from '../../testing/ends-before.ts'
import { envelope, failure, send, startWire, TestCrossbar } from '../../testing/kazoo/crossbar.ts'

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

test.each([502, 503, 504])('a read is tried once more after a %i', async (status) => {
  const server = await crossbar((_request, response) =>
    server.heard.length === 1
      ? send(response, status, '<html>')
      : send(response, 200, envelope({ name: 'x' })),
  )
  expect(await server.kazoo().one(at, named)).toEqual({ name: 'x' })
  expect(server.heard).toHaveLength(2)
  await server.close()
})

test('a read that fails twice has failed, and a 500 is not retried', async () => {
  const server = await crossbar(({ url }, response) =>
    send(response, url.endsWith('500') ? 500 : 503, failure(503)),
  )
  await expect(server.kazoo().one(path`/503`, named)).rejects.toMatchObject({ reason: 'unreachable' })
  await expect(server.kazoo().one(path`/500`, named)).rejects.toMatchObject({ reason: 'failed' })
  expect(server.heard.map(({ url }) => url)).toEqual(['/v2/503', '/v2/503', '/v2/500'])
})

test('a read whose connection is reset is tried once more', async () => {
  const body = envelope({ name: 'x' })
  const { kazoo, connections } = await wire((socket, connection) => {
    socket.once('data', () => {
      if (connection === 1) socket.resetAndDestroy()
      else
        socket.end(
          `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
        )
    })
  })
  expect(await kazoo.one(at, named)).toEqual({ name: 'x' })
  expect(connections()).toBe(2)
})

test.each(['resets the line', 'closes the line', 'sends half an answer', 'sends no HTTP'])(
  'a write to a server that %s is not repeated, and its outcome is reported as unknown',
  async (fault) => {
    const { kazoo, connections } = await wire((socket) => {
      socket.once('data', () => {
        if (fault === 'resets the line') socket.resetAndDestroy()
        else if (fault === 'closes the line') socket.end()
        else if (fault === 'sends no HTTP') socket.end('SSH-2.0-OpenSSH\r\n')
        else
          socket.end(
            'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 999\r\n\r\n{"data"',
          )
      })
    })
    for (const write of [
      kazoo.create(at, {}, named),
      kazoo.patch(at, { name: 'x' }, named),
      kazoo.remove(at),
      kazoo.run(at),
    ]) {
      await expect(write).rejects.toMatchObject({ reason: 'unknown', name: 'Unavailable' })
    }
    expect(connections()).toBe(4)
  },
)

test('a write for which no connection was made is known not to have been carried out', async () => {
  const server = await crossbar(() => {})
  await server.close()
  await expect(server.kazoo().patch(at, { name: 'x' }, named)).rejects.toMatchObject({
    reason: 'unreachable',
  })
  await expect(server.kazoo().one(at, named)).rejects.toMatchObject({ reason: 'unreachable' })
  open.splice(0)
})

test('429: a read waits for the bucket and is retried; a write reports at once that nothing was changed', async () => {
  const server = await crossbar(({ method }, response) =>
    method === 'GET' && server.heard.length > 1
      ? send(response, 200, envelope({ name: 'x' }))
      : send(response, 429, failure(429, { message: 'too many requests' }, 'too_many_requests')),
  )
  expect(await server.kazoo().one(at, named)).toEqual({ name: 'x' })
  const [first, second] = server.heard
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(950)
  await expect(server.kazoo().patch(at, { name: 'x' }, named)).rejects.toMatchObject({ reason: 'limited' })
  expect(server.heard).toHaveLength(3)
})

test.each([429, 503])(
  '%i with a long Retry-After is not waited for, and the error has the time to wait',
  async (status) => {
    const server = await crossbar((_request, response) =>
      send(response, status, failure(status), { 'retry-after': '30' }),
    )
    const call = server.kazoo().one(at, named)
    expect(await endsBefore(500, call)).toBe(true)
    await expect(call).rejects.toMatchObject({ reason: 'limited', retryAfter: 30 })
    expect(server.heard).toHaveLength(1)
  },
)

test('security row 15: many calls that meet an expired token share one renewal, and each is sent once more', async () => {
  const server = await crossbar(({ headers }, response) =>
    headers['x-auth-token'] === 'second.token.of-the-test'
      ? send(response, 200, envelope({ name: 'x' }))
      : send(response, 401, failure(401, {}, 'invalid_credentials')),
  )
  const stale: ApiToken[] = []
  const kazoo = server.kazoo({
    renew: async (token) => {
      stale.push(token)
      await sleep(100)
      return seal<'api token'>('second.token.of-the-test')
    },
  })
  const calls = Array.from({ length: 25 }, (_, n) =>
    n % 2 ? kazoo.one(at, named) : kazoo.patch(at, { name: 'x' }, named),
  )
  expect(await Promise.all(calls)).toHaveLength(25)
  expect(stale.map((token) => unseal(token))).toEqual(['first.token.of-the-test'])
  expect(server.heard).toHaveLength(50)
})

test('a token that is refused right after its renewal is not renewed again', async () => {
  const server = await crossbar((_request, response) => send(response, 401, failure(401)))
  let renewals = 0
  const renew = async () => seal<'api token'>(`renewed.token.number-${++renewals}`)
  await expect(server.kazoo({ renew }).patch(at, { name: 'x' }, named)).rejects.toMatchObject({
    reason: 'refused',
  })
  expect([renewals, server.heard.length]).toEqual([1, 2])
  await expect(server.kazoo({ token: null, renew }).one(at, named)).rejects.toMatchObject({
    reason: 'refused',
  })
  expect(renewals).toBe(1)
})

test('aborting the request aborts its calls', async () => {
  const server = await crossbar(() => {})
  const ending = new AbortController()
  const call = server.kazoo({ signal: ending.signal }).one(at, anything)
  setTimeout(() => ending.abort(), 100)
  // The limit of the call itself would be longer.
  expect(await endsBefore(1_000, call)).toBe(true)
  await expect(call).rejects.toBeInstanceOf(Unavailable)
})
