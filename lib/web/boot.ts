// Checks what has to hold before the first request is answered.
import 'server-only'
import { startJobs } from '../jobs/start-jobs.ts'
import { env } from '../env.ts'
import { log } from '../log.ts'
import { migrate } from '../store/migrate.ts'
import { installRequestContext } from './request-context.ts'
import { logProcessOutput } from './process-output.ts'

const OLDEST_NODE = 24

/**
 * Checks Node and the environment, installs the request context, migrates the store and starts the jobs. Ends
 * the process with one plain message when it cannot.
 */
export async function boot(): Promise<void> {
  logProcessOutput()
  try {
    if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
      throw new Error(`Node ${OLDEST_NODE} is needed, this is ${process.versions.node}.`)
    }
    const { portalOrigin } = env()
    installRequestContext()
    await migrate()
    const scheduler = startJobs()
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void scheduler.stop())
    log.info('portal ready', { origin: portalOrigin })
  } catch (error) {
    log.error('portal cannot start', { error })
    process.exit(1)
  }
}
