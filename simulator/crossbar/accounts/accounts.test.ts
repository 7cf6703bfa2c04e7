import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Asking } from '../../asking.ts'
import { isObject, list, text } from '../../json.ts'
import { plantDocument } from '../../planting.ts'

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

beforeEach(() => begin('5.0'))
afterEach(() => kazoo.close())

const write = (verb: string, path: string, data = {}) =>
  kazoo.ask(verb, `/v2/accounts/${path}`, data, { token })
const read = (path: string) => kazoo.ask('GET', `/v2/accounts/${path}`, undefined, { token })

async function names(path: string): Promise<(string | undefined)[]> {
  const { body } = await read(path)
  return list(body, 'data').map((row) => (isObject(row) ? text(row, 'name') : undefined))
}

test('names are compared by letters and digits, realms without regard to case', async () => {
  expect(await write('PUT', master, { name: 'A-C.M e', realm: 'ACME.example' })).toMatchObject({
    status: 400,
    data: {
      name: { unique: { message: 'Account name already in use', cause: 'A-C.M e' } },
      realm: { unique: { message: 'Account realm already in use', cause: 'ACME.example' } },
    },
  })
})

test('a change by the parent that does not mention `enabled` enables the account again', async () => {
  expect(await write('PATCH', acme, { enabled: false })).toMatchObject({ data: { enabled: false } })
  expect(await write('PATCH', acme, { timezone: 'Europe/Oslo' })).toMatchObject({ data: { enabled: true } })
})

test('children under a disabled account begin disabled', async () => {
  await write('PATCH', acme, { enabled: false })
  expect(await write('PUT', acme, { name: 'Kid' })).toMatchObject({ status: 201, data: { enabled: false } })
})

test.each(['4.3', '5.0'] as const)('%s: an account that is kept is returned in full', async (version) => {
  await kazoo.close()
  await begin(version)
  const answer = await write('PUT', master, { name: 'Kept' })
  expect(answer).toMatchObject({
    status: 201,
    data: { enabled: true, reseller_id: master, is_reseller: false, billing_mode: 'limits_only' },
  })
  expect(answer.data).toHaveProperty('created', expect.any(Number))
  // 5.0 returns the revision only of an account that it has lost.
  expect('revision' in answer.body).toBe(version === '4.3')
})

test.each([
  ['4.3', { users: { admin: 1 } }],
  ['5.0', { users: { admin: 1 }, accounts: { account: 1 } }],
] as const)(
  '%s: a reseller is billed for what is below it, and for nothing if nothing is',
  async (version, cascade) => {
    await kazoo.close()
    await begin(version)
    await write('PUT', `${acme}/reseller`)
    const quantities = async () => (await read(`${acme}/services/summary`)).data
    expect(await quantities()).toMatchObject({ quantities: { cascade: {} }, reseller: { is_reseller: true } })
    const kid = await kazoo.create(`/v2/accounts/${acme}`, { name: 'Kid' }, token)
    await write('PUT', `${kid}/users`, { first_name: 'A', last_name: 'B', priv_level: 'admin' })
    expect(await quantities()).toHaveProperty('quantities.cascade', cascade)
  },
)

test('an account with descendants is not deleted; without them it is deleted with its documents', async () => {
  const kid = await kazoo.create(`/v2/accounts/${acme}`, { name: 'Kid' }, token)
  expect(await write('DELETE', acme)).toMatchObject({
    status: 500,
    body: { message: 'account_has_descendants' },
  })
  expect(await write('DELETE', kid)).toMatchObject({ status: 200, data: { _read_only: { deleted: true } } })
  expect(await read(`${kid}/users`)).toMatchObject({ status: 404 })
  expect(await write('DELETE', acme)).toMatchObject({ status: 200 })
  expect(await write('DELETE', master)).toMatchObject({ status: 405 })
})

test('an account with an existing id is a conflict, and the old one stays', async () => {
  expect(await write('PUT', master, { id: acme, name: 'Thief' })).toMatchObject({ status: 409 })
  expect(await read(acme)).toMatchObject({ data: { name: 'Acme' } })
})

