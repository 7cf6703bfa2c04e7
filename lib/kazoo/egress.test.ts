import { once } from 'node:events'
import { createServer as createSecureServer } from 'node:https'
import { createServer } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { path } from './client.ts'
import { connectTo, type Lookup } from './egress.ts'
import { crossbarOrigin } from './origin.ts'
import { endsBefore } from '../../testing/ends-before.ts'
import { certificateFor } from '../../testing/kazoo/certificate.ts'
import { envelope, send, TestCrossbar } from '../../testing/kazoo/crossbar.ts'

const open: { close(): unknown }[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})

async function crossbar(...reply: Parameters<typeof TestCrossbar.start>): Promise<TestCrossbar> {
  const started = await TestCrossbar.start(...reply)
  open.push(started)
  return started
}

/** A resolver that gives one answer after the other, and the last one forever. */
function scripted(...answers: string[][]): Lookup & { asked: number } {
  const lookup = async () => {
    const answer = answers[Math.min(lookup.asked, answers.length - 1)] ?? []
    lookup.asked++
    return answer.map((address) => ({ address }))
  }
  lookup.asked = 0
  return lookup
}

const anything = z.unknown()

test('security row 6: a public name that resolves to a private address is not dialled, and the message is the same', async () => {
  const origin = crossbarOrigin('https://kazoo.example.com:8443', [])
  for (const answer of [
    ['127.0.0.1'],
    ['8.8.8.8', '10.0.0.1'],
    ['::ffff:8.8.8.8'],
    ['169.254.169.254'],
    [],
  ]) {
    await expect(connectTo(origin, scripted(answer)), String(answer)).rejects.toThrow('may not be dialled')
  }
})

test('security row 6: a name that changes its address is checked again on every new connection (DNS rebinding)', async () => {
  const server = await crossbar((_request, response) =>
    send(response, 200, envelope([]), { connection: 'close' }),
  )
  const lookup = scripted(['127.0.0.1'], ['127.0.0.2'])
  const kazoo = server.kazoo({ origin: server.origin('kazoo.rebind.test', '127.0.0.1/32'), lookup })
  expect(await kazoo.one(path`/first`, anything)).toEqual([])
  await expect(kazoo.one(path`/second`, anything)).rejects.toMatchObject({ reason: 'unreachable' })
  expect(server.heard).toHaveLength(1)
  expect(lookup.asked).toBe(3)
})

test('security row 6: one bad address among good ones is enough to refuse a name', async () => {
  const server = await crossbar((_request, response) => send(response, 200, envelope([])))
  const lookup = scripted(['127.0.0.1', '192.168.0.1'])
  const kazoo = server.kazoo({ origin: server.origin('kazoo.test', '127.0.0.1/32'), lookup })
  await expect(kazoo.one(path`/any`, anything)).rejects.toMatchObject({ reason: 'unreachable' })
  expect(server.heard).toHaveLength(0)
})

test('security row 6: the very address that was checked is dialled, with the name as Host, and a connection is reused', async () => {
  const server = await crossbar((_request, response) => send(response, 200, envelope([])))
  const lookup = scripted(['127.0.0.1'])
  const kazoo = server.kazoo({
    origin: server.origin('name.that.resolves.nowhere.invalid', '127.0.0.1/32'),
    lookup,
  })
  for (let i = 0; i < 5; i++) await kazoo.one(path`/any`, anything)
  expect(server.heard.map(({ headers }) => headers.host)).toEqual(
    Array<string>(5).fill(`name.that.resolves.nowhere.invalid:${server.port}`),
  )
  expect(lookup.asked).toBeLessThan(5)
})

test('an address that does not answer leaves time for the next', async () => {
  const server = await crossbar((_request, response) => send(response, 200, envelope([])))
  const kazoo = server.kazoo({
    origin: server.origin('kazoo.test', '127.0.0.0/8'),
    lookup: scripted(['127.0.0.9', '127.0.0.1']),
  })
  expect(await kazoo.one(path`/any`, anything)).toEqual([])
})

test('security row 6: no redirect is followed, and no proxy of the environment is used', async () => {
  const elsewhere = await crossbar((_request, response) => send(response, 200, envelope([])))
  const server = await crossbar((_request, response) =>
    send(response, 302, envelope([]), { location: `http://127.0.0.1:${elsewhere.port}/v2/stolen` }),
  )
  for (const name of ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'ALL_PROXY']) {
    vi.stubEnv(name, `http://127.0.0.1:${elsewhere.port}`)
  }
  vi.stubEnv('NODE_USE_ENV_PROXY', '1')
  await expect(server.kazoo().one(path`/any`, anything)).rejects.toMatchObject({ reason: 'faulty' })
  await expect(server.kazoo().patch(path`/any`, { name: 'x' }, anything)).rejects.toMatchObject({
    reason: 'unknown',
  })
  expect([server.heard.length, elsewhere.heard.length]).toEqual([2, 0])
})

test('security row 6: a look-up that hangs, and a server that is silent during TLS, are abandoned after three seconds', async () => {
  const silent = createServer().listen(0, '127.0.0.1')
  await once(silent, 'listening')
  open.push({ close: () => silent.close() })
  const address = silent.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const origin = crossbarOrigin(`https://127.0.0.1:${port}`, [
    { origin: `https://127.0.0.1:${port}`, cidr: '127.0.0.1/32' },
  ])
  const tries = [connectTo(origin, () => new Promise(() => {})), connectTo(origin)]
  const both = Promise.all([
    endsBefore(2_500, tries[0] ?? Promise.resolve()),
    endsBefore(2_500, tries[1] ?? Promise.resolve()),
    endsBefore(4_500, Promise.allSettled(tries)),
  ])
  for (const attempt of tries) await expect(attempt).rejects.toThrow('in time')
  expect(await both).toEqual([false, false, true])
})

test('security row 6: over TLS the name is sent (SNI), and a certificate of another name is refused', async () => {
  const { key, cert } = certificateFor('kazoo.test')
  const trusted = getCACertificates()
  setDefaultCACertificates([...trusted, cert])
  open.push({ close: () => setDefaultCACertificates(trusted) })

  const asked: unknown[] = []
  const server = createSecureServer({ key, cert }, (_request, response) =>
    send(response, 200, envelope([])),
  ).listen(0, '127.0.0.1')
  server.on('secureConnection', (socket) => asked.push(socket.servername))
  await once(server, 'listening')
  open.push({ close: () => (server.closeAllConnections(), server.close()) })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const at = (name: string) =>
    crossbarOrigin(`https://${name}:${port}`, [{ origin: `https://${name}:${port}`, cidr: '127.0.0.1/32' }])

  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
  const lookup = scripted(['127.0.0.1'])
  const [socket] = await Promise.all([connectTo(at('kazoo.test'), lookup), once(server, 'secureConnection')])
  socket.destroy()
  expect(asked).toEqual(['kazoo.test'])
  await expect(connectTo(at('other.test'), lookup)).rejects.toThrow()
  await expect(connectTo(at('127.0.0.1'), lookup)).rejects.toThrow()
})
