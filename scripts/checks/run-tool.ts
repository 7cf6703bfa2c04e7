// Runs one program of node_modules/.bin under this very Node, its output straight to the terminal.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { ROOT } from '../services/places.ts'

/** How long any step may take, in ms; one that hangs is a failure and not a wait. */
const LONGEST = 12 * 60_000

/** Whether `program` ended well. */
export async function runTool(
  program: string,
  args: readonly string[],
  more: Record<string, string> = {},
): Promise<boolean> {
  const child = spawn(process.execPath, [join(ROOT, 'node_modules/.bin', program), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...more },
  })
  const end = () => child.kill('SIGTERM')
  process.once('exit', end)
  const tooLong = setTimeout(() => {
    console.log(`${program} is ended: it takes too long.`)
    end()
  }, LONGEST)
  const [code] = await once(child, 'exit')
  clearTimeout(tooLong)
  process.off('exit', end)
  return code === 0
}
