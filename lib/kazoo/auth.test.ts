import { afterEach, expect, test } from 'vitest'
import { Unavailable } from '../errors.ts'
import { seal, unseal } from '../sealed.ts'
import { authenticate, credentialsToken, type Credentials } from './auth.ts'
import type { ApiKey } from './ids.ts'
import { RefusedAccount } from './refusal.ts'
import { failed, failure, send, TestCrossbar } from '../../testing/kazoo/crossbar.ts'

const open: TestCrossbar[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})

const ACCOUNT = 'a'.repeat(32)
const USER = 'b'.repeat(32)
const TOKEN = 'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJrYXpvbyJ9.c2lnbmF0dXJl'
const granted = (data: object = {}, token: unknown = TOKEN) =>
  JSON.stringify({
    data: {
      account_id: ACCOUNT,
      owner_id: USER,
      account_name: 'Acme',
      is_reseller: true,
      is_master_account: false,
      ...data,
    },
    auth_token: token,
    status: 'success',
  })
const password = seal<'password'>('Correct horse')
const user: Credentials = {
  kind: 'user',
  account: { realm: 'acme.example' },
  method: 'md5',
  token: credentialsToken('Ann', password, 'md5'),
}
const key: Credentials = { kind: 'api key', key: seal<'api key'>('0'.repeat(64)) satisfies ApiKey }

async function signIn(status: number, body: string, credentials: Credentials = user) {
  const server = await TestCrossbar.start((_request, response) => send(response, status, body))
  open.push(server)
  const answer = authenticate(server.origin(), credentials, 'reference-1', { timeoutMs: 2_000 })
  return { answer, server }
}

test('credentials are hashed as Kazoo hashes them: the name in lower case, the digest in lower-case hex', () => {
  expect(unseal(credentialsToken('ANN', password, 'md5'))).toBe(
    unseal(credentialsToken('ann', password, 'md5')),
  )
  // What two real Crossbars accepted (simulator/recordings).
  const master = seal<'password'>('MasterPass1!')
  expect(unseal(credentialsToken('Admin', master, 'md5'))).toBe('4c696fcc9f10d02903599680ce309dc5')
  expect(unseal(credentialsToken('admin', master, 'sha'))).toBe('b3eae82fa06f00ac7e95bffb4f361c2b692e08aa')
})

test('signing in as a user returns a token and whom it belongs to', async () => {
  const { answer, server } = await signIn(201, granted())
  const who = await answer
  expect(unseal(who.token)).toBe(TOKEN)
  expect([unseal(who.account), who.user && unseal(who.user)]).toEqual([ACCOUNT, USER])
  expect([who.accountName, who.reseller, who.master]).toEqual(['Acme', true, false])
  const [sent] = server.heard
  expect([sent?.method, sent?.url, sent?.headers['x-auth-token']]).toEqual([
    'PUT',
    '/v2/user_auth',
    undefined,
  ])
  expect(JSON.parse(sent?.body ?? '')).toEqual({
    data: { credentials: unseal(user.token), method: 'md5', account_realm: 'acme.example' },
  })
})

test('signing in by account name, and with an API key that belongs to no user', async () => {
  const named = await signIn(201, granted(), { ...user, account: { name: 'Acme' } })
  await named.answer
  expect(named.server.heard[0]?.body).toContain('"account_name":"Acme"')
  const keyed = await signIn(201, granted({ owner_id: undefined }), key)
  expect((await keyed.answer).user).toBeNull()
  expect(keyed.server.heard[0]?.url).toBe('/v2/api_auth')
  expect(JSON.parse(keyed.server.heard[0]?.body ?? '')).toEqual({ data: { api_key: '0'.repeat(64) } })
})

test.each<[string, number, string, Credentials]>([
  ['wrong credentials', 401, failure(401, { message: 'invalid credentials' }, 'invalid_credentials'), user],
  ['an unknown API key', 404, failure(404, ['0'.repeat(64)], 'bad identifier'), key],
  ['malformed credentials', 400, failure(400, { credentials: { maxLength: {} } }, 'validation error'), user],
  ['a forbidden sign-in', 403, failure(403), user],
])('%s are refused, with a message that names nothing', async (_name, status, body, credentials) => {
  const { answer } = await signIn(status, body, credentials)
  const error = await failed(answer)
  expect(error).toMatchObject({ name: 'Unavailable', reason: 'refused' })
  expect(error).not.toBeInstanceOf(RefusedAccount)
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/0{64}|127\.0\.0\.1|invalid/)
})

test.each([
  [
    'disabled',
    400,
    failure(400, { account: { disabled: { message: 'account disabled' } } }, 'validation error'),
  ],
  ['expired', 400, failure(400, { account: { expired: { message: 'x', cause: 63_000_000_000 } } })],
  [
    'second factor',
    401,
    failure(401, { message: 'client needs', multi_factor_request: { provider: 'duo' } }),
  ],
])('an account that is refused for a reason has its own message: %s', async (reason, status, body) => {
  const error = await failed((await signIn(status, body)).answer)
  expect(error).toBeInstanceOf(RefusedAccount)
  expect(error).toBeInstanceOf(Unavailable)
  expect(error).toMatchObject({ accountState: reason, reason: 'refused' })
})

test.each<[string, number, string]>([
  ['somebody else’s 404', 404, '<html>'],
  ['somebody else’s 401', 401, '{"error":"unauthorized"}'],
  ['an account id of another form', 201, granted({ account_id: '../accounts' })],
  ['no token', 201, granted({}, null)],
  ['a token that would split a header', 201, granted({}, `${TOKEN}\r\nx-evil: 1`)],
  ['a token of no length', 201, granted({}, '')],
])('%s is no answer of a Kazoo', async (_name, status, body) => {
  await expect((await signIn(status, body)).answer).rejects.toMatchObject({ reason: 'faulty' })
})

test('too many sign-ins are distinguished from wrong credentials', async () => {
  await expect((await signIn(429, failure(429))).answer).rejects.toMatchObject({ reason: 'limited' })
})
