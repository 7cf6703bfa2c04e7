import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Asking } from './asking.ts'
import { isObject, list, text, type Json, type JsonObject } from './json.ts'
import { plantDocument } from './planting.ts'

const GONE = 'e'.repeat(32)
const LONG = 'F'.repeat(33)

let kazoo: Asking
let token: string
let master: string
let acme: string

async function begin(version: '4.3' | '5.0'): Promise<void> {
  kazoo = await Asking.start({ kazoo: version })
  token = await kazoo.signIn()
  master = kazoo.master.accountId
  acme = await kazoo.create(`/v2/accounts/${master}`, { name: 'Acme', realm: 'acme.example' }, token)
}

afterEach(() => kazoo.close())

function plant(type: string, document: JsonObject, account = acme): string {
  return plantDocument(kazoo.simulator, { account, type, document }).id
}

const patch = (path: string, data: JsonObject) =>
  kazoo.ask('PATCH', `/v2/accounts/${acme}/${path}`, data, { token })
const read = (path: string) => kazoo.ask('GET', `/v2/accounts/${path}`, undefined, { token })

async function rows(path: string): Promise<Json[]> {
  return list((await read(path)).body, 'data')
}

async function ids(path: string): Promise<(string | undefined)[]> {
  return (await rows(path)).map((row) => (isObject(row) ? text(row, 'id') : undefined))
}

describe.each(['4.3', '5.0'] as const)('%s: a planted account', (version) => {
  beforeEach(() => begin(version))

  test('without a name is listed without one, and found by id and realm, not by name', async () => {
    const id = plant('account', { realm: 'nameless.example' })
    expect(await rows(`${acme}/children`)).toEqual([
      { id, realm: 'nameless.example', descendants_count: 0, flags: [] },
    ])
    expect(await rows(`${acme}/descendants`)).toEqual([
      { id, realm: 'nameless.example', tree: [master, acme], flags: [] },
    ])
    const search = (by: string, value: string) => ids(`${acme}/search?t=account&q=${by}&v=${value}`)
    expect(await search('name', '')).not.toContain(id)
    expect(await search('realm', 'nameless')).toEqual([id])
    expect(await search('id', id)).toEqual([id])
    expect(await read(id)).toMatchObject({ status: 200, data: { id, realm: 'nameless.example' } })
  })

  test('without a realm is listed, and found by name and id, not by realm', async () => {
    const id = plant('account', { name: 'Realmless' })
    expect(await rows(`${acme}/children`)).toEqual([
      { id, name: 'Realmless', descendants_count: 0, flags: [] },
    ])
    const search = (by: string, value: string) => ids(`${acme}/search?t=account&q=${by}&v=${value}`)
    expect(await search('name', 'realmless')).toEqual([id])
    expect(await search('realm', '')).not.toContain(id)
  })

  test('of odd types is passed on as it is, and breaks no list', async () => {
    const odd = { name: 7, realm: { is: 'odd' }, flags: 'text', descendants_count: 'many' }
    const id = plant('account', odd)
    expect(await rows(`${acme}/children`)).toEqual([{ id, ...odd }])
    for (const by of ['name', 'realm'])
      expect(await ids(`${acme}/search?t=account&q=${by}&v=`)).not.toContain(id)
  })

  test('below a deleted account is a descendant of those above it, and a child of none', async () => {
    const id = plant('account', { name: 'Orphan', pvt_tree: [master, acme, GONE] })
    expect(await ids(`${acme}/children`)).toEqual([])
    expect(await ids(`${acme}/descendants`)).toEqual([id])
    expect(await ids(`${acme}/search?t=account&q=name&v=orphan`)).toEqual([id])
    expect(await rows(`${id}/tree`)).toEqual(
      version === '4.3'
        ? [
            { id: master, name: 'master', realm: 'master.kz.test', flags: [] },
            { id: acme, name: 'Acme', realm: 'acme.example', flags: [] },
            { flags: [] },
          ]
        : [{ id: master, name: 'master' }, { id: acme, name: 'Acme' }, {}],
    )
    expect(await kazoo.ask('DELETE', `/v2/accounts/${acme}`, {}, { token })).toMatchObject({
      body: { message: 'account_has_descendants' },
    })
  })

  test('without a tree is in no list, and opens for the master', async () => {
    const id = plant('account', { name: 'Treeless', pvt_tree: null })
    expect(await ids(`${master}/descendants`)).toEqual([acme])
    expect(await read(id)).toMatchObject({ status: 200, data: { name: 'Treeless' } })
  })

  test('lists page through accounts without names to the last one', async () => {
    const all = ['a', 'b', 'c'].map((at) => plant('account', at === 'b' ? {} : { name: at }))
    const first = await read(`${acme}/children?page_size=2`)
    const next = text(first.body, 'next_start_key') ?? ''
    const second = await ids(`${acme}/children?page_size=2&start_key=${next}`)
    const one = list(first.body, 'data').map((row) => (isObject(row) ? text(row, 'id') : undefined))
    expect(new Set([...one, ...second])).toEqual(new Set(all))
    expect([one.length, second.length]).toEqual([2, 1])
  })
})

