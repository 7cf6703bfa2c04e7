// The operator at their command line, in the environment of a portal.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ROOT } from '../../scripts/services/places.ts'
import type { Stage } from './stage.ts'

/** Runs `npm run portal -- words` and answers with what it says. Throws when it refuses. */
export async function operate(world: Stage, ...words: string[]): Promise<string> {
  const program = ['--conditions=react-server', join(ROOT, 'scripts/portal.ts')]
  const { stdout } = await promisify(execFile)(process.execPath, [...program, ...words], {
    cwd: ROOT,
    env: world.environment,
  })
  return stdout
}
