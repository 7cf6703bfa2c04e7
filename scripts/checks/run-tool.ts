// Runs a program of node_modules/.bin under this Node, with its output in the terminal.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { ROOT } from '../services/paths.ts'

/** The time limit of a step, in ms; a step that hangs has failed. */
const LONGEST = 25 * 60_000
/** How long a program may take to clean up before it is killed, in ms. */
const LAST_WORDS = 15_000

/** Whether `program` succeeded within `longest` ms. A slower one is interrupted as by Ctrl-C, then killed. */
export async function runTool(
  program: string,
  args: readonly string[],
  more: Record<string, string> = {},
  longest = LONGEST,
): Promise<boolean> {
  const child = spawn(process.execPath, [join(ROOT, 'node_modules/.bin', program), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...more },
  })
  const end = () => child.kill('SIGTERM')
  process.once('exit', end)
  const timers = [
    setTimeout(() => {
      console.log(`${program} is ended: it takes longer than ${Math.round(longest / 1000)} s.`)
      child.kill('SIGINT')
    }, longest),
    setTimeout(() => child.kill('SIGKILL'), longest + LAST_WORDS),
  ]
  const [code] = await once(child, 'exit')
  timers.forEach(clearTimeout)
  process.off('exit', end)
  return code === 0
}
