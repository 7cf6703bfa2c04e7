import { hash } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isObject, list, text, type Json, type JsonObject } from './json.ts'
import { startSimulator, type Listening } from './server.ts'

// Faults in front of the whole simulator: which changes were made although the client got no answer.

let running: Listening
let token: string
let account: string

beforeEach(async () => {
  token = ''
  running = await startSimulator({ world: 'demo', kazoo: '5.0', latency: 0, seed: 'through' })
  const login = running.simulator.store.world.people.find(({ privilege }) => privilege === 'customer admin')
  if (!login) throw new Error('the demo has no customer admin')
  const credentials = hash('md5', `${login.username}:${login.password}`, 'hex')
  const { body } = await call('PUT', '/v2/user_auth', { credentials, account_realm: login.realm })
  token = text(body, 'auth_token') ?? ''
  account = login.accountId
})

afterEach(async () => {
  await running.close()
})

async function call(
  method: string,
  path: string,
  data?: JsonObject,
): Promise<{ status: number; body: JsonObject }> {
  const headers = { 'content-type': 'application/json', ...(token ? { 'x-auth-token': token } : {}) }
  const init = data === undefined ? { method, headers } : { method, headers, body: JSON.stringify({ data }) }
  const response = await fetch(running.url + path, init)
  const body: Json = JSON.parse(await response.text())
  return { status: response.status, body: isObject(body) ? body : {} }
}

async function strike(rule: JsonObject): Promise<void> {
  const response = await fetch(`${running.url}/_simulator/faults`, {
    method: 'POST',
    body: JSON.stringify(rule),
  })
  expect(response.status).toBe(201)
}

async function deviceNames(): Promise<(string | undefined)[]> {
  const { body } = await call('GET', `/v2/accounts/${account}/devices?paginate=false`)
  return list(body, 'data').map((row) => (isObject(row) ? text(row, 'name') : undefined))
}

test('a device exists if the connection breaks after creating it', async () => {
  await strike({
    pattern: '/v2/accounts/*/devices',
    methods: ['PUT'],
    fault: { kind: 'reset', after: 'answer' },
  })
  await expect(call('PUT', `/v2/accounts/${account}/devices`, { name: 'Unheard' })).rejects.toThrow(
    'fetch failed',
  )
  expect(await deviceNames()).toContain('Unheard')
})

test('a device does not exist if the connection breaks before creating it', async () => {
  await strike({ pattern: '/v2/accounts/*/devices', methods: ['PUT'], fault: { kind: 'reset' } })
  await expect(call('PUT', `/v2/accounts/${account}/devices`, { name: 'Unheard' })).rejects.toThrow(
    'fetch failed',
  )
  expect(await deviceNames()).not.toContain('Unheard')
})

test('an injected refusal changes nothing, is logged with its status, and ends after its count', async () => {
  await strike({
    pattern: '/v2/**',
    methods: ['PUT'],
    count: 1,
    fault: { kind: 'status', status: 429, tokens: true },
  })
  const devices = `/v2/accounts/${account}/devices`
  expect(await call('PUT', devices, { name: 'Second try' })).toMatchObject({
    status: 429,
    body: { error: '429', tokens: { remaining: 0 } },
  })
  expect(await call('PUT', devices, { name: 'Second try' })).toMatchObject({ status: 201 })
  const log = running.simulator.log.since(0).filter(({ write, path }) => write && path.endsWith('/devices'))
  expect(log).toMatchObject([{ status: 429 }, { status: 201, body: { data: { name: 'Second try' } } }])
})

test('poisoned keys come with the real device, and faults never apply to the control port', async () => {
  await strike({ pattern: '**', fault: { kind: 'proto' } })
  const response = await fetch(`${running.url}/v2/accounts/${account}`, {
    headers: { 'x-auth-token': token },
  })
  expect(await response.text()).toMatch(/"data":\{"__proto__":\{"polluted":true[^]*Bäckerei Vogel GmbH/)
  const health = await fetch(`${running.url}/_simulator/health`)
  expect(await health.text()).not.toContain('__proto__')
})

test('tokens expire on demand: the next call is refused like one with an expired token', async () => {
  await fetch(`${running.url}/_simulator/expire-tokens`, { method: 'POST' })
  expect(await call('GET', `/v2/accounts/${account}`)).toMatchObject({ status: 401, body: { error: '401' } })
})

test('a phone that registers shows in the status of the devices', async () => {
  const database = running.simulator.store.database(account)
  const device = database
    .ofType('device')
    .map((doc) => text(doc, '_id') ?? '')
    .find((id) => !database.registration(id))
  const status = async () =>
    JSON.stringify((await call('GET', `/v2/accounts/${account}/devices/status`)).body['data'])
  expect(await status()).not.toContain(device)
  await fetch(`${running.url}/_simulator/registrations`, {
    method: 'POST',
    body: JSON.stringify({ device, registered: true }),
  })
  expect(await status()).toContain(device)
})

test.each([
  ['does not exist, and its name can be used again', false, 404],
  ['exists if it was kept', true, 200],
])('an account that Kazoo does not confirm %s', async (_what, kept, status) => {
  const at = `/v2/accounts/${account}`
  const fault = { pattern: '/v2/accounts/*', methods: ['PUT'], count: 1, fault: { kind: 'unkept', kept } }
  await strike(fault)
  const response = await fetch(running.url + at, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'x-auth-token': token },
    body: JSON.stringify({ data: { name: 'Lost', realm: 'lost.example' } }),
  })
  const answered: Json = JSON.parse(await response.text())
  const body = isObject(answered) ? answered : {}
  const data = isObject(body['data']) ? body['data'] : {}
  const id = text(data, 'id') ?? ''
  expect(response.status).toBe(201)
  expect(response.headers.get('location')).toBe(`${at}/${id}`)
  expect(text(body, 'revision')).toMatch(/^1-[0-9a-f]{32}$/)
  // As recorded (docs/kazoo.md section 27.1, `mkacc` by a reseller without anything billable below).
  expect(Object.keys(data).toSorted()).toEqual([
    'call_restriction',
    'id',
    'music_on_hold',
    'name',
    'preflow',
    'realm',
    'ringtones',
    'timezone',
  ])
  expect(await call('GET', `/v2/accounts/${id}`)).toMatchObject({ status })
  expect(await call('PUT', at, { name: 'Lost', realm: 'lost.example' })).toMatchObject({
    status: kept ? 400 : 201,
  })
})