test('a trial ends after fourteen days, and then every request is refused', async () => {
  const { data } = await write('PUT', master, {
    name: 'Trial',
    realm: 'trial.example',
    is_trial_account: true,
  })
  const trial = isObject(data) ? (text(data, 'id') ?? '') : ''
  const login = { realm: 'trial.example', username: 'tom', password: 'TomPass1!' }
  await write('PUT', `${trial}/users`, { first_name: 'T', last_name: 'T', ...login })
  expect(await read(trial)).toMatchObject({ data: { trial_time_left: expect.any(Number) } })
  const own = await kazoo.signIn(login)
  expect(await kazoo.ask('GET', `/v2/accounts/${trial}`, undefined, { token: own })).toMatchObject({
    status: 200,
  })
  kazoo.simulator.clock.advance(14 * 24 * 3_600_000)
  expect(await kazoo.signIn(login)).toBe('')
})

test('private keys cannot be set by a request', async () => {
  const data = {
    name: 'Sly',
    pvt_superduper_admin: true,
    superduper_admin: true,
    pvt_tree: [],
    is_reseller: true,
  }
  expect(await write('PUT', master, data)).toMatchObject({
    data: { superduper_admin: false, is_reseller: false },
  })
})

test('a move rewrites the tree of everything below; an unknown target empties it', async () => {
  const kid = await kazoo.create(`/v2/accounts/${acme}`, { name: 'Kid' }, token)
  const deep = await kazoo.create(`/v2/accounts/${kid}`, { name: 'Deep' }, token)
  const beta = await kazoo.create(`/v2/accounts/${master}`, { name: 'Beta' }, token)
  expect(await write('POST', `${kid}/move`)).toMatchObject({ status: 400, data: { to: { required: {} } } })
  expect(await write('POST', `${kid}/move`, { to: deep })).toMatchObject({ status: 403 })
  expect(await write('POST', `${kid}/move`, { to: beta })).toMatchObject({ status: 200 })
  expect(await names(`${deep}/tree`)).toEqual(['master', 'Beta', 'Kid'])
  expect(await names(`${acme}/descendants`)).toEqual([])
  expect(await write('POST', `${kid}/move`, { to: 'f'.repeat(32) })).toMatchObject({ status: 200 })
  expect(await names(`${kid}/tree`)).toEqual([])
})

test('a promoted account is the reseller of all below it, until it is demoted', async () => {
  const kid = await kazoo.create(`/v2/accounts/${acme}`, { name: 'Kid' }, token)
  expect(await write('PUT', `${acme}/reseller`)).toMatchObject({ status: 201, data: { is_reseller: true } })
  expect(await read(kid)).toMatchObject({ data: { reseller_id: acme, billing_mode: 'manual' } })
  expect(await kazoo.create(`/v2/accounts/${acme}`, { name: 'Second' }, token).then(read)).toMatchObject({
    data: { reseller_id: acme },
  })
  expect(await write('DELETE', `${acme}/reseller`)).toMatchObject({
    status: 200,
    data: { is_reseller: false },
  })
  expect(await read(kid)).toMatchObject({ data: { reseller_id: master } })
})

