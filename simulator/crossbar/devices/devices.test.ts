import { afterEach, beforeEach, expect, test } from 'vitest'
import { Asking } from '../../asking.ts'
import type { JsonObject } from '../../json.ts'
import { setRegistration } from '../../registering.ts'

let kazoo: Asking
let token: string
let account: string
let user: string
let device: string

const person = { realm: 'acme.example', username: 'ann', password: 'AnnPass1!' }

beforeEach(async () => {
  kazoo = await Asking.start()
  const master = await kazoo.signIn()
  account = await kazoo.create(
    `/v2/accounts/${kazoo.master.accountId}`,
    { name: 'Acme', realm: person.realm },
    master,
  )
  user = await kazoo.create(
    `/v2/accounts/${account}/users`,
    { first_name: 'A', last_name: 'B', username: 'ann', password: person.password },
    master,
  )
  token = await kazoo.signIn(person)
  device = await kazoo.create(
    `/v2/accounts/${account}/devices`,
    {
      name: 'Desk',
      device_type: 'sip_device',
      owner_id: user,
      mac_address: '00:15:65:AA:BB:01',
      sip: { username: 'desk1', password: 'secret1' },
    },
    token,
  )
})

afterEach(() => kazoo.close())

const path = (rest = '') => `/v2/accounts/${account}/devices${rest}`
const put = (data: JsonObject) => kazoo.ask('PUT', path(), { name: 'Other', ...data }, { token })
const change = (verb: string, data: JsonObject) => kazoo.ask(verb, path(`/${device}`), data, { token })

test('a MAC address is stored without separators and is unique in an account, as is a SIP username', async () => {
  expect(await kazoo.ask('GET', path(`/${device}`), undefined, { token })).toMatchObject({
    data: { mac_address: '001565aabb01' },
  })
  expect(
    await put({ mac_address: '0015.65aa.bb01', sip: { username: 'DESK1', password: 'secret1' } }),
  ).toMatchObject({
    status: 400,
    data: {
      mac_address: { unique: { message: 'MAC address already in use', cause: '001565aabb01' } },
      'sip.username': { unique: { message: 'SIP credentials already in use', cause: 'DESK1' } },
    },
  })
})

test('only the master account changes the type of a device, and leaving it out is a change', async () => {
  expect(await change('POST', { name: 'Desk' })).toMatchObject({
    status: 400,
    data: { device_type: { invalid: { cause: '' } } },
  })
  expect(await change('PATCH', { device_type: 'softphone' })).toMatchObject({
    status: 400,
    data: { device_type: { invalid: { cause: 'softphone' } } },
  })
  const master = await kazoo.signIn()
  expect(
    await kazoo.ask('PATCH', path(`/${device}`), { device_type: 'softphone' }, { token: master }),
  ).toMatchObject({ status: 200 })
})

test('POST replaces, PATCH merges and null removes a key', async () => {
  expect(await change('PATCH', { owner_id: null, sip: { password: 'secret2' } })).toMatchObject({
    data: { name: 'Desk', sip: { username: 'desk1', password: 'secret2' } },
  })
  const { data } = await change('POST', { name: 'Bare', device_type: 'sip_device' })
  expect(data).toMatchObject({ name: 'Bare', sip: { expire_seconds: 300 } })
  expect(JSON.stringify(data)).not.toContain('mac_address')
})

test('a phone is registered until its credentials, owner or state change', async () => {
  const registered = async () => (await kazoo.ask('GET', path('/status'), undefined, { token })).data
  expect(await registered()).toEqual([])
  setRegistration(kazoo.simulator, { device, registered: true })
  expect(await registered()).toEqual([{ device_id: device, registered: true }])
  await change('PATCH', { name: 'Renamed' })
  expect(await registered()).toHaveLength(1)
  await change('PATCH', { enabled: false })
  expect(await registered()).toEqual([])
})

test('a deleted device is gone from lists and its credentials are free', async () => {
  expect(await change('DELETE', {})).toMatchObject({ data: { _read_only: { deleted: true } } })
  expect(await kazoo.ask('GET', path(), undefined, { token })).toMatchObject({ data: [] })
  expect(await put({ sip: { username: 'desk1', password: 'secret1' } })).toMatchObject({ status: 201 })
})

test('an id that the caller chooses is accepted once', async () => {
  const id = '0123456789abcdef0123456789abcdef'
  expect(await put({ id })).toMatchObject({ status: 201, data: { id } })
  expect(await put({ id })).toMatchObject({ status: 409, body: { message: 'datastore_conflict' } })
})

test('when plans bill for devices, a new device is refused until the charges are accepted', async () => {
  kazoo.simulator.config.charges = true
  expect(await put({})).toMatchObject({
    status: 402,
    body: { message: 'accept charges' },
    data: [{ summary: { recurring: 10 } }],
  })
  const envelope = { accept_charges: true, data: { name: 'Paid' } }
  expect(await kazoo.ask('PUT', path(), undefined, { token, envelope })).toMatchObject({ status: 201 })
  expect(await change('PATCH', { name: 'Free' })).toMatchObject({ status: 200 })
})

test('a user has their own devices, and a device may have no owner', async () => {
  await put({})
  const own = await kazoo.ask('GET', `/v2/accounts/${account}/users/${user}/devices`, undefined, { token })
  expect(own.data).toEqual([
    {
      id: device,
      name: 'Desk',
      mac_address: '001565aabb01',
      owner_id: user,
      enabled: true,
      device_type: 'sip_device',
      hotdesked: false,
    },
  ])
})

test('a sibling or parent account is forbidden, whatever the user may do in their own account', async () => {
  const master = await kazoo.signIn()
  const other = await kazoo.create(`/v2/accounts/${kazoo.master.accountId}`, { name: 'Other' }, master)
  for (const id of [other, kazoo.master.accountId])
    expect(await kazoo.ask('GET', `/v2/accounts/${id}/devices`, undefined, { token })).toMatchObject({
      status: 403,
      body: { message: 'forbidden' },
    })
})

test('4.3 charges every authenticated call to the bucket', async () => {
  const old = await Asking.start({ kazoo: '4.3' })
  try {
    const by = await old.signIn()
    const read = () =>
      old.ask('GET', `/v2/accounts/${old.master.accountId}/devices`, undefined, { token: by })
    for (let i = 0; i < 95; i++) await read()
    const statuses = await Promise.all(Array.from({ length: 60 }, read))
    expect(statuses.map(({ status }) => status)).toContain(429)
    old.simulator.clock.advance(5000)
    expect(await read()).toMatchObject({ status: 200 })
  } finally {
    await old.close()
  }
})
