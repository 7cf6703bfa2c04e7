import { afterEach, expect, test } from 'vitest'
import { Rejected } from '../errors.ts'
import { seal, unseal } from '../sealed.ts'
import { ancestorsOf, findAccount, listChildren, pageOfChildren, patchAccount } from './accounts.ts'
import { createAccount } from './create-account.ts'
import {
  createDevice,
  findDevice,
  listDevices,
  patchDevice,
  registeredDevices,
  removeDevice,
  syncDevice,
  type DevicePatch,
} from './devices.ts'
import { listRegistrations } from './registrations.ts'
import { envelope, failed, failure, send, TestCrossbar } from '../../testing/kazoo/crossbar.ts'
import { createUser, findUser, listUsers, patchUser } from './users.ts'

const open: TestCrossbar[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})

/** A Crossbar with answers by verb and path, without the account. */
async function crossbar(answers: Record<string, unknown>) {
  const server = await TestCrossbar.start(({ method, url }, response) => {
    const answer =
      answers[`${method} ${url.replace(`/v2/accounts/${'a'.repeat(32)}`, '').replace(/\?.*/, '')}`]
    send(response, answer === undefined ? 404 : 200, answer === undefined ? failure(404) : envelope(answer))
  })
  open.push(server)
  return {
    kazoo: server.kazoo(),
    writes: () =>
      server.heard
        .filter(({ method }) => method !== 'GET')
        .map(({ method, body }) => [method, body && JSON.parse(body).data]),
    heard: server.heard,
  }
}

const [A, U, D] = ['a', 'b', 'c'].map((digit) => digit.repeat(32))
const account = seal<'kazoo account'>('a'.repeat(32))
const user = { account, user: seal<'kazoo user'>('b'.repeat(32)) }
const device = { account, device: seal<'kazoo device'>('c'.repeat(32)) }

const leaky = {
  pvt_enabled: true,
  superduper_admin: false,
  wnm_allow_additions: false,
  billing_mode: 'normal',
  api_key: 'CANARY',
}
const accountDoc = {
  id: A,
  name: 'Acme',
  realm: 'acme.example',
  timezone: 'Europe/Paris',
  enabled: false,
  is_reseller: true,
  created: 63_962_533_893,
  descendants_count: 5,
  ...leaky,
}

test('an account has our names, and Kazoo’s private fields are not among them', async () => {
  const { kazoo } = await crossbar({ 'GET ': accountDoc })
  const { id, createdAt, ...doc } = await findAccount(kazoo, account)
  expect(unseal(id)).toBe(A)
  expect(createdAt?.getUTCFullYear()).toBe(2026)
  expect(doc).toEqual({
    name: 'Acme',
    master: false,
    resellerAbove: null,
    realm: 'acme.example',
    timezone: 'Europe/Paris',
    language: '',
    enabled: false,
    reseller: true,
    descendantsCount: 5,
    held: {},
    unsupported: {},
  })
})

test('an account of Kazoo’s next version, which stores part of it beside the data, is the same account', async () => {
  const { id: _id, enabled, is_reseller, created, ...rest } = accountDoc
  const server = await TestCrossbar.start((_request, response) =>
    send(response, 200, envelope({ ...rest, id: A }, { metadata: { enabled, is_reseller, created } })),
  )
  open.push(server)
  expect(await findAccount(server.kazoo(), account)).toMatchObject({
    enabled: false,
    reseller: true,
    name: 'Acme',
  })
})

test('an edit of an account always sends whether it is enabled, so that none is enabled by accident', async () => {
  const { kazoo, writes } = await crossbar({ 'GET ': accountDoc, 'PATCH ': accountDoc })
  await patchAccount(kazoo, account, { name: 'Acme 2' })
  await patchAccount(kazoo, account, { enabled: true })
  expect(writes()).toEqual([
    ['PATCH', { name: 'Acme 2', enabled: false }],
    ['PATCH', { enabled: true }],
  ])
})

test('an account that inherits its time zone has none, and no time zone is sent as inherited', async () => {
  const inheriting = { ...accountDoc, timezone: 'inherit' }
  const { kazoo, writes } = await crossbar({ 'GET ': inheriting, 'PATCH ': inheriting })
  expect((await findAccount(kazoo, account)).timezone).toBe('')
  await patchAccount(kazoo, account, { timezone: '' })
  expect(writes()).toEqual([['PATCH', { timezone: 'inherit', enabled: false }]])
})

test('accounts below and above are rows with sealed ids; a page of them is in ascending order', async () => {
  const row = { id: A, name: 'Acme', realm: 'acme.example', descendants_count: 2, flags: [] }
  const { kazoo, heard } = await crossbar({
    'GET /children': [row, { ...row, id: 'whitelabel' }],
    'GET /tree': [{ id: A, name: 'master' }],
  })
  expect(await listChildren(kazoo, account)).toMatchObject([{ name: 'Acme', descendantsCount: 2 }])
  expect((await pageOfChildren(kazoo, account, { size: 2 })).rows).toHaveLength(1)
  expect(await ancestorsOf(kazoo, account)).toMatchObject([{ name: 'master' }])
  expect(heard[1]?.url).toContain('?ascending=true&page_size=2')
})

