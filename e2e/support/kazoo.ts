// The reseller's direct access to the simulated Kazoo, past the portal: to see what was really stored, and to
// change it.
import { createHash } from 'node:crypto'
import type { TestEnvironment } from './test-environment.ts'

export type Doc = Record<string, unknown>
export type Kazoo = {
  /** The document, or the list of them, at `path` below `/v2`. */
  get(path: string): Promise<Doc>
  list(path: string): Promise<Doc[]>
  patch(path: string, data: Doc): Promise<Doc>
  put(path: string, data: Doc): Promise<Doc>
  remove(path: string): Promise<void>
  /** The path of the reseller's own account. */
  own: string
  /** The path of the account of this name below the reseller. */
  account(name: string): Promise<string>
  /** The path of a device of an account, by its name. */
  device(account: string, name: string): Promise<string>
}

/** Signs in at the simulator as the reseller of this portal. */
export async function kazooOf(world: TestEnvironment): Promise<Kazoo> {
  const { username, password, realm } = world.admin
  const credentials = createHash('md5').update(`${username}:${password}`).digest('hex')
  const base = `${world.simulator.url}/v2`
  let token = ''
  async function ask(method: string, path: string, data?: Doc): Promise<unknown> {
    const body = data === undefined ? {} : { body: JSON.stringify({ data }) }
    const headers = { 'content-type': 'application/json', 'x-auth-token': token }
    const answer = await fetch(`${base}${path}`, { method, headers, ...body })
    const envelope: unknown = await answer.json()
    if (!answer.ok) throw new Error(`Kazoo refused ${method} ${path}: ${JSON.stringify(envelope)}`)
    return envelope
  }
  const signedIn = doc(await ask('PUT', '/user_auth', { credentials, method: 'md5', account_realm: realm }))
  token = String(signedIn['auth_token'])
  const own = `/accounts/${String(doc(signedIn['data'])['account_id'])}`
  const get = async (path: string) => doc(doc(await ask('GET', path))['data'])
  const list = async (path: string) => docs(doc(await ask('GET', path))['data'])
  return {
    get,
    list,
    own,
    patch: async (path, data) => doc(doc(await ask('PATCH', path, data))['data']),
    put: async (path, data) => doc(doc(await ask('PUT', path, data))['data']),
    remove: async (path) => void (await ask('DELETE', path)),
    account: async (name) => `/accounts/${named(await list(`${own}/descendants?paginate=false`), name)}`,
    device: async (account, name) =>
      `${account}/devices/${named(await list(`${account}/devices?paginate=false`), name)}`,
  }
}

/** The id of the document with this name. */
function named(all: readonly Doc[], name: string): string {
  const found = all.find((each) => each['name'] === name)
  if (found === undefined) throw new Error(`Kazoo has nothing with the name ${name}`)
  return String(found['id'])
}

function doc(value: unknown): Doc {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error('Kazoo answered no object')
  return Object.fromEntries(Object.entries(value))
}

function docs(value: unknown): Doc[] {
  if (!Array.isArray(value)) throw new Error('Kazoo answered no list')
  return value.map(doc)
}
