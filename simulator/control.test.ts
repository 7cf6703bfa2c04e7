import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Asking } from './asking.ts'
import { control } from './control.ts'
import { isObject, text } from './json.ts'
import { check } from './schemas/check.ts'
import { makeSimulator, type Simulator } from './simulator.ts'

let simulator: Simulator
let server: Server
let url: string

beforeEach(async () => {
  simulator = makeSimulator({ world: 'demo', kazoo: '5.0', latency: 0, seed: 'control' })
  server = createServer((request, response) => {
    void control(simulator, request, response).then((taken) => taken || response.writeHead(418).end())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
})

afterEach(() => {
  server.closeAllConnections()
  server.close()
})

async function call(
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: unknown }> {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) }
  const response = await fetch(`${url}/_simulator/${path}`, init)
  return { status: response.status, body: await response.json() }
}

function bakery(): { accountId: string; device: string } {
  const login = simulator.store.world.people.find(({ privilege }) => privilege === 'customer admin')
  if (!login) throw new Error('the demo has no customer admin')
  const database = simulator.store.database(login.accountId)
  const device = database.ofType('device').find((doc) => !database.registration(text(doc, '_id') ?? ''))
  return { accountId: login.accountId, device: text(device ?? {}, '_id') ?? '' }
}

test('only paths under /_simulator/ belong to the control port', async () => {
  expect((await fetch(`${url}/v2/accounts`)).status).toBe(418)
  expect(await call('GET', 'health')).toMatchObject({
    status: 200,
    body: { ok: true, world: 'demo', kazoo: '5.0' },
  })
  expect(await call('GET', 'nonsense')).toMatchObject({ status: 404 })
})

test('the users who can sign in are listed with their passwords', async () => {
  const { body } = await call('GET', 'people')
  expect(body).toMatchObject({
    people: expect.arrayContaining([
      expect.objectContaining({
        privilege: 'reseller admin',
        realm: 'nordlicht.example',
        username: 'ada.krause',
      }),
    ]),
  })
})

test('requests are listed from a given number on, and cleared on demand', async () => {
  for (const path of ['/v2/a', '/v2/b']) simulator.log.add({ method: 'PATCH', path, query: '', headers: {} })
  expect(await call('GET', 'requests')).toMatchObject({
    body: { requests: [{ path: '/v2/a', write: true }, { path: '/v2/b' }] },
  })
  expect(await call('GET', 'requests?since=1')).toMatchObject({
    body: { requests: [{ n: 2, path: '/v2/b' }] },
  })
  await call('DELETE', 'requests')
  expect(await call('GET', 'requests')).toMatchObject({ body: { requests: [] } })
})

test('the canaries cover the accounts that were read, and no others', async () => {
  const { accountId } = bakery()
  const [user] = simulator.store.database(accountId).ofType('user')
  const { body } = await call('GET', 'canaries')
  const json = JSON.stringify(body)
  expect(json).toContain('Nordlicht-Admin-1')
  expect(json).toContain(text(user ?? {}, '_id') ?? 'no user')
  expect(json).toContain(text(user ?? {}, 'pvt_md5_auth') ?? 'no hash')
  const clinic = simulator.store.world.people.find(({ privilege }) => privilege === 'big customer admin')
  expect(json).not.toContain(clinic?.userId)
})

test('a fault is added, shown, and removed', async () => {
  const added = await call('POST', 'faults', {
    pattern: '/v2/**',
    fault: { kind: 'status', status: 429, tokens: true },
  })
  expect(added).toEqual({ status: 201, body: { id: 'fault-1' } })
  expect(await call('GET', 'faults/fault-1')).toMatchObject({ body: { pattern: '/v2/**', struck: 0 } })
  expect(simulator.faults.strike('GET', '/v2/about')).toMatchObject({ kind: 'status', status: 429 })
  expect(await call('DELETE', 'faults/fault-1')).toMatchObject({ status: 200 })
  expect(await call('DELETE', 'faults/fault-1')).toMatchObject({ status: 404 })
  expect(await call('GET', 'faults')).toEqual({ status: 200, body: { faults: [] } })
})

