import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Asking } from '../asking.ts'

let kazoo: Asking
let token: string
let account: string

beforeEach(async () => {
  kazoo = await Asking.start({ world: 'demo' })
  token = await kazoo.signIn()
  account = kazoo.master.accountId
})

afterEach(() => kazoo.close())

test('a path without an API version gets a banner', async () => {
  expect(await kazoo.ask('GET', '/')).toMatchObject({
    status: 200,
    text: expect.stringContaining('Crossbar'),
  })
})

describe('the checks come in Kazoo’s order', () => {
  test('a bad body is reported before a bad path, account or token', async () => {
    expect(
      await kazoo.ask('PUT', '/v2/accounts/abc/nonsense', undefined, { envelope: { name: 'x' } }),
    ).toMatchObject({
      status: 400,
      data: { data: { required: { value: { name: 'x' } } } },
    })
  })

  test('an unknown path and a wrong verb are reported to clients without a token too', async () => {
    expect(await kazoo.ask('GET', `/v2/accounts/${account}/nonsense`)).toMatchObject({
      status: 404,
      body: { message: 'not_found' },
    })
    expect(await kazoo.ask('GET', '/v2/accounts')).toMatchObject({ status: 405, body: { error: '405' } })
  })

  test('a missing account is reported before a missing token', async () => {
    expect(await kazoo.ask('GET', '/v2/accounts/abc')).toMatchObject({
      status: 404,
      data: { message: `invalid account_id 'abc'` },
    })
    expect(await kazoo.ask('GET', `/v2/accounts/${'f'.repeat(32)}`)).toMatchObject({
      status: 404,
      body: { message: 'bad_identifier' },
    })
    expect(await kazoo.ask('GET', `/v2/accounts/${account}`)).toMatchObject({ status: 401 })
  })

  test('an unknown module is 401 without a token, and an empty 404 for the master account', async () => {
    expect(await kazoo.ask('GET', '/v2/nonsense')).toMatchObject({ status: 401 })
    expect(await kazoo.ask('GET', '/v2/nonsense', undefined, { token })).toMatchObject({
      status: 404,
      text: '',
    })
  })

  test('406, 415 and 501 have no body', async () => {
    const page = { token, headers: { accept: 'text/html' } }
    expect(await kazoo.ask('GET', `/v2/accounts/${account}`, undefined, page)).toMatchObject({
      status: 406,
      text: '',
    })
    await kazoo.ask('PUT', `/v2/accounts/${account}/whitelabel`, { domain: 'a.example' }, { token })
    const pdf = { token, raw: 'x', headers: { 'content-type': 'application/pdf' } }
    expect(await kazoo.ask('POST', `/v2/accounts/${account}/whitelabel/logo`, undefined, pdf)).toMatchObject({
      status: 415,
      text: '',
    })
    expect(await kazoo.ask('PROPFIND', `/v2/accounts/${account}`)).toMatchObject({ status: 501, text: '' })
  })
})

test('a body above eight million bytes is a 400, not a 413', async () => {
  const answered = await kazoo.ask('PUT', '/v2/user_auth', { more: 'x'.repeat(8_000_000) })
  expect(answered).toMatchObject({ status: 400, data: { file: { maxSize: { target: 8_000_000 } } } })
})

test('an array as data crashes, as it does in Kazoo', async () => {
  expect(await kazoo.ask('PUT', `/v2/accounts/${account}/devices`, [{ name: 'x' }], { token })).toMatchObject(
    {
      status: 500,
      body: { message: 'init failed' },
    },
  )
})

test('ETags are quoted; the same one gets 304, one without quotation marks 400', async () => {
  const first = await kazoo.ask('GET', `/v2/accounts/${account}`, undefined, { token })
  const tag = first.header('etag') ?? ''
  expect(tag).toMatch(/^"\d+-[0-9a-f]{32}"$/)
  const again = (value: string) =>
    kazoo.ask('GET', `/v2/accounts/${account}`, undefined, { token, headers: { 'if-none-match': value } })
  expect(await again(tag)).toMatchObject({ status: 304, text: '' })
  expect(await again(`W/${tag}`)).toMatchObject({ status: 304 })
  expect(await again('"1-other"')).toMatchObject({ status: 200 })
  expect(await again(tag.slice(1, -1))).toMatchObject({ status: 400, text: '' })
})

test('a stale If-Match is refused, after 5.0 has saved the change', async () => {
  const device = await kazoo.create(`/v2/accounts/${account}/devices`, { name: 'Before' }, token)
  const path = `/v2/accounts/${account}/devices/${device}`
  const stale = { token, headers: { 'if-match': '"1-stale"' } }
  expect(await kazoo.ask('PATCH', path, { name: 'After' }, stale)).toMatchObject({ status: 412, text: '' })
  expect(await kazoo.ask('GET', path, undefined, { token })).toMatchObject({ data: { name: 'After' } })
  expect(await kazoo.ask('DELETE', path, undefined, stale)).toMatchObject({ status: 412 })
  expect(await kazoo.ask('GET', path, undefined, { token })).toMatchObject({ status: 200 })
})

test('the request id is echoed, and a token in query or body counts', async () => {
  const headers = { 'x-request-id': 'my-own' }
  const own = await kazoo.ask('GET', `/v2/accounts/${account}?auth_token=${token}`, undefined, { headers })
  expect(own).toMatchObject({ status: 200, body: { request_id: 'my-own', auth_token: token } })
  expect(own.header('x-request-id')).toBe('my-own')
  const envelope = { auth_token: token, data: { name: 'In the body' } }
  expect(await kazoo.ask('PUT', `/v2/accounts/${account}/devices`, undefined, { envelope })).toMatchObject({
    status: 201,
  })
})

test('every write is in the request log with its body and its status', async () => {
  const since = kazoo.simulator.log.since(0).length
  await kazoo.ask('PATCH', `/v2/accounts/${account}`, { timezone: 'Europe/Oslo' }, { token })
  await kazoo.ask('GET', `/v2/accounts/${account}`, undefined, { token })
  expect(kazoo.simulator.log.since(0).slice(since)).toMatchObject([
    { method: 'PATCH', write: true, status: 200, account, body: { data: { timezone: 'Europe/Oslo' } } },
    { method: 'GET', write: false, status: 200, body: null },
  ])
})
