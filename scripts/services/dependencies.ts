// The dependencies of a portal, started together: Postgres, Redis, a simulated Kazoo and a mail catcher.
import { startMailCatcher, type MailCatcher } from './mail-catcher.ts'
import { startPostgres, type Kept, type Postgres } from './postgres.ts'
import { startRedis, type PrivateRedis } from './redis.ts'
import { startSimulator, type Simulator, type SimulatorPlan } from './simulator.ts'

export type Neighbours = {
  postgres: Postgres
  redis: PrivateRedis
  simulator: Simulator
  mail: MailCatcher
  /** Ends them all, in any state. */
  stop(): Promise<void>
}

/** Starts all four in parallel (about a second). If one cannot be started, the others are ended. */
export async function startNeighbours(plan: {
  simulator: SimulatorPlan
  postgres?: Kept
  mailPage?: number
}): Promise<Neighbours> {
  const starts = [
    startPostgres(plan.postgres),
    startRedis(),
    startSimulator(plan.simulator),
    startMailCatcher(plan.mailPage),
  ] as const
  const outcomes = await Promise.allSettled(starts)
  try {
    const [postgres, redis, simulator, mail] = await Promise.all(starts)
    return { postgres, redis, simulator, mail, stop: () => stopAll([postgres, redis, simulator, mail]) }
  } catch (error) {
    await stopAll(outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : [])))
    throw error
  }
}

async function stopAll(servers: readonly { stop(): Promise<void> }[]): Promise<void> {
  await Promise.allSettled(servers.map((server) => server.stop()))
}
