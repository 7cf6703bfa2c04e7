// The operator's command line, in the environment of a portal.
import { operate as run } from '../../scripts/services/operator.ts'
import type { TestEnvironment } from './test-environment.ts'

/** Runs `npm run portal -- words`. Returns its output. Throws when it refuses. */
export function operate(world: TestEnvironment, ...words: string[]): Promise<string> {
  return run(world.environment, words)
}
