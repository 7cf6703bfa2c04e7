// For tests: a simulator that listens, and calls to it as a client makes them.
import { createHash } from 'node:crypto'
import { isObject, text, type Json, type JsonObject } from './json.ts'
import { startSimulator, type Listening } from './server.ts'
import type { SimulatorOptions } from './simulator.ts'
import type { Login } from './store.ts'

export interface Answered {
  status: number
  /** The envelope, or an empty object if there was none. */
  body: JsonObject
  /** `data` of the envelope. */
  data: Json | undefined
  text: string
  header: (name: string) => string | null
}

export interface AskOptions {
  token?: string
  /** The whole envelope, in place of `data`. */
  envelope?: Json
  /** The body as it is. */
  raw?: string | Uint8Array<ArrayBuffer>
  headers?: Record<string, string>
}

export class Asking {
  readonly server: Listening

  constructor(server: Listening) {
    this.server = server
  }

  static async start(options: Partial<SimulatorOptions> = {}): Promise<Asking> {
    return new Asking(
      await startSimulator({ world: 'empty', kazoo: '5.0', latency: 0, seed: 'test', ...options }),
    )
  }

  get simulator(): Listening['simulator'] {
    return this.server.simulator
  }

  async close(): Promise<void> {
    await this.server.close()
  }

  /** One call; `data` is put into an envelope. */
  async ask(method: string, path: string, data?: Json, options: AskOptions = {}): Promise<Answered> {
    const { token, envelope = data === undefined ? undefined : { data }, raw } = options
    const headers: Record<string, string> = { accept: 'application/json' }
    if (envelope !== undefined) headers['content-type'] = 'application/json'
    if (token !== undefined) headers['x-auth-token'] = token
    Object.assign(headers, options.headers)
    const body = raw ?? (envelope === undefined ? undefined : JSON.stringify(envelope))
    const response = await fetch(this.server.url + path, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
    })
    const bodyText = await response.text()
    const parsed: Json = bodyText.startsWith('{') ? JSON.parse(bodyText) : {}
    const received = isObject(parsed) ? parsed : {}
    return {
      status: response.status,
      body: received,
      data: received['data'],
      text: bodyText,
      header: (name) => response.headers.get(name),
    }
  }

  /** A token for the user, by default the master's admin; empty if the sign-in is refused. */
  async signIn(person: Pick<Login, 'realm' | 'username' | 'password'> = this.master): Promise<string> {
    const { realm, username, password } = person
    const credentials = createHash('md5').update(`${username}:${password}`).digest('hex')
    const { status, body } = await this.ask('PUT', '/v2/user_auth', { credentials, account_realm: realm })
    return status === 201 ? (text(body, 'auth_token') ?? '') : ''
  }

  get master(): Login {
    const [first] = this.simulator.store.world.people
    if (!first) throw new Error('nobody lives in this world')
    return first
  }

  /** Creates a document (or an account) and returns its id. */
  async create(path: string, data: JsonObject, token: string): Promise<string> {
    const answered = await this.ask('PUT', path, data, { token })
    if (answered.status !== 201 || !isObject(answered.data)) throw new Error(`${path}: ${answered.text}`)
    return text(answered.data, 'id') ?? ''
  }
}