/** The account at the top of the demo, whose seed is "control". */
const MASTER = makeSimulator({ world: 'demo', kazoo: '5.0', latency: 0, seed: 'control' }).store.masterId

test.each([
  ['faults', { pattern: '/v2/**', fault: { kind: 'nope' } }, /kind must be one of/],
  ['faults', { pattern: '^(', fault: { kind: 'hang' } }, /regular expression/],
  ['faults', [], /must be a JSON object/],
  ['clock', { at: 'noon' }, /advanceMs must be/],
  ['config', { chargse: true }, /unknown switch chargse/],
  ['config', { charges: 'yes' }, /charges must be a boolean/],
  ['registrations', { device: 7 }, /device must be a device id/],
  ['documents', { account: 'f'.repeat(32), type: 'user', document: {} }, /account must be the id/],
  ['documents', { account: MASTER, document: {} }, /type must be the pvt_type/],
  ['documents', { account: MASTER, type: 'user', document: [] }, /document must be an object/],
  ['documents', { account: MASTER, type: 'user', document: { id: 7 } }, /id of the document must be text/],
  ['documents', { account: MASTER, type: 'user', document: { id: 'a', _id: 'b' } }, /must be the same/],
  ['schemas', { id: 'users', path: 'flags', part: 'text' }, /part a schema/],
])('an invalid body for %s is refused with a reason: %j', async (path, body, reason) => {
  const refused = await call('POST', path, body)
  expect(refused.status).toBe(400)
  expect(JSON.stringify(refused.body)).toMatch(reason)
})

test('a body that is not JSON is refused', async () => {
  const response = await fetch(`${url}/_simulator/clock`, { method: 'POST', body: '{' })
  expect(response.status).toBe(400)
})

const faults = () => check('5.0', 'whitelabel', { moon: { phase: 'full' } }).errors

test('a schema is amended, and the next document is validated by it', async () => {
  expect(faults()).toEqual([])
  await call('POST', 'schemas', { id: 'whitelabel', path: 'moon.phase', part: { type: 'integer' } })
  expect(faults()).toMatchObject([{ path: ['moon', 'phase'], keyword: 'type' }])
  await call('POST', 'schemas', { id: 'whitelabel', path: 'moon', part: null })
  expect(faults()).toEqual([])
})

test('a device registers and unregisters', async () => {
  const { accountId, device } = bakery()
  const registration = () => simulator.store.database(accountId).registration(device)
  await call('POST', 'registrations', { device, registered: true, userAgent: 'Test/1', ip: '203.0.113.9' })
  expect(registration()).toMatchObject({
    userAgent: 'Test/1',
    ip: '203.0.113.9',
    realm: 'vogel.nordlicht.example',
  })
  await call('POST', 'registrations', { device, registered: false })
  expect(registration()).toBeUndefined()
})

test('a device is found by its id alone, even before its account was read', async () => {
  const { device } = bakery()
  const other = makeSimulator({ world: 'demo', kazoo: '5.0', latency: 0, seed: 'control' })
  simulator = other
  expect(await call('POST', 'registrations', { device, registered: true })).toMatchObject({ status: 200 })
  expect(await call('POST', 'registrations', { device: 'f'.repeat(32), registered: true })).toMatchObject({
    status: 404,
  })
})

const LONG = 'A'.repeat(33)
const UUID = '550E8400-e29b-41d4-a716-446655440000'

