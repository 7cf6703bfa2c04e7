import { hash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isObject, text, type Json, type JsonObject } from '../json.ts'
import { startSimulator, type Listening } from '../server.ts'
import type { Login } from '../store.ts'

const versions = ['4.3', '5.0'] as const
const running = new Map<string, Listening>()

beforeAll(async () => {
  for (const kazoo of versions)
    running.set(kazoo, await startSimulator({ world: 'demo', kazoo, latency: 0, seed: 'sign-in' }))
})

afterAll(async () => {
  for (const listening of running.values()) await listening.close()
})

async function call(
  kazoo: string,
  path: string,
  token?: string,
  data?: JsonObject,
): Promise<{ status: number; body: JsonObject }> {
  const headers = {
    'content-type': 'application/json',
    ...(token === undefined ? {} : { 'x-auth-token': token }),
  }
  const init = data === undefined ? { headers } : { method: 'PUT', headers, body: JSON.stringify({ data }) }
  const response = await fetch(`${running.get(kazoo)?.url}${path}`, init)
  const body: Json = JSON.parse(await response.text())
  return { status: response.status, body: isObject(body) ? body : {} }
}

function person(kazoo: string, privilege: string): Login {
  const found = running
    .get(kazoo)
    ?.simulator.store.world.people.find((login) => login.privilege === privilege)
  if (!found) throw new Error(`nobody is ${privilege}`)
  return found
}

async function signIn(kazoo: string, { username, password, realm }: Login) {
  const credentials = hash('md5', `${username}:${password}`, 'hex')
  return await call(kazoo, '/v2/user_auth', undefined, { credentials, account_realm: realm })
}

/** Users who cannot sign in, and Kazoo's answers to them. */
const refused: Readonly<Partial<Record<string, { status: number; body: JsonObject }>>> = {
  'disabled user': { status: 401, body: { error: '401' } },
  'disabled account admin': { status: 400, body: { data: { account: { disabled: {} } } } },
  'expired account admin': { status: 400, body: { data: { account: { expired: {} } } } },
}

test.each(versions)(
  '%s: every user of the demo can sign in, except disabled and expired ones',
  async (kazoo) => {
    for (const login of running.get(kazoo)?.simulator.store.world.people ?? [])
      expect(await signIn(kazoo, login), login.privilege).toMatchObject(
        refused[login.privilege] ?? { status: 201 },
      )
  },
)

test.each(versions)('%s: the reseller reaches what is below, and nothing above or beside', async (kazoo) => {
  const token = text((await signIn(kazoo, person(kazoo, 'reseller admin'))).body, 'auth_token')
  const status = async (privilege: string) =>
    (await call(kazoo, `/v2/accounts/${person(kazoo, privilege).accountId}/devices`, token)).status
  for (const ours of [
    'reseller user',
    'customer admin',
    'big customer admin',
    'sub-reseller admin',
    'disabled account admin',
  ])
    expect(await status(ours), ours).toBe(200)
  for (const others of ['master admin', 'sibling reseller admin', 'sibling customer admin'])
    expect(await status(others), others).toBe(403)
})

test.each(versions)('%s: the reseller can sign in with its API key as well', async (kazoo) => {
  const { apiKey, accountId } = person(kazoo, 'reseller admin')
  const answer = await call(kazoo, '/v2/api_auth', undefined, { api_key: apiKey })
  expect(answer).toMatchObject({ status: 201, body: { data: { account_id: accountId } } })
})
