// Runs the operator's command line (scripts/portal.ts) in the environment of a portal.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { join } from 'node:path'
import { ROOT } from './paths.ts'

const LONGEST_MS = 60_000

/** Runs `npm run portal -- words` and returns its output. Throws its output when it fails. */
export async function operate(env: NodeJS.ProcessEnv, words: readonly string[]): Promise<string> {
  const program = ['--conditions=react-server', join(ROOT, 'scripts/portal.ts')]
  const { stdout } = await promisify(execFile)(process.execPath, [...program, ...words], {
    cwd: ROOT,
    env,
    timeout: LONGEST_MS,
  })
  return stdout
}
