// The Kazoo simulator as a process, with a typed client for its control port.
import { join } from 'node:path'
import { startChild, type Child } from './child.ts'
import { ROOT } from './paths.ts'
import { freePort } from './ports.ts'

export type World = 'empty' | 'demo' | 'large'
export type KazooVersion = '4.3' | '5.0'
export type SimulatorPlan = {
  world: World
  kazoo: KazooVersion
  seed?: string
  latencyMs?: number
  port?: number
}

export type Canary = { kind: string; value: string }
export type LoggedRequest = {
  n: number
  method: string
  path: string
  query: Record<string, unknown>
  headers: Record<string, unknown>
  body: unknown
  status: number
  ms: number
  /** Whether it changes something. */
  write: boolean
}
/** `pattern` and `fault` as simulator/README.md explains them. */
export type FaultPlan = {
  pattern: string
  methods?: string[]
  skip?: number
  count?: number
  probability?: number
  fault: { kind: string } & Record<string, unknown>
}

export type Simulator = {
  /** The same after `stop` and `start`. */
  readonly url: string
  readonly child: Child
  requests(since?: number): Promise<LoggedRequest[]>
  clearRequests(): Promise<void>
  /** Every secret and id that it has issued or stores: none of them may reach a browser. */
  canaries(): Promise<Canary[]>
  fault(plan: FaultPlan): Promise<void>
  clearFaults(): Promise<void>
  advanceClock(ms: number): Promise<void>
  expireTokens(): Promise<void>
  config(change: Record<string, unknown>): Promise<void>
  register(
    device: string,
    registered: boolean,
    options?: { account?: string; silentSeconds?: number },
  ): Promise<void>
  /** Replaces a part of the schema `id` at `path` (dots between property names); null removes it. */
  amendSchema(id: string, path: string, part: Record<string, unknown> | null): Promise<void>
  /**
   * Puts a raw document of `type` into the database of `account`, or an account below it, unchecked
   * (simulator/README.md). Its id.
   */
  plant(account: string, type: string, document: Record<string, unknown>): Promise<string>
  /** Resets its world; sessions stay valid. */
  restore(): Promise<void>
  /** What Kazoo would have mailed. */
  mails(): Promise<unknown[]>
  /** Ends it, as in an outage. */
  stop(): Promise<void>
  /** Starts it again at the same address with its world reset. */
  start(): Promise<void>
}

/** Starts `simulator/main.ts` and waits until it listens. */
export async function startSimulator(plan: SimulatorPlan): Promise<Simulator> {
  const port = plan.port ?? (await freePort())
  const url = `http://127.0.0.1:${port}`
  let child = await run(plan, port)
  const control = (method: string, path: string, body?: unknown) =>
    ask(`${url}/_simulator${path}`, method, body)
  return {
    url,
    get child() {
      return child
    },
    requests: async (since = 0) =>
      listOf<LoggedRequest>(await control('GET', `/requests?since=${since}`), 'requests'),
    clearRequests: async () => void (await control('DELETE', '/requests')),
    canaries: async () => listOf<Canary>(await control('GET', '/canaries'), 'canaries'),
    fault: async (fault) => void (await control('POST', '/faults', fault)),
    clearFaults: async () => void (await control('DELETE', '/faults')),
    advanceClock: async (advanceMs) => void (await control('POST', '/clock', { advanceMs })),
    expireTokens: async () => void (await control('POST', '/expire-tokens', {})),
    config: async (change) => void (await control('POST', '/config', change)),
    register: async (device, registered, options) =>
      void (await control('POST', '/registrations', { device, registered, ...options })),
    amendSchema: async (id, path, part) => void (await control('POST', '/schemas', { id, path, part })),
    plant: async (account, type, document) =>
      idIn(await control('POST', '/documents', { account, type, document })),
    restore: async () => void (await control('POST', '/restore', {})),
    mails: async () => listOf<unknown>(await control('GET', '/mails'), 'mails'),
    stop: () => child.stop(),
    start: async () => {
      if (!child.running()) child = await run(plan, port)
    },
  }
}

function run(plan: SimulatorPlan, port: number): Promise<Child> {
  const flags = { port, world: plan.world, kazoo: plan.kazoo, seed: plan.seed, latency: plan.latencyMs }
  const chosen = Object.entries(flags).filter(([, value]) => value !== undefined)
  return startChild({
    name: 'simulator',
    command: process.execPath,
    args: [
      join(ROOT, 'simulator/main.ts'),
      // As a single argument: a random seed may begin with a dash.
      ...chosen.map(([flag, value]) => `--${flag}=${value}`),
    ],
    readyLine: /^\{"url"/,
  })
}

async function ask(url: string, method: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(url, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  const text = await answer.text()
  if (!answer.ok)
    throw new Error(`the simulator refused ${method} ${new URL(url).pathname}: ${answer.status} ${text}`)
  return text === '' ? null : JSON.parse(text)
}

function idIn(answer: unknown): string {
  const id: unknown = Object.entries(answer ?? {}).find(([key]) => key === 'id')?.[1]
  if (typeof id !== 'string') throw new Error('the simulator’s answer has no id')
  return id
}

/** The list `name` in an answer, with items as simulator/README.md describes; throws if there is none. */
function listOf<T>(answer: unknown, name: string): T[] {
  const list: unknown = Object.entries(answer ?? {}).find(([key]) => key === name)?.[1]
  if (!Array.isArray(list)) throw new Error(`the simulator's answer has no list ${name}`)
  return list
}