describe('where the versions differ', () => {
  const data = {
    name: 'Acme',
    realm: 'acme.example',
    language: 'fr-fr',
    caller_id: { internal: { name: 'A', number: '1' } },
  }

  test('5.0 merges on POST and ignores a null beside other keys', async () => {
    await write('POST', acme, data)
    expect(await write('POST', acme, { name: 'Acme' })).toMatchObject({ data: { language: 'fr-fr' } })
    expect(
      await write('PATCH', acme, { language: null, caller_id: { internal: { name: null } } }),
    ).toMatchObject({
      data: { language: 'fr-fr', caller_id: { internal: { name: 'A', number: '1' } } },
    })
    expect(await write('PATCH', acme, { caller_id: { internal: null } })).toMatchObject({
      data: { caller_id: {} },
    })
  })

  test('in 5.0 nothing can be removed from an account, but empty values and lists replace', async () => {
    const stored = {
      my_flag: 'x',
      my_obj: { a: 1, b: 2 },
      my_list: [1, 2],
      call_restriction: { international: { action: 'deny' }, mars: { action: 'deny' } },
      caller_id: { external: { name: 'A', number: '+1' }, internal: { name: 'A', number: '1' } },
    }
    await write('POST', acme, { name: 'Acme', realm: 'acme.example', ...stored })
    for (const nothing of [
      { my_flag: null, my_obj: null, my_list: null, caller_id: null },
      { my_obj: { a: null }, call_restriction: { mars: null }, caller_id: { external: null } },
      { caller_id: { internal: { number: null } } },
    ])
      expect(await write('PATCH', acme, nothing)).toMatchObject({ status: 200, data: stored })
    // The schema presets an empty object here, which replaces what is stored.
    expect(await write('POST', acme, { name: 'Acme' })).toMatchObject({
      status: 200,
      data: { ...stored, call_restriction: {} },
    })
    expect(
      await write('PATCH', acme, { my_list: [], caller_id: { external: { name: '', number: '' } } }),
    ).toMatchObject({
      data: {
        my_list: [],
        caller_id: { external: { name: '', number: '' }, internal: { name: 'A', number: '1' } },
      },
    })
  })

  test.each(['4.3', '5.0'] as const)(
    '%s: a change of an account that inherits its time zone writes that of the nearest account above',
    async (version) => {
      await kazoo.close()
      await begin(version)
      await write('PATCH', acme, { timezone: 'Europe/Oslo' })
      const kid = await kazoo.create(`/v2/accounts/${acme}`, { name: 'Kid', timezone: 'Europe/Rome' }, token)
      const deep = await kazoo.create(`/v2/accounts/${kid}`, { name: 'Deep' }, token)
      expect(await read(deep)).toMatchObject({ data: { timezone: 'America/Los_Angeles' } })
      for (const id of [kid, deep]) {
        const document = { id, name: `Inherits ${id}`, realm: `${id}.example`, timezone: 'inherit' }
        plantDocument(kazoo.simulator, { account: acme, type: 'account', document })
        expect(await read(id)).toMatchObject({ data: { timezone: 'inherit' } })
      }
      expect(await write('PATCH', deep, { language: 'de-de' })).toMatchObject({
        data: { timezone: 'Europe/Oslo' },
      })
    },
  )

  test('4.3 replaces on POST, and a null removes the key', async () => {
    await kazoo.close()
    await begin('4.3')
    await write('POST', acme, data)
    expect(await write('PATCH', acme, { caller_id: { internal: { name: null } } })).toMatchObject({
      data: { language: 'fr-fr', caller_id: { internal: { number: '1' } } },
    })
    const { data: after } = await write('POST', acme, { name: 'Acme', realm: 'acme.example' })
    expect(isObject(after) && 'language' in after).toBe(false)
  })

  test('lists descend in 5.0 and ascend in 4.3, page by page to the last row', async () => {
    for (const version of ['5.0', '4.3'] as const) {
      await kazoo.close()
      await begin(version)
      for (const name of ['One', 'two', 'Älter', 'Zoo', 'alt'])
        await kazoo.create(`/v2/accounts/${acme}`, { name: `${name} x` }, token)
      const up = ['alt x', 'Älter x', 'One x', 'two x', 'Zoo x']
      const listed: (string | undefined)[] = []
      let next: string | undefined
      for (let pages = 0; pages < 3; pages++) {
        const { body } = await read(
          `${acme}/children?page_size=2${next === undefined ? '' : `&start_key=${next}`}`,
        )
        listed.push(...list(body, 'data').map((row) => (isObject(row) ? text(row, 'name') : undefined)))
        next = text(body, 'next_start_key')
      }
      expect(next).toBeUndefined()
      expect(listed).toEqual(version === '4.3' ? up : up.toReversed())
    }
  })

  test('an empty page size is 404 in 5.0 and the usual size in 4.3', async () => {
    expect(await read(`${acme}/children?page_size=0`)).toMatchObject({
      status: 404,
      data: { message: 'page size must be at least 1' },
    })
    await kazoo.close()
    await begin('4.3')
    expect(await read(`${acme}/children?page_size=0`)).toMatchObject({ status: 200 })
  })
})

