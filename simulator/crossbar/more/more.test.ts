import { afterEach, beforeEach, expect, test } from 'vitest'
import { Asking } from '../../asking.ts'
import type { Json } from '../../json.ts'

let kazoo: Asking
let token: string
let account: string

beforeEach(async () => {
  kazoo = await Asking.start({ world: 'demo' })
  token = await kazoo.signIn()
  account = await kazoo.create(
    `/v2/accounts/${kazoo.master.accountId}`,
    { name: 'Zebra Ltd', realm: 'zebra.example' },
    token,
  )
})

afterEach(() => kazoo.close())

const ask = (verb: string, rest: string, data?: Json) =>
  kazoo.ask(verb, `/v2/accounts/${account}/${rest}`, data, { token })

test('the number of a voicemail box is unique', async () => {
  expect(await ask('PUT', 'vmboxes', { name: 'One', mailbox: '1001' })).toMatchObject({ status: 201 })
  const message = 'Invalid mailbox number or already exists'
  for (const mailbox of ['1001', 'x1'])
    expect(await ask('PUT', 'vmboxes', { name: 'Two', mailbox })).toMatchObject({
      status: 400,
      data: { mailbox: { unique: { message } } },
    })
})

test('a callflow needs a number and modules that exist', async () => {
  const flow = { module: 'nosuch', data: {}, children: {} }
  expect(await ask('PUT', 'callflows', { numbers: ['1'], flow })).toMatchObject({
    status: 400,
    data: {
      'flow.module': { error: { value: 'nosuch' } },
      schema: { schema: { schema: 'callflows.nosuch' } },
    },
  })
  expect(await ask('PUT', 'callflows', { flow: { ...flow, module: 'hangup' } })).toMatchObject({
    status: 400,
    data: { numbers: { required: {} } },
  })
})

test('a PATCH of a callflow merges deeply, removes by null, and replaces lists', async () => {
  const flow = {
    module: 'user',
    data: { id: 'a'.repeat(32), can_call_self: true },
    children: { _: { module: 'hangup', data: {}, children: {} }, 1: { module: 'hangup', data: {} } },
  }
  const path = `/v2/accounts/${account}/callflows`
  const id = await kazoo.create(path, { numbers: ['2001', '2002'], flow }, token)
  const patch = (changes: Json) => ask('PATCH', `callflows/${id}`, changes)
  expect(await patch({ flow: { children: { _: null } } })).toMatchObject({
    status: 200,
    data: { flow: { ...flow, children: { 1: { module: 'hangup', data: {} } } }, numbers: ['2001', '2002'] },
  })
  const { data: changed } = await patch({ flow: { module: 'device', data: { id: 'b'.repeat(32) } } })
  expect(changed).toMatchObject({
    flow: {
      module: 'device',
      data: { id: 'b'.repeat(32), can_call_self: true },
      children: { 1: { module: 'hangup' } },
    },
  })
  expect(changed).not.toHaveProperty('flow.children._')
  expect(await patch({ numbers: ['2003'] })).toMatchObject({ data: { numbers: ['2003'] } })
  expect(await patch({ flow: { children: {} } })).toMatchObject({ data: { flow: { children: {} } } })
  const { data: posted } = await ask('POST', `callflows/${id}`, { numbers: ['2003'] })
  expect(posted).not.toHaveProperty('flow')
})

test('limits have defaults, and the reseller can set them', async () => {
  expect(await ask('GET', 'limits')).toMatchObject({ data: { allow_prepay: true, id: 'limits' } })
  expect(await ask('POST', 'limits', { twoway_trunks: 4 })).toMatchObject({
    status: 200,
    data: { twoway_trunks: 4 },
  })
  expect(await ask('POST', 'limits', { twoway_trunks: -1 })).toMatchObject({
    status: 400,
    data: { twoway_trunks: { minimum: {} } },
  })
  expect(await ask('GET', 'limits')).toMatchObject({ data: { twoway_trunks: 4 } })
})

test('a white label is found by its domain without a token, and its logo too', async () => {
  expect(
    await ask('PUT', 'whitelabel', { domain: 'Phone.Zebra.example', company_name: 'Zebra' }),
  ).toMatchObject({ status: 201 })
  expect(await ask('PUT', 'whitelabel', {})).toMatchObject({ status: 409 })
  const logo = { token, raw: 'PNG', headers: { accept: '*/*', 'content-type': 'image/png' } }
  expect(await kazoo.ask('POST', `/v2/accounts/${account}/whitelabel/logo`, undefined, logo)).toMatchObject({
    status: 200,
  })
  expect(await kazoo.ask('GET', '/v2/whitelabel/PHONE.zebra.example')).toMatchObject({
    status: 200,
    data: { company_name: 'Zebra' },
  })
  const served = await kazoo.ask('GET', '/v2/whitelabel/phone.zebra.example/logo', undefined, {
    headers: { accept: 'image/png' },
  })
  expect(served).toMatchObject({ status: 200, text: 'PNG' })
  expect(served.header('content-type')).toBe('image/png')
  expect(await kazoo.ask('GET', '/v2/whitelabel/other.example')).toMatchObject({
    status: 404,
    data: { cause: 'other.example' },
  })
})

test('search finds accounts by the beginning of their letters and digits', async () => {
  expect(await kazoo.ask('GET', '/v2/search?t=account&q=name&v=zeb', undefined, { token })).toMatchObject({
    data: [{ id: account, name: 'Zebra Ltd', realm: 'zebra.example', descendants_count: 0 }],
  })
  expect(await kazoo.ask('GET', '/v2/search?t=account&q=name&v=ebra', undefined, { token })).toMatchObject({
    data: [],
  })
})

test('webhooks are documents if their app has run, and 503 if it never has', async () => {
  const hook = { name: 'Changes', uri: 'https://hooks.example/x', hook: 'object', http_verb: 'post' }
  expect(await ask('PUT', 'webhooks', hook)).toMatchObject({
    status: 201,
    data: { enabled: true, retries: 2 },
  })
  expect(await ask('GET', 'webhooks')).toMatchObject({ data: [{ name: 'Changes' }] })
  kazoo.simulator.config.webhooks = false
  expect(await ask('GET', 'webhooks')).toMatchObject({
    status: 503,
    body: { message: 'datastore missing view' },
  })
  expect(await ask('PUT', 'webhooks', hook)).toMatchObject({
    status: 503,
    body: { message: 'datastore_fault' },
  })
  expect(await ask('PUT', 'webhooks', {})).toMatchObject({ status: 400 })
})

test('a list as CSV has the flattened keys in its first line', async () => {
  await ask('PUT', 'menus', { name: 'Main, with "quotes"' })
  const options = { token, headers: { accept: 'text/csv' } }
  const { text, header } = await kazoo.ask('GET', `/v2/accounts/${account}/menus`, undefined, options)
  expect(header('content-type')).toBe('text/csv')
  expect(text.split('\n')).toEqual([
    '"ID","name","flags"',
    expect.stringMatching(/^"[0-9a-f]{32}","Main, with ""quotes""",""$/),
    '',
  ])
})
