import * as fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { NotFound, Rejected } from '../errors.ts'
import { Sealed, seal } from '../sealed.ts'
import type { Body } from './body.ts'
import { path } from './client.ts'
import { kazooId, type KazooId } from './ids.ts'
import { ChargesNotAccepted, RefusedAccount } from './refusal.ts'
import { envelope, failed, failure, send, spellings, TestCrossbar } from '../../testing/kazoo/crossbar.ts'

const open: { close(): unknown }[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})

async function crossbar(...reply: Parameters<typeof TestCrossbar.start>): Promise<TestCrossbar> {
  const started = await TestCrossbar.start(...reply)
  open.push(started)
  return started
}

const ACCOUNT = seal<'kazoo account'>('0123456789abcdef0123456789abcdef')
const named = z.object({ name: z.string() })
const at = path`/accounts/${ACCOUNT}`

test('a path has its ids in clear when it is sent and blanked in its template; an id of another form is simply not found', async () => {
  const server = await crossbar((_request, response) => send(response, 200, envelope({ name: 'x' })))
  await server.kazoo().one(at, named)
  expect(server.heard[0]?.url).toBe('/v2/accounts/0123456789abcdef0123456789abcdef')
  expect(at.template).toBe('/accounts/_')
  expect(() => JSON.stringify(at)).toThrow(TypeError)
  for (const odd of [
    '',
    '..',
    '../../x',
    '0123456789ABCDEF0123456789ABCDEF',
    '0123456789abcdef0123456789abcdef/',
    'whitelabel',
    '%2e%2e',
  ]) {
    expect(() => path`/accounts/${seal<'kazoo account'>(odd)}`, odd).toThrow(NotFound)
  }
})

test('security row 8: no text but 32 lower-case hex digits gets into a path', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => path`/accounts/${seal<'kazoo account'>(text)}`).toThrow(NotFound)
    }),
  )
})

test('every call sends the token, the reference and asks for JSON', async () => {
  const server = await crossbar((_request, response) => send(response, 200, envelope({ name: 'x' })))
  await server.kazoo().one(at, named)
  await server.kazoo({ token: null }).one(at, named)
  expect(server.heard[0]?.headers).toMatchObject({
    'x-auth-token': 'first.token.of-the-test',
    'x-request-id': 'reference-1',
    accept: 'application/json',
  })
  expect(server.heard[1]?.headers).not.toHaveProperty('x-auth-token')
})

test('a document has its known fields only, its ids sealed, and nothing of the envelope', async () => {
  const server = await crossbar((_request, response) =>
    send(response, 200, envelope({ id: 'f'.repeat(32), name: 'Acme', pvt_secret: 'x', extra: { a: 1 } })),
  )
  const doc = await server.kazoo().one(at, z.object({ id: kazooId('account'), name: z.string() }))
  expect(Object.keys(doc)).toEqual(['id', 'name'])
  expect(doc.id).toBeInstanceOf(Sealed)
  expect(doc.id.equals(seal('f'.repeat(32)))).toBe(true)
})

test('the echo of the token is dropped: even a schema that keeps everything does not see it', async () => {
  const server = await crossbar((_request, response) =>
    send(response, 200, envelope({ name: 'x' }, { metadata: { more: 1 } })),
  )
  const doc = await server.kazoo().one(at, z.looseObject({}))
  expect(doc).toEqual({ name: 'x', more: 1 })
  const error = await failed(server.kazoo().one(at, z.object({ missing: z.string() })))
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('CANARY')
})

