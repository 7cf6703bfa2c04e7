import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Asking } from '../../asking.ts'
import { isObject, text } from '../../json.ts'

let kazoo: Asking
let token: string
let account: string
let user: string

const person = { realm: 'acme.example', username: 'ann', password: 'AnnPass1!' }

beforeEach(async () => {
  kazoo = await Asking.start()
  token = await kazoo.signIn()
  account = await kazoo.create(
    `/v2/accounts/${kazoo.master.accountId}`,
    { name: 'Acme', realm: person.realm },
    token,
  )
  user = await kazoo.create(
    `/v2/accounts/${account}/users`,
    {
      first_name: 'Ann',
      last_name: 'A',
      username: 'Ann',
      password: person.password,
      email: 'ann@acme.example',
      priv_level: 'admin',
    },
    token,
  )
})

afterEach(() => kazoo.close())

function login(secret: string, more: Record<string, string>) {
  return kazoo.ask('PUT', '/v2/user_auth', {
    credentials: createHash('md5').update(secret).digest('hex'),
    ...more,
  })
}

test('a sign-in returns the user, and its token is valid for an hour of the simulator’s clock', async () => {
  const answered = await login(`ann:${person.password}`, { account_name: ' a-c-m-e ' })
  expect(answered).toMatchObject({
    status: 201,
    data: { account_id: account, owner_id: user, is_reseller: false, language: 'en-US' },
  })
  const own = text(answered.body, 'auth_token') ?? ''
  const claims: unknown = JSON.parse(Buffer.from(own.split('.')[1] ?? '', 'base64url').toString())
  expect(claims).toMatchObject({
    iss: 'kazoo',
    account_id: account,
    owner_id: user,
    exp: kazoo.simulator.clock.unix() + 3600,
  })
  kazoo.simulator.clock.advance(3_599_000)
  expect(await kazoo.ask('GET', `/v2/accounts/${account}`, undefined, { token: own })).toMatchObject({
    status: 200,
  })
  kazoo.simulator.clock.advance(2000)
  expect(await kazoo.ask('GET', `/v2/accounts/${account}`, undefined, { token: own })).toMatchObject({
    status: 401,
    body: { error: '401', message: 'invalid_credentials', auth_token: own },
  })
})

test('an expired token is refused by 5.0 even at sign-in', async () => {
  kazoo.simulator.tokens.expireAll()
  const credentials = createHash('md5').update(`ann:${person.password}`).digest('hex')
  const data = { credentials, account_realm: person.realm }
  expect(await kazoo.ask('PUT', '/v2/user_auth', data, { token })).toMatchObject({ status: 401 })
  expect(await kazoo.ask('PUT', '/v2/user_auth', data)).toMatchObject({ status: 201 })
})

test('a wrong password, an unknown account and a disabled user look alike; a disabled account does not', async () => {
  expect(await login('ann:wrong', { account_realm: person.realm })).toMatchObject({ status: 401 })
  expect(await login('ann:wrong', { account_realm: 'nowhere.example' })).toMatchObject({ status: 401 })
  await kazoo.ask('PATCH', `/v2/accounts/${account}/users/${user}`, { enabled: false }, { token })
  expect(await login(`ann:${person.password}`, { account_realm: person.realm })).toMatchObject({
    status: 401,
  })
  await kazoo.ask('PATCH', `/v2/accounts/${account}/users/${user}`, { enabled: true }, { token })
  await kazoo.ask('PATCH', `/v2/accounts/${account}`, { enabled: false }, { token })
  expect(await login(`ann:${person.password}`, { account_realm: person.realm })).toMatchObject({
    status: 400,
    data: { account: { disabled: { message: 'account disabled' } } },
  })
})

test('a changed password ends the user’s tokens; DELETE of the token and a new API key end none', async () => {
  const own = await kazoo.signIn(person)
  const read = () => kazoo.ask('GET', `/v2/accounts/${account}`, undefined, { token: own })
  expect(await kazoo.ask('DELETE', '/v2/token_auth', undefined, { token: own })).toMatchObject({
    status: 200,
  })
  expect(await kazoo.ask('PUT', `/v2/accounts/${account}/api_key`, {}, { token: own })).toMatchObject({
    status: 201,
  })
  expect((await read()).status).toBe(200)
  await kazoo.ask('PATCH', `/v2/accounts/${account}/users/${user}`, { password: 'Other1!' }, { token })
  expect((await read()).status).toBe(401)
})

