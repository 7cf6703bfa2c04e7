// A portal with all its services, for one worker: on free ports, with one tenant of one owner.
import { build } from '../../scripts/services/build.ts'
import { startNeighbours, type Neighbours } from '../../scripts/services/dependencies.ts'
import { startRedis, type PrivateRedis } from '../../scripts/services/redis.ts'
import { portalEnvironment } from '../../scripts/services/portal-environment.ts'
import { startPortal, type Portal } from '../../scripts/services/portal.ts'
import { freePort } from '../../scripts/services/ports.ts'
import { newSecrets, secrets, type Secrets } from '../../scripts/services/secrets.ts'
import type { KazooVersion, World as WorldName } from '../../scripts/services/simulator.ts'
import { createTenant } from '../../scripts/services/tenant.ts'
import { TEST_SEED } from '../../scripts/services/test-seed.ts'
import { peopleOf, resellerAdmin, type Person } from '../../scripts/services/world-people.ts'

/** What portals beside each other have in common. */
type Shared = {
  neighbours: Neighbours
  keys: Secrets
  build: string
  admin: Person
  people: readonly Person[]
}

const OWNER = {
  name: 'Olivia Owner',
  email: 'owner@portal.example',
  password: 'seven-lanterns-over-the-quay',
}

/** The database with the tenant of the start, which portals have copies of. */
const START = 'start'

export type TestEnvironment = Neighbours & {
  /** The address for browsers. */
  readonly origin: string
  readonly portal: Portal
  /** The environment of its processes, for the operator's command line. */
  readonly environment: NodeJS.ProcessEnv
  readonly databaseUrl: string
  /** The folder it runs from. */
  readonly build: string
  /** The owner who signs in to the portal. */
  readonly owner: { email: string; password: string }
  /** The Kazoo user whose credentials the portal uses. */
  readonly admin: Person
  /** Every user of the simulated Kazoo. */
  readonly people: readonly Person[]
  /** The log of all portal processes of this environment. */
  log(): string
  /**
   * A second process of the same portal. It listens on another port and has the same origin: send it that
   * `Host`.
   */
  secondPortal(): Promise<Portal>
  /** Which tests the tenant is for; '' for those that leave it as it is. */
  readonly apart: string
  /**
   * Starts the portal again for these tests, with the tenant, sessions and documents of the start: what
   * others changed is gone.
   */
  renew(apart: string): Promise<void>
  /**
   * A portal with other settings beside this one: with Postgres, Kazoo and mail catcher of this one, and the
   * same tenant in a database of its own.
   */
  beside(more: Readonly<Record<string, string>>): Promise<TestEnvironment>
  /** Restores what a test has stopped, paused or made faulty, and Kazoo's documents at the start. */
  restore(): Promise<void>
}

/**
 * Starts everything, in about three seconds. The portal's keys, ids and tokens belong to this environment
 * alone.
 */
export async function openTestEnvironment(plan: {
  world: WorldName
  kazoo: KazooVersion
}): Promise<TestEnvironment> {
  const neighbours = await startNeighbours({ simulator: { ...plan, seed: TEST_SEED } })
  try {
    const people = peopleOf(plan.world, TEST_SEED)
    const shared = {
      neighbours,
      // Its own keys, except the one of the build.
      keys: { ...newSecrets(), actionKey: secrets().actionKey },
      build: await build(console.log, { gallery: true }),
      admin: resellerAdmin(people),
      people,
    }
    await createStart(shared)
    return await openPortal(shared, {
      redis: neighbours.redis,
      database: 'portal',
      more: {},
      end: () => neighbours.stop(),
    })
  } catch (error) {
    await neighbours.stop()
    throw error
  }
}

async function createStart({ neighbours, keys, admin }: Shared): Promise<void> {
  const { postgres, redis, simulator, mail } = neighbours
  const env = portalEnvironment({
    origin: 'http://localhost',
    databaseUrl: await postgres.createDatabase(START),
    redisUrl: redis.url,
    kazooUrl: simulator.url,
    smtpUrl: mail.smtpUrl,
    secrets: keys,
  })
  await createTenant(env, { kazooUrl: simulator.url, admin, credentials: 'password', owner: OWNER })
}

type PortalPlan = {
  redis: PrivateRedis
  database: string
  /** Overrides of the portal's environment. */
  more: Readonly<Record<string, string>>
  /** Ends what belongs to this environment only. */
  end: () => Promise<void>
}

async function openPortal(
  shared: Shared,
  { redis, database, more, end }: PortalPlan,
): Promise<TestEnvironment> {
  const { neighbours, keys, build: built, admin, people } = shared
  const { postgres, simulator } = neighbours
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const databaseUrl = await postgres.createDatabase(database, START)
  const env = portalEnvironment({
    origin,
    databaseUrl,
    redisUrl: redis.url,
    kazooUrl: simulator.url,
    smtpUrl: neighbours.mail.smtpUrl,
    secrets: keys,
    // On a busy machine a page may be slow: only tests about slowness see a frame that goes ahead.
    more: { PAGE_GRACE_MS: '60000', ...more },
  })
  const lines: string[] = []
  const onLine = (line: string) => void lines.push(line)
  const start = (at?: number) =>
    startPortal({ build: built, env, onLine, ...(at === undefined ? {} : { port: at }) })
  let portal = await start(port)
  let others: Portal[] = []
  let apart = ''
  let besides = 0
  const stopAll = async () => {
    await Promise.allSettled([portal, ...others].map((each) => each.stop()))
    others = []
  }
  return {
    ...neighbours,
    redis,
    origin,
    get portal() {
      return portal
    },
    environment: env,
    databaseUrl,
    build: built,
    owner: OWNER,
    admin,
    people,
    log: () => lines.join('\n'),
    secondPortal: async () => {
      const second = await start()
      others.push(second)
      return second
    },
    get apart() {
      return apart
    },
    renew: async (label) => {
      await stopAll()
      await Promise.all([postgres.dropDatabase(database), redis.stop()])
      await Promise.all([postgres.createDatabase(database, START), redis.start(), simulator.restore()])
      portal = await start(port)
      apart = label
    },
    beside: async (settings) => {
      besides += 1
      const own = await startRedis()
      const name = `${database}_${besides}`
      const endOwn = async () => void (await Promise.all([postgres.dropDatabase(name), own.stop()]))
      try {
        return await openPortal(shared, { redis: own, database: name, more: settings, end: endOwn })
      } catch (error) {
        await endOwn()
        throw error
      }
    },
    restore: async () => {
      redis.resume()
      postgres.child.resume()
      simulator.child.resume()
      await Promise.all([redis.start(), simulator.start()])
      await simulator.restore()
    },
    stop: async () => {
      await stopAll()
      await end()
    },
  }
}
