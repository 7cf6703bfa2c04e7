import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { seal } from '../sealed.ts'
import { ancestorsOf, findAccount, listChildren, patchAccount } from './accounts.ts'
import type { Kazoo } from './client.ts'
import { findDevice, listDevices, patchDevice, registeredDevices } from './devices.ts'
import { listRegistrations } from './registrations.ts'
import { send, TestCrossbar } from '../../testing/kazoo/crossbar.ts'
import { findUser, listUsers, patchUser } from './users.ts'

const RECORDINGS = new URL('../../simulator/recordings/', import.meta.url)
const Recorded = z.object({
  name: z.string(),
  request: z.object({ method: z.string(), path: z.string() }),
  response: z.object({ status: z.number(), headers: z.record(z.string(), z.string()), body: z.unknown() }),
})
type Recorded = z.infer<typeof Recorded>

/** The answers of two real Crossbars, with hex in place of the symbols that stand for their ids. */
function recorded(file: string): Recorded[] {
  const text = readFileSync(new URL(file, RECORDINGS), 'utf8')
  const plain = text.replaceAll(/<id:(\d+)>/g, (_symbol, n: string) =>
    Number(n).toString(16).padStart(32, 'e'),
  )
  return plain
    .split('\n')
    .filter(Boolean)
    .map((line) => Recorded.parse(JSON.parse(line)))
}

const account = seal<'kazoo account'>('a'.repeat(32))
const device = { account, device: seal<'kazoo device'>('b'.repeat(32)) }
const user = { account, user: seal<'kazoo user'>('c'.repeat(32)) }
const calls: [string, RegExp, (kazoo: Kazoo) => Promise<unknown>][] = [
  ['GET', /^\/v2\/accounts\/e\w{31}$/, (kazoo) => findAccount(kazoo, account)],
  ['PATCH', /^\/v2\/accounts\/e\w{31}$/, (kazoo) => patchAccount(kazoo, account, { enabled: true })],
  [
    'GET',
    /^\/v2\/accounts\/e\w{31}\/(children|descendants|siblings)/,
    (kazoo) => listChildren(kazoo, account),
  ],
  ['GET', /^\/v2\/accounts\/e\w{31}\/(tree|parents)/, (kazoo) => ancestorsOf(kazoo, account)],
  ['GET', /^\/v2\/accounts\/e\w{31}\/users(\?.*)?$/, (kazoo) => listUsers(kazoo, account)],
  ['GET', /^\/v2\/accounts\/e\w{31}\/users\/e\w{31}$/, (kazoo) => findUser(kazoo, user)],
  ['PATCH', /^\/v2\/accounts\/e\w{31}\/users\/e\w{31}$/, (kazoo) => patchUser(kazoo, user, {})],
  ['GET', /^\/v2\/accounts\/e\w{31}\/devices(\?.*)?$/, (kazoo) => listDevices(kazoo, account)],
  ['GET', /^\/v2\/accounts\/e\w{31}\/devices\/status$/, (kazoo) => registeredDevices(kazoo, account)],
  ['GET', /^\/v2\/accounts\/e\w{31}\/devices\/e\w{31}$/, (kazoo) => findDevice(kazoo, device)],
  ['PATCH', /^\/v2\/accounts\/e\w{31}\/devices\/e\w{31}$/, (kazoo) => patchDevice(kazoo, device, {})],
  ['GET', /^\/v2\/accounts\/e\w{31}\/registrations$/, (kazoo) => listRegistrations(kazoo, account)],
]
const OURS = new Set(['NotFound', 'Forbidden', 'Rejected', 'Unavailable', 'Error'])

let server: TestCrossbar
let currentResponse: Recorded['response']
beforeAll(async () => {
  server = await TestCrossbar.start((_request, response) => {
    const { 'content-type': type } = currentResponse.headers
    if (type === undefined) response.writeHead(currentResponse.status).end(textOf(currentResponse.body))
    else send(response, currentResponse.status, textOf(currentResponse.body), { 'content-type': type })
  })
})
afterAll(() => server.close())

function textOf(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body)
}

test.each([
  ['4.3.jsonl', 1, 150],
  ['5.0.jsonl', 1, 150],
  ['4.3-fields.jsonl', 5, 400],
  ['5.0-fields.jsonl', 5, 400],
  ['4.3-lab.jsonl', 1, 20],
  ['5.0-lab.jsonl', 1, 20],
])(
  'answers of real servers about known fields are read, or refused with our messages (%s, one in %i)',
  async (file, step, least) => {
    let read = 0
    for (const { name, request, response } of recorded(file).filter((_line, n) => n % step === 0)) {
      const [, , call] =
        calls.find(([method, path]) => method === request.method && path.test(request.path)) ?? []
      const json = response.headers['content-type'] ?? 'application/json'
      if (!call || json !== 'application/json' || typeof response.body === 'string') continue
      currentResponse = response
      const kazoo = server.kazoo({ renew: () => Promise.reject(new Error('renewal')) })
      const outcome: unknown = await call(kazoo).catch((error: unknown) => error)
      read++
      if (response.status < 400) {
        expect(outcome, `${name} ${String(outcome)}`).not.toBeInstanceOf(Error)
        continue
      }
      expect(outcome, name).toBeInstanceOf(Error)
      if (!(outcome instanceof Error)) continue
      expect(OURS, name).toContain(outcome.name)
      expect(JSON.stringify(outcome, ['message', 'fields', 'cause', 'stack']), name).not.toMatch(
        /e{20}|String must|did not match|unknown failure|bad.identifier/i,
      )
    }
    expect(read).toBeGreaterThan(least)
  },
)
