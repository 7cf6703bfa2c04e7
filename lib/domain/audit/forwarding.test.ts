// Forwards the audit log to real receivers on loopback, with the real store and the real egress guard.
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer as createHttp, type IncomingMessage, type Server } from 'node:http'
import { createServer as createTcp, type AddressInfo, type Server as TcpServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { Forbidden, Rejected } from '../../errors.ts'
import { seal } from '../../sealed.ts'
import type { TestBrowser } from '../../../testing/browser.ts'
import { claimSink } from '../../store/audit-sinks.ts'
import { appendAuditEvent } from '../../store/audit-events.ts'
import { verifyAuditLog } from '../../store/audit-verify.ts'
import { database } from '../../store/database.ts'
import { as, openTeam, type Team } from '../../../testing/team.ts'
import { forwardAuditLogs } from './forward.ts'
import { findAuditSettings, setRetention, setForwarding, stopForwarding, testForwarding } from './settings.ts'

const SECRET = 'a secret of both sides'
const LATER = 7_200_000
type Post = { path: string; signature: string; body: string }
const Rows = z.object({
  rows: z.array(z.looseObject({ row: z.number(), hash: z.string(), verb: z.string() })),
})
let team: Team
let owner: TestBrowser
let web: Server
let log: TcpServer
let hook: string
let syslog: string
let answer: (post: Post) => number = () => 204
const posts: Post[] = []
const messages: string[] = []

const portOf = (address: AddressInfo | string | null) =>
  typeof address === 'object' ? (address?.port ?? 0) : 0

beforeAll(async () => {
  web = createHttp((request, response) => {
    void received(request).then((status) => response.writeHead(status).end('ok'))
  })
  log = createTcp((socket) => void text(socket).then((all) => messages.push(all)))
  web.listen(0, '127.0.0.1')
  log.listen(0, '127.0.0.1')
  await Promise.all([once(web, 'listening'), once(log, 'listening')])
  const [webPort, logPort] = [portOf(web.address()), portOf(log.address())]
  hook = `http://127.0.0.1:${webPort}/hook?tenant=1`
  syslog = `tcp://127.0.0.1:${logPort}`
  const allowed = [webPort, logPort].map((port) => `http://127.0.0.1:${port}=127.0.0.0/8`).join(' ')
  team = await openTeam('5.0', { AUDIT_ALLOWED_ORIGINS: allowed })
  owner = await team.enter()
})
afterEach(async () => {
  await as(owner, stopForwarding)
  // Forwarding covers rows from now on, starting with the outcome of this very change.
  posts.length = 0
  messages.length = 0
  answer = () => 204
})
afterAll(async () => {
  await team.close()
  web.close()
  log.close()
})

async function received(request: IncomingMessage): Promise<number> {
  const post = {
    path: request.url ?? '',
    signature: String(request.headers['portal-signature']),
    body: await text(request),
  }
  const status = answer(post)
  if (status < 300) posts.push(post)
  return status
}

const rowsIn = ({ body }: Post) => Rows.parse(JSON.parse(body)).rows
const sendTo = (kind: 'webhook' | 'syslog', address: string, secret: string | null = SECRET) =>
  as(owner, (viewer) =>
    setForwarding(viewer, { kind, address, secret: secret === null ? null : seal<'webhook secret'>(secret) }),
  )

async function append(count: number, name = 'Desk'): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    await appendAuditEvent(
      {
        tenant: team.tenant.id,
        actor: { member: null, name: 'Olga\n<13>1 forged' },
        verb: 'device.edit',
        subject: { kind: 'device', name, resource: null },
        path: ['Acme'],
        before: { name: 'x' },
        after: { name, password: seal<'password'>('never-seen') },
        reference: 'reference',
        clientAddress: null,
        userAgent: null,
      },
      'done',
    )
  }
}

