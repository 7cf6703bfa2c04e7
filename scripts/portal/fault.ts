// Turns errors of the command line into messages for an operator: never a secret, never a stack.
import { Rejected, UserFacingError, Unavailable } from '../../lib/errors.ts'
import { EnvelopeFault } from '../../lib/store/envelope.ts'
import { inEnglish } from './english.ts'

/** The command was not understood, or an argument is invalid. */
export class Misuse extends Error {
  override readonly name = 'Misuse'
}

/** The message and exit code for `error`. */
export function faultOf(error: unknown): { sentence: string; code: number } {
  if (error instanceof Misuse) {
    return {
      sentence: `${error.message}\nRun npm run portal -- help to see how each command is used.`,
      code: 2,
    }
  }
  if (error instanceof Rejected) {
    const sentences = new Set(Object.values(error.fields).map(inEnglish))
    return {
      sentence: sentences.size > 0 ? [...sentences].join('\n') : inEnglish(error.userMessage),
      code: 1,
    }
  }
  if (error instanceof EnvelopeFault) {
    return {
      sentence: 'No key in DATA_KEYS can decrypt this database. Check that the keys belong to it.',
      code: 1,
    }
  }
  if (error instanceof Unavailable) return { sentence: `${reason(error)}${causeOf(error)}`, code: 3 }
  if (error instanceof UserFacingError) return { sentence: inEnglish(error.userMessage), code: 1 }
  return { sentence: error instanceof Error ? error.message : 'Something went wrong.', code: 1 }
}

function reason({ dependency, reason: what, userMessage }: Unavailable): string {
  if (dependency !== 'postgres') return inEnglish(userMessage)
  if (what === 'unreachable')
    return 'Postgres is not responding at the address in DATABASE_URL. Nothing was changed.'
  if (what === 'refused')
    return 'Postgres rejected the user, password or database in DATABASE_URL. Nothing was changed.'
  return inEnglish(userMessage)
}

/** The error code of Postgres or the system, which an operator can look up. */
function causeOf({ cause }: Unavailable): string {
  return cause instanceof Error && 'code' in cause && cause.code !== 'no answer'
    ? ` (${String(cause.code)})`
    : ''
}