test('a document is planted as it is, under an id of any form, and replaces the one with its id', async () => {
  const { accountId } = bakery()
  const plant = (document: object, type = 'user') =>
    call('POST', 'documents', { account: accountId, type, document })
  const odd = { first_name: null, last_name: 7, timezone: { is: 'no text' }, pvt_from: 'a migration' }
  expect(await plant({ id: LONG, ...odd })).toEqual({ status: 201, body: { id: LONG } })
  expect(await plant({ _id: UUID, mailbox: 1001 }, 'vmbox')).toEqual({ status: 201, body: { id: UUID } })
  const database = simulator.store.database(accountId)
  expect(database.get(LONG)).toMatchObject({ _id: LONG, pvt_type: 'user', pvt_account_id: accountId, ...odd })
  expect(database.get(LONG)).not.toHaveProperty('id')
  expect(database.ofType('vmbox')).toContainEqual(expect.objectContaining({ _id: UUID, mailbox: 1001 }))

  expect(await plant({ id: LONG, last_name: 'Only' })).toEqual({ status: 200, body: { id: LONG } })
  expect(database.get(LONG)).toMatchObject({ last_name: 'Only', pvt_from: 'a migration' })
  expect(database.get(LONG)).not.toHaveProperty('first_name')
  database.put(LONG, { ...database.get(LONG), pvt_deleted: true })
  await plant({ id: LONG, last_name: 'Back' })
  expect(database.ofType('user')).toContainEqual(expect.objectContaining({ last_name: 'Back' }))

  const { body } = await plant({ name: 'No id' }, 'device')
  expect(body).toEqual({ id: expect.stringMatching(/^[0-9a-f]{32}$/) })
})

test('an account is planted below its parent, or where its own `pvt_tree` says', async () => {
  const { accountId } = bakery()
  const { store } = simulator
  const plant = async (document: object) => {
    const { body } = await call('POST', 'documents', { account: accountId, type: 'account', document })
    return isObject(body) ? (text(body, 'id') ?? '') : ''
  }
  const nameless = await plant({ timezone: 'inherit' })
  expect(store.tree(nameless)).toEqual([...store.tree(accountId), accountId])
  expect(store.accounts.children(accountId)).toEqual([nameless])
  expect(store.account(nameless)).toMatchObject({
    pvt_account_id: nameless,
    pvt_enabled: true,
    pvt_reseller_id: store.account(accountId)?.['pvt_reseller_id'],
  })
  const gone = 'e'.repeat(32)
  const orphan = await plant({ id: 'c'.repeat(32), name: 'Orphan', pvt_tree: [MASTER, gone] })
  expect(store.tree(orphan)).toEqual([MASTER, gone])
  expect(store.accounts.descendants(MASTER)).toContain(orphan)
  expect(store.accounts.children(MASTER)).not.toContain(orphan)
  await plant({ id: orphan, name: 'Orphan again' })
  expect(store.account(orphan)).toMatchObject({ name: 'Orphan again', pvt_tree: [MASTER, gone] })
})

test('ids and secrets of planted documents are canaries', async () => {
  const { accountId } = bakery()
  const { body } = await call('POST', 'documents', {
    account: accountId,
    type: 'device',
    document: { id: UUID, sip: { username: 'planted-user', password: 'planted-secret' } },
  })
  expect(body).toEqual({ id: UUID })
  await call('POST', 'documents', { account: accountId, type: 'user', document: { id: LONG } })
  await call('POST', 'documents', { account: accountId, type: 'limits', document: { id: 'limits' } })
  const { body: listed } = await call('GET', 'canaries')
  expect(listed).toMatchObject({
    canaries: expect.arrayContaining([
      { kind: 'document', value: UUID },
      { kind: 'document', value: LONG },
      { kind: 'sip-username', value: 'planted-user' },
      { kind: 'sip-password', value: 'planted-secret' },
    ]),
  })
  expect(JSON.stringify(listed)).not.toContain('"limits"')
})

test('a user whose document is replaced can still sign in, and a restore forgets what was planted', async () => {
  const kazoo = await Asking.start({ world: 'demo' })
  const person = kazoo.simulator.store.world.people.find(({ username }) => username === 'greta.vogel')
  if (!person) throw new Error('the demo has no Greta Vogel')
  const post = async (path: string, body: object) => {
    const init = { method: 'POST', body: JSON.stringify(body) }
    return (await fetch(`${kazoo.server.url}/_simulator/${path}`, init)).status
  }
  const { accountId, userId } = person
  const document = { id: userId, username: 'greta.vogel', enabled: true, first_name: 12 }
  expect(await post('documents', { account: accountId, type: 'user', document })).toBe(200)
  const added = { id: LONG, name: 'Added' }
  expect(await post('documents', { account: accountId, type: 'device', document: added })).toBe(201)
  const token = await kazoo.signIn(person)
  const user = () => kazoo.ask('GET', `/v2/accounts/${accountId}/users/${userId}`, undefined, { token })
  const device = () => kazoo.ask('GET', `/v2/accounts/${accountId}/devices/${LONG}`, undefined, { token })
  expect((await user()).data).toEqual({ ...document })
  expect((await device()).data).toEqual(added)
  expect(await post('restore', {})).toBe(200)
  expect((await user()).data).toMatchObject({ first_name: 'Greta', priv_level: 'admin' })
  expect((await device()).status).toBe(404)
  await kazoo.close()
})