test('a webhook gets every row from then on, in order, each batch signed over its time and body', async () => {
  await append(3)
  await sendTo('webhook', hook)
  await append(240)
  await forwardAuditLogs(() => new Date())
  const rows = posts.flatMap(rowsIn)
  expect(posts.map((post) => rowsIn(post).length)).toEqual([100, 100, 41])
  const [first] = rows
  expect(rows.map(({ row }) => row)).toEqual(rows.map((_row, at) => (first?.row ?? 0) + at))
  for (const { path, signature, body } of posts) {
    const [, seconds = '', given = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? []
    expect(given).toBe(createHmac('sha256', SECRET).update(`${seconds}.${body}`).digest('hex'))
    expect(path).toBe('/hook?tenant=1')
    expect(body).not.toMatch(/never-seen|\\n/)
  }
  // The received rows can be verified against the chain.
  expect(rows.at(-1)?.hash).toBe((await verifyAuditLog(database(), team.tenant.id))?.head.hash)
  expect((await as(owner, findAuditSettings)).forwarding).toMatchObject({ waiting: 0, failure: null })
})

test('rows that a receiver does not accept are sent again with growing pauses; none is skipped or reordered', async () => {
  await sendTo('webhook', hook)
  await append(2)
  answer = () => 500
  await forwardAuditLogs(() => new Date())
  expect((await as(owner, findAuditSettings)).forwarding).toMatchObject({
    waiting: 3,
    failure: 'messages.audit.refused',
  })
  expect(await claimSink(new Date(Date.now() + 4_000))).toBeNull()
  await forwardAuditLogs(() => new Date(Date.now() + 6_000))
  expect(await claimSink(new Date(Date.now() + 14_000))).toBeNull()
  answer = () => 200
  await append(1, 'After')
  await forwardAuditLogs(() => new Date(Date.now() + LATER))
  expect(posts.flatMap(rowsIn)).toHaveLength(4)
  expect((await as(owner, findAuditSettings)).forwarding).toMatchObject({
    waiting: 0,
    failure: null,
    failedAt: expect.any(String),
  })
})

test('two processes send for a tenant one after the other: no batch goes out twice', async () => {
  await sendTo('webhook', hook)
  await append(150)
  await Promise.all(Array.from({ length: 4 }, () => forwardAuditLogs(() => new Date())))
  const rows = posts.flatMap(rowsIn).map(({ row }) => row)
  expect(rows).toEqual([...new Set(rows)].toSorted((a, b) => a - b))
  expect(rows).toHaveLength(151)
})

test('syslog gets length-prefixed frames, and a forged name starts no new frame', async () => {
  await sendTo('syslog', syslog, null)
  await append(2, 'Empfang "]\\ ☎')
  expect(await forwardAuditLogs(() => new Date())).toBe(3)
  const frames = framesIn(Buffer.from(messages.join('')))
  expect(frames).toHaveLength(3)
  const [frame = ''] = frames.slice(-1)
  expect(frame).toMatch(
    /^<110>1 \d{4}-\d\d-\d\dT[\d:.]+Z localhost portal - device\.edit \[audit@32473 row="\d+" hash="[0-9a-f]{64}" event="[0-9a-f-]{36}" stage="done" verb="device\.edit"\] \uFEFF\{/,
  )
  expect(frame).not.toContain('\n')
  expect(JSON.parse(frame.slice(frame.indexOf('\uFEFF') + 1))).toMatchObject({
    who: { name: 'Olga <13>1 forged' },
  })
})

/** The frames of RFC 6587 3.4.1, by their lengths in bytes. */
function framesIn(all: Buffer): string[] {
  const frames: string[] = []
  for (let rest = all; rest.length > 0;) {
    const blank = rest.indexOf(' ')
    const end = blank + 1 + Number(rest.subarray(0, blank))
    frames.push(rest.subarray(blank + 1, end).toString())
    rest = rest.subarray(end)
  }
  return frames
}

test('a test message reports at once whether it was accepted', async () => {
  await expect(as(owner, testForwarding)).rejects.toThrow('messages.audit.address')
  await sendTo('webhook', hook)
  await as(owner, testForwarding)
  expect(posts.flatMap(rowsIn)).toMatchObject([{ row: 0, verb: 'audit.test' }])
  answer = () => 403
  await expect(as(owner, testForwarding)).rejects.toThrow('messages.audit.refused')
  await sendTo('syslog', 'tls://nobody.invalid', null)
  await expect(as(owner, testForwarding)).rejects.toThrow('messages.audit.address')
})

test.each([
  ['webhook', 'http://127.0.0.1:1/'],
  ['webhook', 'https://127.0.0.1/'],
  ['webhook', 'https://hook.example.com:9000/'],
  ['webhook', 'https://user:password@hook.example.com/'],
  ['webhook', 'https://localhost/'],
  ['webhook', 'ftp://hook.example.com/'],
  ['syslog', 'tcp://127.0.0.1:1'],
  ['syslog', 'tls://10.0.0.1:6514'],
  ['syslog', 'tcp://logs.example.com:25'],
  ['syslog', 'tcp://0x7f.1:6514'],
  ['syslog', 'https://logs.example.com'],
  ['syslog', 'tls://logs.example.com:70000'],
] as const)('%s to %s is refused with the one sentence for addresses', async (kind, address) => {
  const refusal = { fields: { address: 'messages.audit.address' } }
  await expect(sendTo(kind, address)).rejects.toMatchObject(refusal)
})

test('a secret belongs to its address, and is never shown', async () => {
  await expect(sendTo('webhook', hook, null)).rejects.toMatchObject({
    fields: { secret: 'rules.audit.secret' },
  })
  await sendTo('webhook', hook)
  await sendTo('webhook', hook, null)
  await expect(sendTo('webhook', `${hook}2`, null)).rejects.toThrow(Rejected)
  expect(JSON.stringify(await as(owner, findAuditSettings))).not.toContain(SECRET)
  const rows = await database().selectFrom('audit_sinks').selectAll().execute()
  const events = await database().selectFrom('audit_events').selectAll().execute()
  expect(JSON.stringify([rows, events])).not.toContain(SECRET)
})

test('only an owner sets forwarding and retention', async () => {
  const admin = await team.enter((await team.member('admin')).email)
  for (const act of [findAuditSettings, stopForwarding, testForwarding])
    await expect(as(admin, async (viewer): Promise<unknown> => act(viewer))).rejects.toThrow(Forbidden)
  await expect(as(admin, (viewer) => setRetention(viewer, 90))).rejects.toThrow(Forbidden)
  await as(owner, (viewer) => setRetention(viewer, 365))
  expect(await as(owner, findAuditSettings)).toMatchObject({ retentionDays: 365 })
})
