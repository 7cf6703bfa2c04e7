// A portal with all its services, for one worker: on free ports, with one tenant of one owner.
import { build } from '../../scripts/services/build.ts'
import { startNeighbours, type Neighbours } from '../../scripts/services/dependencies.ts'
import { portalEnvironment } from '../../scripts/services/portal-environment.ts'
import { startPortal, type Portal } from '../../scripts/services/portal.ts'
import { freePort } from '../../scripts/services/ports.ts'
import { newSecrets, secrets } from '../../scripts/services/secrets.ts'
import type { KazooVersion, World as WorldName } from '../../scripts/services/simulator.ts'
import { createTenant } from '../../scripts/services/tenant.ts'
import { TEST_SEED } from '../../scripts/services/test-seed.ts'
import { peopleOf, resellerAdmin, type Person } from '../../scripts/services/world-people.ts'

export type TestEnvironmentPlan = {
  world: WorldName
  kazoo: KazooVersion
  latencyMs?: number
  /** Overrides of the portal's environment. */
  more?: Readonly<Record<string, string>>
}

export type TestEnvironment = Neighbours & {
  /** The address for browsers. */
  readonly origin: string
  readonly portal: Portal
  /** The environment of its processes, for the operator's command line. */
  readonly environment: NodeJS.ProcessEnv
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
  /** Restores what a test has stopped, paused or made faulty, and Kazoo's documents at the start. */
  restore(): Promise<void>
}

/**
 * Starts everything, in about three seconds. The portal's keys, ids and tokens belong to this environment
 * alone.
 */
export async function openTestEnvironment(plan: TestEnvironmentPlan): Promise<TestEnvironment> {
  const { latencyMs } = plan
  const neighbours = await startNeighbours({
    simulator: {
      world: plan.world,
      kazoo: plan.kazoo,
      seed: TEST_SEED,
      ...(latencyMs === undefined ? {} : { latencyMs }),
    },
  })
  const { postgres, redis, simulator } = neighbours
  try {
    const port = await freePort()
    const origin = `http://localhost:${port}`
    // Its own keys, except the one of the build.
    const keys = { ...newSecrets(), actionKey: secrets().actionKey }
    const databaseUrl = await postgres.createDatabase('portal')
    const env = portalEnvironment({
      origin,
      databaseUrl,
      redisUrl: redis.url,
      kazooUrl: simulator.url,
      smtpUrl: neighbours.mail.smtpUrl,
      secrets: keys,
      ...plan,
      // On a busy machine a page may be slow: only tests about slowness see a frame that goes ahead.
      more: { PAGE_GRACE_MS: '60000', ...plan.more },
    })
    const people = peopleOf(plan.world, TEST_SEED)
    const admin = resellerAdmin(people)
    const owner = {
      name: 'Olivia Owner',
      email: 'owner@portal.example',
      password: 'seven-lanterns-over-the-quay',
    }
    await createTenant(env, { kazooUrl: simulator.url, admin, owner })
    const lines: string[] = []
    const onLine = (line: string) => void lines.push(line)
    const built = await build(console.log, { gallery: true })
    const portals = [await startPortal({ build: built, env, port, onLine })]
    const [portal] = portals
    if (portal === undefined) throw new Error('no portal')
    return {
      ...neighbours,
      origin,
      portal,
      environment: env,
      build: built,
      owner,
      admin,
      people,
      log: () => lines.join('\n'),
      secondPortal: async () => {
        const second = await startPortal({ build: built, env, onLine })
        portals.push(second)
        return second
      },
      restore: async () => {
        redis.resume()
        postgres.child.resume()
        simulator.child.resume()
        await Promise.all([redis.start(), simulator.start()])
        await simulator.restore()
      },
      stop: async () => {
        await Promise.allSettled(portals.map((each) => each.stop()))
        await neighbours.stop()
      },
    }
  } catch (error) {
    await neighbours.stop()
    throw error
  }
}
