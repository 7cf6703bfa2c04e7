// Keeps robots and scanners off what strangers may ask for (docs/security.md row 7): work to be done, and a
// limit per client and in all.
import 'server-only'
import { env } from '../../env.ts'
import { NotFound, Rejected } from '../../errors.ts'
import { newPuzzle, acceptPuzzleAnswer } from '../../session/puzzle.ts'
import { throttle } from '../../session/throttle.ts'
import type { Puzzle } from '../../views/trial.ts'
import { currentSite } from '../site.ts'

/** The puzzle that a page for strangers gives its browser. */
export function puzzleForStrangers(): Puzzle {
  return newPuzzle()
}

/**
 * Trials begin on the portal's own host: a tenant's domain is its customers', who never hear of us. @throws
 * NotFound on any other; Unavailable
 */
async function onOwnHost(): Promise<void> {
  if ((await currentSite()).tenant !== null) throw new NotFound()
}

/**
 * Lets a stranger through who has done the work. Without script there is no work (`work` is empty), and a
 * small share for all who have none.
 * @throws Rejected when the answer is not right; Throttled; NotFound on a tenant's domain; Unavailable
 * without Redis
 */
export async function guardStranger(what: 'trialCheck' | 'trialStart', work: string): Promise<void> {
  await onOwnHost()
  const plain = work === ''
  await throttle(plain ? `${what}Plain` : what)
  if (!plain && !(await acceptPuzzleAnswer(work))) throw new Rejected({}, 'messages.trial.work')
}

/** How many days a trial lasts, for the page that says so. */
export function trialDays(): number {
  return env().trialDays
}