test('the clock can be advanced and set', async () => {
  const before = Date.now()
  await call('POST', 'clock', { advanceMs: 3_600_000 })
  expect(simulator.clock.now()).toBeGreaterThanOrEqual(before + 3_600_000)
  expect(await call('POST', 'clock', { at: '2030-01-01T00:00:00Z' })).toMatchObject({
    body: { at: expect.stringMatching(/^2030-01-01T00:00:00/) },
  })
  expect(await call('GET', 'clock')).toMatchObject({ body: { now: expect.any(Number) } })
})

test('every token issued so far expires at once, later ones do not', async () => {
  const identity = { accountId: 'a', method: 'cb_api_auth', secret: 's' } as const
  const early = simulator.tokens.issue(identity)
  await call('POST', 'expire-tokens')
  expect(simulator.tokens.hasExpired(early)).toBe(true)
  expect(simulator.tokens.hasExpired(simulator.tokens.issue({ ...identity, secret: 'other' }))).toBe(false)
})

test('switches can be read and set', async () => {
  expect(await call('POST', 'config', { charges: true, latency: 5 })).toMatchObject({
    body: { charges: true, latency: 5 },
  })
  expect(simulator.config).toMatchObject({ charges: true, latency: 5, mfa: false })
})

test('the world is restored to its initial state, and users stay signed in', async () => {
  const { accountId, device } = bakery()
  const { store, tokens } = simulator
  const before = structuredClone(store.database(accountId).get(device))
  const account = structuredClone(store.account(accountId))
  const token = tokens.issue({ accountId, method: 'cb_api_auth', secret: 's' })
  await call('POST', 'registrations', { device, registered: true })
  store.database(accountId).delete(device)
  store.saveAccount({ ...account, name: 'Renamed' })
  simulator.domains.set('phones.example', accountId)
  simulator.newKeys.set(accountId, 'another-key')
  simulator.resets.set('reset', { accountId, userId: 'u' })
  const link = 'https://phones.example/?recovery=1'
  simulator.mails.push({ at: 1, to: 'a@b', accountId, userId: 'u', kind: 'password_recovery', link })
  await call('POST', 'config', { charges: true, buckets: false })
  await call('POST', 'faults', { pattern: '/v2/**', fault: { kind: 'hang' } })
  simulator.buckets.consumeUntil('somebody', 100)

  expect(await call('POST', 'restore')).toMatchObject({ status: 200 })
  expect(before).toMatchObject({ _id: device })
  expect(store.database(accountId).get(device)).toEqual(before)
  expect(store.database(accountId).registration(device)).toBeUndefined()
  expect(store.account(accountId)).toEqual(account)
  expect(store.accounts.byName('Renamed')).toEqual([])
  expect([simulator.domains.size, simulator.newKeys.size, simulator.resets.size]).toEqual([0, 0, 0])
  expect(simulator.mails).toEqual([])
  expect(simulator.config).toMatchObject({ charges: false, buckets: true })
  expect(await call('GET', 'faults')).toMatchObject({ body: { faults: [] } })
  expect(simulator.buckets.remaining('somebody')).toBe(100)
  expect(tokens.claims(token)).toMatchObject({ account_id: accountId })
})

test('mails are listed and deleted', async () => {
  simulator.mails.push({
    at: 1,
    to: 'a@b',
    accountId: 'a',
    userId: 'u',
    kind: 'password_recovery',
    link: 'https://x/?recovery=1',
  })
  expect(await call('GET', 'mails')).toMatchObject({ body: { mails: [{ to: 'a@b' }] } })
  await call('DELETE', 'mails')
  expect(simulator.mails).toEqual([])
})