test('the link in the mail returns a token every time, and requires a new password', async () => {
  const data = { username: 'ann', account_realm: person.realm, ui_url: 'https://portal.example/?x=1' }
  expect(await kazoo.ask('PUT', '/v2/user_auth/recovery', data)).toMatchObject({
    status: 201,
    data: expect.stringContaining('ann@acme.example'),
  })
  const [mail] = kazoo.simulator.mails
  expect(mail).toMatchObject({ to: 'ann@acme.example', accountId: account, userId: user })
  const resetId = mail?.link.replace('https://portal.example/?x=1&recovery=', '') ?? ''
  expect(resetId).toMatch(new RegExp(`^${account}[0-9a-f]{100}$`))
  expect(kazoo.simulator.canaries.list()).toContainEqual({ kind: 'reset-id', value: resetId })
  // Recorded of 5.0: without a good token the user's document and no token, and nothing is saved.
  for (const by of [{}, { token: 'x'.repeat(40) }]) {
    const {
      status,
      body,
      data: found,
    } = await kazoo.ask('POST', '/v2/user_auth/recovery', { reset_id: resetId }, by)
    expect(status).toBe(200)
    expect(found).toMatchObject({ id: user, username: 'ann', require_password_update: false })
    expect(isObject(body) && 'auth_token' in body && body['auth_token'] !== 'x'.repeat(40)).toBe(false)
  }
  for (let times = 0; times < 2; times++) {
    const { status, body } = await kazoo.ask(
      'POST',
      '/v2/user_auth/recovery',
      { reset_id: resetId },
      { token },
    )
    expect(status).toBe(200)
    const changed = await kazoo.ask(
      'PATCH',
      `/v2/accounts/${account}/users/${user}`,
      { password: `New${times}!` },
      { token: text(body, 'auth_token') ?? '' },
    )
    expect(changed).toMatchObject({ status: 200, data: { require_password_update: true } })
  }
  expect(await kazoo.ask('POST', '/v2/user_auth/recovery', { reset_id: 'a'.repeat(132) })).toMatchObject({
    status: 400,
    data: { user: { not_found: {} } },
  })
})

test('only an admin of the master account may impersonate users, and not in their own account', async () => {
  const path = `/v2/accounts/${account}/users/${user}/user_auth`
  const act = (by: string, to = path) =>
    kazoo.ask('PUT', to, undefined, { token: by, envelope: { action: 'impersonate_user', data: {} } })
  const answered = await act(token)
  expect(answered).toMatchObject({ status: 201, data: { account_id: account, owner_id: user } })
  const impersonated = text(answered.body, 'auth_token') ?? ''
  expect(await kazoo.ask('GET', '/v2/token_auth', undefined, { token: impersonated })).toMatchObject({
    data: { original_account_id: kazoo.master.accountId, original_owner_id: kazoo.master.userId },
  })
  expect(await act(impersonated)).toMatchObject({ status: 403 })
  expect(await act(await kazoo.signIn(person))).toMatchObject({ status: 403 })
  const { accountId, userId, apiKey } = kazoo.master
  expect(await act(token, `/v2/accounts/${accountId}/users/${userId}/user_auth`)).toMatchObject({
    status: 403,
  })
  const byKey = await kazoo.ask('PUT', '/v2/api_auth', { api_key: apiKey })
  expect(byKey).toMatchObject({ status: 201, data: { account_id: accountId } })
  expect(isObject(byKey.data) && 'owner_id' in byKey.data).toBe(false)
  expect(await act(text(byKey.body, 'auth_token') ?? '')).toMatchObject({ status: 403 })
})

test('a new API key works at once, until the account is saved', async () => {
  const answered = await kazoo.ask('PUT', `/v2/accounts/${kazoo.master.accountId}/api_key`, {}, { token })
  const key = isObject(answered.data) ? (text(answered.data, 'api_key') ?? '') : ''
  const enter = (apiKey: string) => kazoo.ask('PUT', '/v2/api_auth', { api_key: apiKey })
  expect((await enter(key)).status).toBe(201)
  expect(await enter(kazoo.master.apiKey)).toMatchObject({ status: 404, data: [kazoo.master.apiKey] })
  await kazoo.ask('PATCH', `/v2/accounts/${kazoo.master.accountId}`, { timezone: 'Europe/Oslo' }, { token })
  expect((await enter(key)).status).toBe(404)
  expect((await enter(kazoo.master.apiKey)).status).toBe(201)
})

test('signing in too often is a 429 until the bucket fills again', async () => {
  const statuses: number[] = []
  for (let i = 0; i < 60; i++)
    statuses.push((await login('ann:wrong', { account_realm: person.realm })).status)
  expect(statuses.slice(0, 40)).toEqual(Array.from({ length: 40 }, () => 401))
  expect(statuses.at(-1)).toBe(429)
  kazoo.simulator.clock.advance(2000)
  expect((await login('ann:wrong', { account_realm: person.realm })).status).toBe(401)
  kazoo.simulator.config.buckets = false
  for (let i = 0; i < 60; i++)
    expect((await login('ann:wrong', { account_realm: person.realm })).status).toBe(401)
})

test('a second factor is asked for when it is switched on', async () => {
  kazoo.simulator.config.mfa = true
  expect(await login(`ann:${person.password}`, { account_realm: person.realm })).toMatchObject({
    status: 401,
    data: { multi_factor_request: {} },
  })
})

test('tokens of another server are refused wherever no recording is played', async () => {
  const elsewhere = await Asking.start({ world: 'demo', seed: 'elsewhere' })
  try {
    const foreign = await elsewhere.signIn()
    const [stranger] = elsewhere.simulator.store.world.people
    kazoo.simulator.config.replay = false
    expect(await kazoo.ask('GET', `/v2/accounts/${account}`, undefined, { token: foreign })).toMatchObject({
      status: 401,
    })
    kazoo.simulator.config.replay = true
    expect(
      await kazoo.ask('GET', `/v2/accounts/${kazoo.master.accountId}`, undefined, { token: foreign }),
    ).toMatchObject({ status: 401 })
    expect(
      await kazoo.ask('GET', `/v2/accounts/${account}`, undefined, { token: foreign.slice(0, -40) }),
    ).toMatchObject({ status: 401 })
    expect(stranger?.accountId).not.toBe(account)
  } finally {
    await elsewhere.close()
  }
})