const inUse = (key: string, cause: string) => ({
  status: 400,
  data: { [key]: { unique: { message: `Account ${key} already in use`, cause } } },
})

describe('a name or realm that is in use', () => {
  const login = { realm: 'acme.example', username: 'tom', password: 'TomPass1!' }
  let beta: string

  async function beginWithTwo(version: '4.3' | '5.0'): Promise<void> {
    await kazoo.close()
    await begin(version)
    beta = await kazoo.create(`/v2/accounts/${master}`, { name: 'Beta', realm: 'beta.example' }, token)
    await write('PUT', `${acme}/users`, { first_name: 'T', last_name: 'T', ...login })
  }

  test.each(['PATCH', 'POST'])('5.0 refuses it with %s, and has saved everything', async (verb) => {
    await beginWithTwo('5.0')
    const change = { name: 'Acme', realm: 'BETA.example', language: 'de-de', enabled: false }
    expect(await write(verb, acme, change)).toMatchObject(inUse('realm', 'BETA.example'))
    expect(await read(acme)).toMatchObject({
      data: { name: 'Acme', realm: 'BETA.example', language: 'de-de', enabled: true },
    })
    expect(await write(verb, acme, { name: 'be-ta', realm: 'acme.example' })).toMatchObject(
      inUse('name', 'be-ta'),
    )
    expect(await read(acme)).toMatchObject({ data: { name: 'be-ta', realm: 'acme.example' } })
  })

  test('5.0 can then save neither account of a realm, until one gets a free one', async () => {
    await beginWithTwo('5.0')
    await write('PATCH', acme, { realm: 'beta.example' })
    for (const id of [acme, beta])
      expect(await write('PATCH', id, { timezone: 'Europe/Oslo' })).toMatchObject(
        inUse('realm', 'beta.example'),
      )
    // The old realm is nobody's; by the new one, both accounts are tried.
    expect(await kazoo.signIn(login)).toBe('')
    expect(await kazoo.signIn({ ...login, realm: 'beta.example' })).not.toBe('')
    expect(await write('PATCH', acme, { realm: 'acme.example' })).toMatchObject({
      status: 200,
      data: { realm: 'acme.example', timezone: 'Europe/Oslo' },
    })
    expect(await write('PATCH', beta, { timezone: 'Europe/Rome' })).toMatchObject({ status: 200 })
    expect(await kazoo.signIn(login)).not.toBe('')
  })

  test('5.0 lets the account of a name whose id is first be saved', async () => {
    await beginWithTwo('5.0')
    await write('PATCH', acme, { name: 'Beta' })
    const [first, second] = acme < beta ? [acme, beta] : [beta, acme]
    expect(await write('PATCH', first, { timezone: 'Europe/Oslo' })).toMatchObject({ status: 200 })
    expect(await write('PATCH', second, { timezone: 'Europe/Oslo' })).toMatchObject(inUse('name', 'Beta'))
  })

  test('5.0 saves nothing if the schema objects as well, nor with PUT', async () => {
    await beginWithTwo('5.0')
    const call_restriction = { international: { action: 'forbid' } }
    expect(await write('PATCH', acme, { realm: 'beta.example', call_restriction })).toMatchObject({
      status: 400,
      data: {
        realm: { unique: {} },
        'call_restriction%2Einternational%2Eaction': { enum: { value: 'forbid' } },
      },
    })
    expect(await read(acme)).toMatchObject({ data: { realm: 'acme.example', call_restriction: {} } })
    expect(await write('PUT', master, { name: 'Gamma', realm: 'beta.example' })).toMatchObject(
      inUse('realm', 'beta.example'),
    )
    expect(new Set(await names(`${master}/children`))).toEqual(new Set(['Acme', 'Beta']))
  })

  test('4.3 refuses it, and saves nothing', async () => {
    await beginWithTwo('4.3')
    for (const verb of ['PATCH', 'POST'])
      expect(
        await write(verb, acme, { name: 'Acme', realm: 'beta.example', language: 'de-de' }),
      ).toMatchObject(inUse('realm', 'beta.example'))
    const { data } = await read(acme)
    expect(data).toMatchObject({ realm: 'acme.example' })
    expect(data).not.toHaveProperty('language')
  })
})
