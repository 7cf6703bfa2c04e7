import { createServer } from 'node:net'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { seal } from '../sealed.ts'
import type { Credentials } from './auth.ts'
import { ORIGIN_REFUSED } from './origin.ts'
import { preflight } from './preflight.ts'
import { endsBefore } from '../../testing/ends-before.ts'
import { envelope, failure, send, TestCrossbar } from '../../testing/kazoo/crossbar.ts'

const key: Credentials = { kind: 'api key', key: seal<'api key'>('0'.repeat(64)) }

test('security row 7: whatever is wrong with an address, the answer is the same, after the same time', async () => {
  const page = await TestCrossbar.start((_request, response) =>
    send(response, 404, '<html>', { 'content-type': 'text/html' }),
  )
  const silent = await TestCrossbar.start(() => {})
  const closed = await TestCrossbar.start(() => {})
  await closed.close()
  const plain = createServer((socket) =>
    socket.on('error', () => {}).end('220 mail.example ESMTP\r\n'),
  ).listen(0, '127.0.0.1')
  await once(plain, 'listening')
  const address = plain.address()
  const tls = `https://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const allowed = [page, silent, closed]
    .flatMap((server) => server.allowed())
    .concat({ origin: tls, cidr: '127.0.0.0/8' })
  const cases: [string, string[]][] = [
    ['not an address', []],
    ['https://127.0.0.1', []],
    ['https://kazoo.example.com', ['10.0.0.1']],
    ['https://kazoo.example.com', []],
    [tls, ['127.0.0.1']],
    ...[page, silent, closed].map((server): [string, string[]] => [server.origin().text, ['127.0.0.1']]),
  ]
  const answers = await Promise.all(
    cases.map(async ([text, addresses]) => {
      const lookup = async () => addresses.map((one) => ({ address: one }))
      const run = Array.fromAsync(preflight(text, key, { allowed, lookup, timeoutMs: 2_000 }))
      const times = await Promise.all([endsBefore(4_900, run), endsBefore(5_400, run)])
      return { findings: await run, times }
    }),
  )
  plain.close()
  await Promise.all([page.close(), silent.close()])
  for (const { findings, times } of answers) {
    expect(findings).toEqual([
      { step: 'address', ok: false, message: ORIGIN_REFUSED, detail: expect.any(String) },
    ])
    expect(times).toEqual([false, true])
  }
  expect(new Set(answers.map(({ findings }) => findings[0]?.detail)).size).toBeGreaterThan(3)
})

test('a preflight with an API key reports what such a key can and cannot do', async () => {
  const server = await TestCrossbar.start(({ url }, response) => {
    if (url === '/v2/api_auth') {
      const data = { account_id: 'a'.repeat(32), account_name: 'Acme', is_master_account: true }
      send(response, 201, envelope(data, { auth_token: 'a.token.of.the-test' }))
    } else if (url.endsWith('/about')) send(response, 403, failure(403))
    else if (url.includes('/children')) send(response, 200, envelope([], { next_start_key: 'x' }))
    else
      send(
        response,
        200,
        envelope({ id: 'a'.repeat(32), name: 'Acme', realm: 'acme.example', enabled: true }),
      )
  })
  const findings = await Array.fromAsync(
    preflight(server.origin().text, key, { allowed: server.allowed(), timeoutMs: 2_000 }),
  )
  await server.close()
  expect(findings.map(({ message }) => message).slice(4)).toEqual([
    { key: 'messages.preflight.account', values: { name: 'Acme', realm: 'acme.example' } },
    'messages.preflight.key',
    'messages.preflight.noVersion',
    { key: 'messages.preflight.rightBelowOrMore', values: { count: 0 } },
    'messages.preflight.noImpersonation',
  ])
})