describe.each(['4.3', '5.0'] as const)('%s: a planted document', (version) => {
  beforeEach(() => begin(version))

  test('a device is listed with what it has, whatever that is', async () => {
    plant('device', { id: LONG, mac_address: null, owner_id: 7, enabled: 'yes', sip: 'none', flags: null })
    const row = {
      id: LONG,
      mac_address: '',
      owner_id: 7,
      enabled: 'yes',
      device_type: 'sip_device',
      flags: [],
    }
    expect(await rows(`${acme}/devices`)).toEqual([row])
    expect(await read(`${acme}/devices/${LONG}`)).toMatchObject({
      status: 200,
      data: { id: LONG, sip: 'none' },
    })
  })

  test('a device is in the list of its user, unless `hotdesk` is null, at which the view stops', async () => {
    plant('user', { id: LONG, first_name: 'Odd' })
    const id = plant('device', { name: 'One', owner_id: LONG })
    const other = plant('device', { name: 'Two', owner_id: LONG, hotdesk: null })
    expect(await ids(`${acme}/users/${LONG}/devices`)).toEqual([id])
    expect(new Set(await ids(`${acme}/devices`))).toEqual(new Set([id, other]))
  })

  test('a user without names is listed, one with an empty Smart PBX feature is not', async () => {
    const id = plant('user', { hotdesk: { enabled: 'no' }, features: ['given'], first_name: null })
    const lost = plant('user', { first_name: 'Lost', smartpbx: { faxing: null } })
    const features = version === '5.0' ? ['given', 'hotdesk'] : ['hotdesk']
    expect(await rows(`${acme}/users`)).toEqual([{ id, features, first_name: null, flags: [] }])
    expect(await read(`${acme}/users/${lost}`)).toMatchObject({ status: 200, data: { first_name: 'Lost' } })
  })

  test('voicemail boxes are ordered by id in 4.3 and by name in 5.0', async () => {
    plant('vmbox', { id: `1${LONG}`, name: 'B', mailbox: 1001 })
    plant('vmbox', { id: `2${LONG}`, name: 'C', messages: [{}, {}] })
    plant('vmbox', { id: `3${LONG}`, name: 'A' })
    const b = { id: `1${LONG}`, name: 'B', mailbox: 1001, messages: 0, flags: [] }
    const c = { id: `2${LONG}`, name: 'C', messages: 2, flags: [] }
    const a = { id: `3${LONG}`, name: 'A', messages: 0, flags: [] }
    expect(await rows(`${acme}/vmboxes`)).toEqual(version === '4.3' ? [b, c, a] : [c, b, a])
  })

  test('a callflow whose flow has a child of null is in no list, and opens', async () => {
    const id = plant('callflow', { flow: { module: 'user', data: {}, children: { _: { module: 'x' } } } })
    const lost = plant('callflow', { flow: { module: 'user', data: {}, children: { _: null } } })
    expect(await rows(`${acme}/callflows`)).toEqual([
      { id, featurecode: false, modules: ['user'], flags: [] },
    ])
    expect(await read(`${acme}/callflows/${lost}`)).toMatchObject({ status: 200 })
  })

  test('one without a name is found by its id, one whose name is no text is not found', async () => {
    const id = plant('device', {})
    const odd = plant('device', { name: 7 })
    expect(await ids(`${acme}/search?t=device&q=name&v=${id}`)).toEqual([id])
    expect(await ids(`${acme}/search?t=device&q=name&v=${odd}`)).toEqual([])
  })

  test('a PATCH drops the nulls that were stored, but those in lists', async () => {
    const device = { name: 'One', timezone: null, mine: { a: null, b: { c: null }, d: [null, { e: null }] } }
    const id = plant('device', device)
    const { status, data } = await patch(`devices/${id}`, { name: 'Two' })
    expect([status, data]).toMatchObject([200, { name: 'Two', mine: { b: {}, d: [null, { e: null }] } }])
    expect(data).not.toHaveProperty('timezone')
    expect(data).not.toHaveProperty('mine.a')
    expect(data).not.toHaveProperty('mine.b.c')
  })

  test('a null in a PATCH is dropped where nothing or an object is stored, and kept where a text is', async () => {
    const id = plant('device', { name: 'One', two: { b: 1 }, three: 'text' })
    const inner = { a: null, b: null, c: 3 }
    const { data } = await patch(`devices/${id}`, { one: inner, two: inner, three: inner })
    expect(data).toMatchObject({ one: { c: 3 }, two: { c: 3 }, three: inner })
    expect(data).not.toHaveProperty('one.a')
    expect(data).not.toHaveProperty('two.b')
  })

  test('a PATCH casts what is stored, and saves it so', async () => {
    const id = plant('device', { name: 'One', enabled: 'true', sip: { expire_seconds: '360' } })
    expect(await patch(`devices/${id}`, { name: 'Two' })).toMatchObject({
      status: 200,
      data: { name: 'Two', enabled: true, sip: { expire_seconds: 360 } },
    })
  })

  test.each([
    ['device', 'devices', { name: 'One', presence_id: 1001 }, 'presence_id'],
    ['device', 'devices', { name: 'One', owner_id: LONG }, 'owner_id'],
    ['user', 'users', { first_name: 'A', last_name: 'B', timezone: 7 }, 'timezone'],
    ['vmbox', 'vmboxes', { name: 'One', mailbox: '1', pin: '12' }, 'pin'],
  ])(
    'a %s of %s with %j cannot be changed elsewhere until %s is mended',
    async (type, path, document, key) => {
      const id = plant(type, document)
      const refused = await patch(`${path}/${id}`, { mine: 1 })
      expect([refused.status, Object.keys(isObject(refused.data) ? refused.data : {})]).toEqual([400, [key]])
      expect((await read(`${acme}/${path}/${id}`)).data).toEqual({ id, ...document })
      expect(await patch(`${path}/${id}`, { mine: 1, [key]: null })).toMatchObject({ status: 200 })
    },
  )

  test('a user whose `enabled` is a text signs in: Kazoo asks whether it is true to JavaScript', async () => {
    const login = { realm: 'acme.example', username: 'tom', password: 'TomPass1!' }
    const id = await kazoo.create(
      `/v2/accounts/${acme}/users`,
      { first_name: 'T', last_name: 'T', ...login },
      token,
    )
    expect(await kazoo.signIn(login)).not.toBe('')
    plant('user', { id, username: 'tom', enabled: 'false' })
    expect(await kazoo.signIn(login)).not.toBe('')
    plant('user', { id, username: 'tom' })
    expect(await kazoo.signIn(login)).toBe('')
  })
})
