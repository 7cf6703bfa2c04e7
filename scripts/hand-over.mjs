// Runs a script under the project's Node: installs what is missing, runs it, and exits with its result.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { environment, node24, ROOT, setUp, SetupError } from './setup.mjs'

/** Installs what is missing, runs `scripts/<script>` with our own arguments, and exits with its result. */
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
    // The channel closes when we are killed, which the child notices; nothing is sent over it.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  // The terminal sends Ctrl-C to the child; other signals we pass on.
  process.on('SIGINT', () => undefined)
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  const code = await new Promise((resolve) => {
    child.on('error', () => resolve(1))
    child.on('exit', (status) => resolve(status ?? 1))
  })
  process.exit(code)
}