test('a new account and its first user are created without a mail from Kazoo', async () => {
  const { kazoo, writes, heard } = await crossbar({
    'PUT ': accountDoc,
    'PUT /users': { id: U, first_name: 'Ann', last_name: 'Lee' },
  })
  await createAccount(kazoo, account, { name: 'Acme', realm: 'acme.example' })
  await createUser(kazoo, account, {
    firstName: 'Ann',
    lastName: 'Lee',
    username: 'ann',
    password: seal('Correct horse'),
    privilege: 'admin',
  })
  expect(writes()).toEqual([
    ['PUT', { name: 'Acme', realm: 'acme.example' }],
    [
      'PUT',
      {
        first_name: 'Ann',
        last_name: 'Lee',
        username: 'ann',
        password: 'Correct horse',
        priv_level: 'admin',
      },
    ],
  ])
  expect(heard.every(({ url }) => url.endsWith('?send_email_on_creation=false'))).toBe(true)
})

test('users have our names and no password, and a patch removes what is empty', async () => {
  const row = {
    id: U,
    first_name: 'Ann',
    last_name: 'Lee',
    username: 'ann',
    email: 'ann@example.com',
    priv_level: 'admin',
    features: [],
    flags: [],
  }
  const { kazoo, writes } = await crossbar({
    'GET /users': [row, { id: A }],
    [`GET /users/${U}`]: { ...row, enabled: true, password: 'CANARY' },
    [`PATCH /users/${U}`]: row,
  })
  const [first, bare] = await listUsers(kazoo, account)
  expect(first).toMatchObject({
    firstName: 'Ann',
    lastName: 'Lee',
    username: 'ann',
    email: 'ann@example.com',
    privilege: 'admin',
  })
  expect(bare).toMatchObject({ firstName: '', username: null, email: null, privilege: 'user' })
  expect(Object.keys(await findUser(kazoo, user))).not.toContain('password')
  await patchUser(kazoo, user, { email: '', enabled: false })
  expect(writes()).toEqual([['PATCH', { email: null, enabled: false }]])
})

const deviceDoc = {
  id: D,
  name: 'Desk',
  device_type: 'sip_device',
  mac_address: '001565aabb01',
  enabled: true,
  owner_id: U,
  sip: { username: 'desk1', password: 'CANARY-pw', expire_seconds: 300 },
  call_forward: { enabled: true, number: '+14155550123', require_keypress: false },
  caller_id: { internal: { name: 'Desk', number: '1001' }, external: 'odd' },
  provision: { endpoint_brand: 'yealink', endpoint_model: 't46s' },
  custom_unknown_key: { x: 1 },
}

test('a device has our names, and its SIP password is sealed', async () => {
  const { kazoo } = await crossbar({ [`GET /devices/${D}`]: deviceDoc })
  const doc = await findDevice(kazoo, device)
  expect(doc).toMatchObject({
    name: 'Desk',
    type: 'sip_device',
    macAddress: '001565aabb01',
    enabled: true,
    sipUsername: 'desk1',
    realm: '',
    forwardEnabled: true,
    forwardNumber: '+14155550123',
    forwardRequireKeypress: false,
    forwardKeepCallerId: true,
    forwardDirectCallsOnly: false,
    internalName: 'Desk',
    internalNumber: '1001',
    externalName: '',
    externalNumber: '',
    emergencyName: '',
    emergencyNumber: '',
    brand: 'yealink',
    family: '',
    model: 't46s',
    held: { sipPassword: true },
  })
  expect(doc.owner && unseal(doc.owner)).toBe(U)
  expect(doc.sipPassword && unseal(doc.sipPassword)).toBe('CANARY-pw')
  expect(() => JSON.stringify(doc)).toThrow(TypeError)
  expect(Object.keys(doc)).not.toContain('custom_unknown_key')
})

test('a device about which Kazoo reports next to nothing is a device', async () => {
  const { kazoo } = await crossbar({
    [`GET /devices/${D}`]: { id: D, name: 'Bare', sip: null, owner_id: 'nobody', mac_address: '' },
  })
  expect(await findDevice(kazoo, device)).toMatchObject({
    name: 'Bare',
    type: 'sip_device',
    macAddress: '',
    enabled: true,
    owner: null,
    sipUsername: '',
    sipPassword: null,
    held: { sipPassword: false },
    realm: '',
    forwardEnabled: false,
    forwardNumber: '',
  })
})