test('a page sends its cursor unchanged, sealed in between, and a list requests all rows', async () => {
  const cursor = 'g2wAAAACbQ+/=&?#'
  const server = await crossbar(({ url }, response) =>
    send(
      response,
      200,
      envelope([{ name: 'x' }], url.includes('start_key') ? {} : { next_start_key: cursor, page_size: 1 }),
    ),
  )
  const kazoo = server.kazoo()
  const first = await kazoo.page(path`/list`, named, { size: 7 })
  expect(first.rows).toEqual([{ name: 'x' }])
  expect(first.next).toBeInstanceOf(Sealed)
  const last = await kazoo.page(path`/list`, named, { ...(first.next && { after: first.next }) })
  expect(last.next).toBeNull()
  await kazoo.list(path`/list`, named)
  const queries = server.heard.map(({ url }) => Object.fromEntries(new URL(url, 'http://x').searchParams))
  expect(queries).toEqual([{ page_size: '7' }, { page_size: '50', start_key: cursor }, { paginate: 'false' }])
})

test('an invalid row is left out; a list of only invalid rows is a fault', async () => {
  const rows: unknown[] = [{ name: 'a' }, { name: 5 }, null, { name: 'b' }]
  const server = await crossbar((_request, response) => send(response, 200, envelope(rows)))
  expect(await server.kazoo().list(path`/list`, named)).toEqual([{ name: 'a' }, { name: 'b' }])
  rows.splice(0, 4, { name: 5 })
  await expect(server.kazoo().list(path`/list`, named)).rejects.toMatchObject({ reason: 'faulty' })
})

test("each verb uses Kazoo's method for it, and its body is wrapped in data", async () => {
  const server = await crossbar((_request, response) => send(response, 200, envelope({ name: 'x' })))
  const kazoo = server.kazoo()
  await kazoo.create(at, { name: 'a', timezone: undefined, realm: null }, named, {
    query: { send_email_on_creation: false },
  })
  await kazoo.patch(at, { name: null, sip: {}, caller_id: { internal: {} }, flags: ['a'] }, named)
  await kazoo.replace(at, { name: 'a' }, named)
  await kazoo.run(at)
  await kazoo.remove(at)
  expect(server.heard.map(({ method, body }) => [method, body && JSON.parse(body)])).toEqual([
    ['PUT', { data: { name: 'a' } }],
    ['PATCH', { data: { name: null, flags: ['a'] } }],
    ['POST', { data: { name: 'a' } }],
    ['POST', { data: {} }],
    ['DELETE', ''],
  ])
  expect(server.heard[0]?.url).toMatch(/\?send_email_on_creation=false$/)
})

test('security row 18: forbidden keys are stopped where bodies become text', async () => {
  const server = await crossbar((_request, response) => send(response, 200, envelope({ name: 'x' })))
  const keys =
    spellings(`pvt_tree PVT_enabled _id _rev id superduper_admin Superduper-Admin is_reseller reseller_id billing_mode billing_id
    wnm_allow_additions api_key accept_charges verb auth_token as action constructor prototype __proto__`)
  const forbidden = keys.map((key): Body => JSON.parse(`{"name":"x","${key}":"y"}`))
  forbidden.push(
    { sip: { pvt_x: 1 } },
    { list: [{ _id: 'x' }] },
    { priv_level: 'root' },
    { priv_level: { admin: true } },
  )
  for (const body of forbidden) {
    await expect(server.kazoo().create(at, body, named), JSON.stringify(body)).rejects.toBeInstanceOf(
      TypeError,
    )
    await expect(server.kazoo().patch(at, body, named)).rejects.toBeInstanceOf(TypeError)
    await expect(server.kazoo().replace(at, body, named)).rejects.toBeInstanceOf(TypeError)
    await expect(server.kazoo().run(at, body)).rejects.toBeInstanceOf(TypeError)
  }
  expect(server.heard).toHaveLength(0)
  await server.kazoo().create(at, { priv_level: 'admin', provision: { id: 5 } }, named)
  expect(server.heard).toHaveLength(1)
})

test('a value that is not plain is not sent: it might be a secret in another wrapping', async () => {
  const server = await crossbar((_request, response) => send(response, 200, envelope({ name: 'x' })))
  const strange: Body = JSON.parse('{"sip":{}}')
  Object.assign(strange, { sip: new Date() })
  await expect(server.kazoo().patch(at, strange, named)).rejects.toBeInstanceOf(TypeError)
  expect(server.heard).toHaveLength(0)
})

