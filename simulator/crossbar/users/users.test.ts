import { afterEach, beforeEach, expect, test } from 'vitest'
import { Asking } from '../../asking.ts'
import type { JsonObject } from '../../json.ts'

let kazoo: Asking
let token: string
let account: string
let users: string

const ann = { first_name: 'Ann', last_name: 'A', username: 'Ann.A', password: 'AnnPass1!' }
const login = { realm: 'acme.example', username: 'ann.a', password: 'AnnPass1!' }

beforeEach(async () => {
  kazoo = await Asking.start({ kazoo: '4.3' })
  kazoo.simulator.config.buckets = false
  token = await kazoo.signIn()
  account = await kazoo.create(
    `/v2/accounts/${kazoo.master.accountId}`,
    { name: 'Acme', realm: login.realm },
    token,
  )
  users = `/v2/accounts/${account}/users`
})

afterEach(() => kazoo.close())

const put = (data: JsonObject) => kazoo.ask('PUT', users, data, { token })

test('a username is stored in lower case and is unique in an account', async () => {
  expect(await put(ann)).toMatchObject({ status: 201, data: { username: 'ann.a' } })
  expect(await put({ ...ann, username: 'ANN.A' })).toMatchObject({
    status: 400,
    data: { username: { unique: { cause: 'ann.a' } } },
  })
})

test('neither the password nor its hash is ever returned', async () => {
  const { text: body } = await put(ann)
  expect(body).not.toMatch(/AnnPass|pvt_|md5|sha1/)
  expect(kazoo.simulator.canaries.list()).toContainEqual({ kind: 'password', value: 'AnnPass1!' })
})

test('a new username needs a password; a password alone creates a username', async () => {
  const user = await kazoo.create(users, { first_name: 'B', last_name: 'B' }, token)
  const change = (data: JsonObject) => kazoo.ask('PATCH', `${users}/${user}`, data, { token })
  expect(await change({ username: 'bea' })).toMatchObject({
    status: 400,
    data: { password: { required: { cause: 'bea' } } },
  })
  expect(await change({ password: 'x' })).toMatchObject({
    status: 200,
    data: { username: expect.stringMatching(/^user_[0-9a-f]{16}$/) },
  })
})

test('POST without username and password removes the login, PATCH keeps it', async () => {
  const user = await kazoo.create(users, ann, token)
  await kazoo.ask('PATCH', `${users}/${user}`, { last_name: 'B' }, { token })
  expect(await kazoo.signIn(login)).not.toBe('')
  await kazoo.ask('POST', `${users}/${user}`, { first_name: 'Ann', last_name: 'B' }, { token })
  expect(await kazoo.signIn(login)).toBe('')
})

test('faults in nested keys: %2E in 4.3, with all keywords of one place', async () => {
  expect(await put({ ...ann, username: '', hotdesk: { pin: '1' } })).toMatchObject({
    status: 400,
    data: { username: { minLength: {}, pattern: {} }, 'hotdesk%2Epin': { minLength: { target: 4 } } },
  })
})

test('4.3 forwards calls to a number only, and crashes if `hotdesk` is not an object', async () => {
  expect(await put({ ...ann, call_forward: { enabled: true } })).toMatchObject({
    status: 400,
    data: { 'call_forward%2Enumber': { required: {} } },
  })
  expect(await put({ ...ann, call_forward: { enabled: true, number: '+4930' } })).toMatchObject({
    status: 201,
  })
  expect(await put({ ...ann, hotdesk: 'no object' })).toMatchObject({
    status: 500,
    body: { message: 'init failed' },
  })
})

test('a photo is stored and returned; JSON is not accepted as a photo', async () => {
  const user = await kazoo.create(users, ann, token)
  const photo = `${users}/${user}/photo`
  const any = { token, headers: { accept: '*/*' } }
  expect(await kazoo.ask('GET', photo, undefined, any)).toMatchObject({ status: 404, data: ['photo'] })
  const raw = { ...any, raw: 'PNG', headers: { accept: '*/*', 'content-type': 'application/octet-stream' } }
  expect(await kazoo.ask('POST', photo, undefined, raw)).toMatchObject({ status: 200 })
  expect(await kazoo.ask('GET', photo, undefined, any)).toMatchObject({ status: 200, text: 'PNG' })
  expect(await kazoo.ask('GET', photo, undefined, { token })).toMatchObject({ status: 406 })
})