test('a patch of a device has only the changes', async () => {
  const { kazoo, writes } = await crossbar({ [`PATCH /devices/${D}`]: deviceDoc })
  await patchDevice(kazoo, device, { name: 'Desk 2' })
  await patchDevice(kazoo, device, {
    macAddress: '',
    owner: null,
  })
  await patchDevice(kazoo, device, {
    owner: user.user,
    sipPassword: seal('new password'),
    sipUsername: 'desk2',
    forwardEnabled: false,
    forwardNumber: '',
    forwardKeepCallerId: true,
    forwardDirectCallsOnly: true,
    forwardRequireKeypress: false,
    internalName: '',
    emergencyNumber: '911',
    brand: 'poly',
    model: '',
  })
  expect(writes()).toEqual([
    ['PATCH', { name: 'Desk 2' }],
    ['PATCH', { mac_address: null, owner_id: null }],
    [
      'PATCH',
      {
        owner_id: U,
        sip: { password: 'new password', username: 'desk2' },
        call_forward: {
          enabled: false,
          number: null,
          keep_caller_id: true,
          direct_calls_only: true,
          require_keypress: false,
        },
        caller_id: { internal: { name: null }, emergency: { number: '911' } },
        provision: { endpoint_brand: 'poly', endpoint_model: null },
      },
    ],
  ])
})

test('a device is created with its type, removed, and asked to fetch its settings', async () => {
  const { kazoo, writes } = await crossbar({
    'PUT /devices': deviceDoc,
    [`DELETE /devices/${D}`]: {},
    [`POST /devices/${D}/sync`]: 'sync request sent',
  })
  await createDevice(kazoo, account, {
    name: 'Cell',
    type: 'cellphone',
    macAddress: '',
    forwardEnabled: true,
    forwardNumber: '+14155550123',
  })
  await removeDevice(kazoo, device)
  await syncDevice(kazoo, device)
  expect(writes()).toEqual([
    [
      'PUT',
      { name: 'Cell', device_type: 'cellphone', call_forward: { enabled: true, number: '+14155550123' } },
    ],
    ['DELETE', ''],
    ['POST', {}],
  ])
})

test('rows of devices and the registered among them are joined without opening an id', async () => {
  const rows = [
    {
      id: D,
      name: 'Desk',
      username: 'desk1',
      mac_address: '',
      owner_id: U,
      enabled: true,
      device_type: 'softphone',
      flags: [],
    },
    { id: A, name: 'Other', enabled: false },
  ]
  const { kazoo } = await crossbar({
    'GET /devices': rows,
    'GET /devices/status': [
      { device_id: D, registered: true },
      { device_id: A, registered: false },
    ],
  })
  const [listed, registered] = await Promise.all([
    listDevices(kazoo, account),
    registeredDevices(kazoo, account),
  ])
  expect(listed.map((row) => [row.name, row.type, row.macAddress, registered.has(row.id)])).toEqual([
    ['Desk', 'softphone', null, true],
    ['Other', 'sip_device', null, false],
  ])
})

test('a registration has its address and its user agent', async () => {
  const { kazoo } = await crossbar({
    'GET /registrations': [
      {
        authorizing_id: D,
        username: 'desk1',
        user_agent: 'Yealink',
        network_ip: '10.0.0.9',
        source_ip: '203.0.113.21',
        contact_ip: '10.0.0.9',
        expires: 480,
        last_registration: 63_962_534_470,
      },
      {},
    ],
  })
  const [first, bare] = await listRegistrations(kazoo, account)
  expect(first).toMatchObject({
    username: 'desk1',
    userAgent: 'Yealink',
    sourceAddress: '203.0.113.21',
    expiresSeconds: 480,
  })
  expect(first?.registeredAt).toBeInstanceOf(Date)
  expect(bare).toMatchObject({ device: null, userAgent: null, sourceAddress: null, registeredAt: null })
})

test('what Kazoo refuses of a device is reported at our field', async () => {
  const server = await TestCrossbar.start((_request, response) =>
    send(
      response,
      400,
      failure(
        400,
        {
          'sip.username': { unique: { cause: 'CANARY' } },
          mac_address: { unique: {} },
          'call_forward.number': { maxLength: { target: 15 } },
        },
        'validation error',
      ),
    ),
  )
  open.push(server)
  const error = await failed(patchDevice(server.kazoo(), device, { name: 'x' }))
  expect(error).toBeInstanceOf(Rejected)
  expect(error).toMatchObject({
    fields: {
      sipUsername: 'messages.refused.taken',
      macAddress: 'messages.refused.taken',
      forwardNumber: { key: 'messages.refused.long', values: { bound: 15 } },
    },
  })
})

test('security row 18: only known fields are sent, whatever else the caller passes', async () => {
  const { kazoo, writes } = await crossbar({
    'GET ': accountDoc,
    'PATCH ': accountDoc,
    [`PATCH /devices/${D}`]: deviceDoc,
    [`PATCH /users/${U}`]: { id: U },
  })
  const smuggled = JSON.parse(
    '{"name":"x","id":"y","pvt_tree":[],"superduper_admin":true,"billing_mode":"z","is_reseller":true,"priv_level":"admin","device_type":"a","__proto__":{"b":1}}',
  )
  await patchAccount(kazoo, account, smuggled)
  await patchDevice(kazoo, device, smuggled)
  await patchUser(kazoo, user, smuggled)
  expect(writes()).toEqual([
    ['PATCH', { name: 'x', enabled: false }],
    ['PATCH', { name: 'x' }],
    ['PATCH', {}],
  ])
  // @ts-expect-error The types do not allow it either.
  const patch: DevicePatch = { pvt_tree: [] }
  expect(Object.keys(patch)).toHaveLength(1)
})
