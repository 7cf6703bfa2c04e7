// One run of the demo or of the development server. It ends what it has started, in reverse order and by
// process id, at Ctrl-C or after a failure.
import { join } from 'node:path'
import { runningFolder, type Child } from '../services/child.ts'
import { takeLock } from '../services/lock.ts'
import { endLeftovers } from '../services/pid-files.ts'
import { dataFolder } from '../services/paths.ts'
import { isFree } from '../services/ports.ts'

type Stoppable = { stop(): Promise<void> | void }

export type Run = {
  /** Ends `server` when the run ends, before what was added earlier. */
  readonly keep: <Server extends Stoppable>(server: Server) => Server
  /** Ends the run with the last output of `child` when that exits by itself. */
  readonly watch: (child: Child) => void
}

/** Does `work`, then waits for Ctrl-C. A second Ctrl-C does not wait for the servers. */
export async function runUntilStopped(work: (run: Run) => Promise<void>): Promise<void> {
  const running: Stoppable[] = []
  let ending: Promise<void> | undefined
  const end = (code: number, line?: string): Promise<void> => {
    ending ??= (async () => {
      if (line !== undefined) (code === 0 ? console.log : console.error)(line)
      for (const each of running.toReversed()) await each.stop()
      process.exit(code)
    })()
    return ending
  }
  process.on('SIGINT', () => (ending ? process.exit(130) : void end(0, 'Ending ...')))
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0))
  // The parent process is gone.
  process.on('disconnect', () => void end(0))
  try {
    await work({
      keep: (server) => {
        running.push(server)
        return server
      },
      watch: (child) =>
        void child.ended.then(
          () => ending ?? end(1, `${child.name} has ended by itself:\n${child.output()}`),
        ),
    })
  } catch (error) {
    if (!ending) await end(1, error instanceof Error ? error.message : String(error))
  }
}

/**
 * Makes this the only run of `npm run <script>` in this checkout, and ends what a killed run left behind.
 * Throws with instructions if one is already running or another program uses the port.
 */
export async function claim(
  run: Run,
  script: 'demo' | 'dev',
  port: number,
  folder = dataFolder(''),
): Promise<void> {
  const lock = takeLock(join(folder, `${script}.lock`), `http://localhost:${port}`)
  if (!('release' in lock))
    throw new Error(`npm run ${script} runs already: ${lock.note} (process ${lock.pid}).`)
  run.keep({ stop: () => lock.release() })
  const ended = await endLeftovers(runningFolder())
  if (ended.length > 0) console.log(`Ended what a killed run had left: ${ended.join(', ')}.`)
  if (!(await isFree(port))) {
    throw new Error(
      `Port ${port} is taken by another program. Choose one: PORT=${port + 100} npm run ${script}`,
    )
  }
}
