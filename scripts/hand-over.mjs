// From the system's Node to the project's: set up, then run a script of ours and be its shadow until it ends.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { environment, node24, ROOT, setUp, SetupError } from './setup.mjs'

/** Sets up, runs `scripts/<script>` with our own arguments, and ends as it ended. */
export async function handOver(script, { browser }) {
  try {
    setUp({ browser })
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    console.error(error.message)
    process.exit(1)
  }
  const child = spawn(node24(), [join(ROOT, 'scripts', script), ...process.argv.slice(2)], {
    cwd: ROOT,
    env: environment(),
    // The channel tells it when we are killed; it sends nothing.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  // Ctrl-C reaches the child by the terminal; other signals come from us.
  process.on('SIGINT', () => undefined)
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  const code = await new Promise((resolve) => {
    child.on('error', () => resolve(1))
    child.on('exit', (status) => resolve(status ?? 1))
  })
  process.exit(code)
}
