// The state of one running simulator: its world, its clock, what it sent out and which requests it got.
import { Canaries } from './canaries.ts'
import { Clock } from './clock.ts'
import { Buckets } from './crossbar/buckets.ts'
import { flavours, type Flavour, type KazooVersion } from './crossbar/flavour.ts'
import { Tokens } from './crossbar/tokens.ts'
import { Faults } from './faults.ts'
import { freshSeed, Random } from './random.ts'
import { RequestLog } from './request-log.ts'
import { Store } from './store.ts'
import { makeWorld, type WorldName } from './worlds/world.ts'

export interface SimulatorOptions {
  world: WorldName
  kazoo: KazooVersion
  /** Milliseconds added to each Crossbar answer. */
  latency: number
  seed?: string
}

/** What a test may switch while the simulator runs. */
export interface SimulatorConfig {
  /** Kazoo's token buckets: 429 when a caller is too fast. */
  buckets: boolean
  /** Service plans that bill: 402 until `accept_charges`. */
  charges: boolean
  /** A sign-in requires a second factor. */
  mfa: boolean
  /** Milliseconds added to each Crossbar answer. */
  latency: number
  /** The webhooks app runs, so that its database exists. */
  webhooks: boolean
  /**
   * Lets the recorded conversations be played to the end (on in the empty world only). They hold a few tokens
   * of the recorded servers as they were, and names for ETags that cannot stand for a quotation mark: a
   * foreign token is adopted for the account in its path, never the master's, and ETags are sent bare. See
   * DIFFERENCES.md.
   */
  replay: boolean
}

/** A mail that Kazoo would have sent. */
export interface Mail {
  at: number
  to: string
  accountId: string
  userId: string
  kind: 'password_recovery'
  link: string
}

export interface Simulator {
  readonly options: SimulatorOptions
  readonly config: SimulatorConfig
  readonly flavour: Flavour
  readonly clock: Clock
  readonly canaries: Canaries
  readonly random: Random
  readonly store: Store
  readonly tokens: Tokens
  readonly buckets: Buckets
  readonly mails: Mail[]
  /** Password reset ids and their users. They do not expire and work more than once, as in Kazoo. */
  readonly resets: Map<string, { accountId: string; userId: string }>
  /**
   * New API keys that only the aggregate database knows yet: the next save of the account brings the old one
   * back.
   */
  readonly newKeys: Map<string, string>
  /** White label domains, lower-case, and the account that has each. */
  readonly domains: Map<string, string>
  /** Hash of the cluster's name. */
  readonly clusterId: string
  readonly log: RequestLog
  readonly faults: Faults
}

/** The initial switches. */
function switchesOf({ world, latency }: SimulatorOptions): SimulatorConfig {
  return {
    buckets: true,
    charges: false,
    mfa: false,
    latency,
    webhooks: world !== 'empty',
    replay: world === 'empty',
  }
}

/**
 * Brings back the world, the switches and full token buckets as they were at the start, and ends every fault.
 * Tokens, canaries and the request log are kept. The clock continues.
 */
export function restore(simulator: Simulator): void {
  simulator.store.restore()
  simulator.buckets.refill()
  simulator.faults.clear()
  Object.assign(simulator.config, switchesOf(simulator.options))
  simulator.resets.clear()
  simulator.newKeys.clear()
  simulator.domains.clear()
  simulator.mails.length = 0
}

/** Makes a simulator that does not listen yet. */
export function makeSimulator(options: SimulatorOptions): Simulator {
  const seed = options.seed ?? freshSeed()
  const clock = new Clock()
  const canaries = new Canaries()
  const random = new Random(seed, 'run')
  const store = new Store(makeWorld(options.world, { seed, now: clock.now() }), canaries)
  for (const login of store.world.people) {
    canaries.add('password', login.password)
    canaries.add('api-key', login.apiKey)
  }
  return {
    options,
    config: switchesOf(options),
    flavour: flavours[options.kazoo],
    clock,
    canaries,
    random,
    store,
    tokens: new Tokens(clock, canaries, random),
    buckets: new Buckets(clock),
    mails: [],
    resets: new Map(),
    newKeys: new Map(),
    domains: new Map(),
    clusterId: random.hex(32),
    log: new RequestLog(clock),
    faults: new Faults(new Random(seed, 'faults').hex(8)),
  }
}