test('a sealed password in a body arrives in clear, and only there', async () => {
  const server = await crossbar((_request, response) => send(response, 200, envelope({ name: 'x' })))
  await server.kazoo().patch(at, { sip: { password: seal<'password'>('s3cret"\\') } }, named)
  expect(JSON.parse(server.heard[0]?.body ?? '')).toEqual({ data: { sip: { password: 's3cret"\\' } } })
})

const answers: [string, number, string, (error: unknown) => void][] = [
  ['403', 403, failure(403), (error) => expect(error).toMatchObject({ reason: 'forbidden' })],
  ['404', 404, failure(404, { cause: 'CANARY' }), (error) => expect(error).toBeInstanceOf(NotFound)],
  ['402', 402, failure(402, []), (error) => expect(error).toBeInstanceOf(ChargesNotAccepted)],
  ['409', 409, failure(409), (error) => expect(error).toMatchObject({ fields: {}, name: 'Rejected' })],
  ['405', 405, failure(405), (error) => expect(error).toMatchObject({ reason: 'faulty' })],
  ['406 without a body', 406, '', (error) => expect(error).toMatchObject({ reason: 'faulty' })],
  [
    '500 while it judged',
    500,
    '{"status":"error","error":"500","message":"init failed"}',
    (error) => expect(error).toMatchObject({ reason: 'faulty' }),
  ],
  [
    '500 while it saved',
    500,
    failure(500, {}, 'datastore_fault'),
    (error) => expect(error).toMatchObject({ reason: 'unknown' }),
  ],
  ['503', 503, failure(503), (error) => expect(error).toMatchObject({ reason: 'unknown' })],
  ['504 of a gateway', 504, '<html>CANARY', (error) => expect(error).toMatchObject({ reason: 'unknown' })],
  ['200 that is an error', 200, failure(404), (error) => expect(error).toBeInstanceOf(NotFound)],
  [
    '200 that is a nameless error',
    200,
    '{"status":"error"}',
    (error) => expect(error).toMatchObject({ reason: 'unknown' }),
  ],
  [
    '201 with nothing in it',
    201,
    envelope(undefined),
    (error) => expect(error).toMatchObject({ reason: 'unknown' }),
  ],
  ['200 that is a bare list', 200, '[1]', (error) => expect(error).toMatchObject({ reason: 'unknown' })],
  ['200 that is no JSON', 200, 'x', (error) => expect(error).toMatchObject({ reason: 'unknown' })],
  [
    'disabled account',
    400,
    failure(400, { account: { disabled: { message: 'x' } } }),
    (error) => expect(error).toMatchObject({ accountState: 'disabled' }),
  ],
  [
    'ended trial',
    400,
    failure(400, { account: { expired: { message: 'x' } } }),
    (error) => expect(error).toBeInstanceOf(RefusedAccount),
  ],
  [
    '400 as a list',
    400,
    failure(400, ['CANARY']),
    (error) => expect(error).toMatchObject({ fields: {}, name: 'Rejected' }),
  ],
]

test.each(answers)(
  'after a write, %s is reported with our message, and the write is not repeated',
  async (_name, status, body, check) => {
    const server = await crossbar((_request, response) => send(response, status, body))
    const error = await failed(server.kazoo().patch(at, { name: 'x' }, named))
    check(error)
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(
      /CANARY|127\.0\.0\.1|0123456789abcdef|bad_identifier/,
    )
    expect(server.heard).toHaveLength(1)
  },
)

test('a cursor cannot be used in a path, and an account id not as a cursor', () => {
  const cursor: KazooId<'cursor'> = seal('g20')
  // @ts-expect-error A cursor is not an id that has a place in a path.
  expect(() => path`/accounts/${cursor}`).toThrow(NotFound)
})

test('Rejected stays Rejected when it is about charges', () => {
  expect(new ChargesNotAccepted()).toBeInstanceOf(Rejected)
})
