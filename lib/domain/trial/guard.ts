// Protects public forms from bots and scanners (docs/security.md row 7): a proof of work, and a limit per
// client and in total.
import 'server-only'
import { env } from '../../env.ts'
import { NotFound, Rejected } from '../../errors.ts'
import { newPuzzle, acceptPuzzleAnswer } from '../../session/puzzle.ts'
import { throttle } from '../../session/throttle.ts'
import type { Puzzle } from '../../views/trial.ts'
import { currentSite } from '../site.ts'

/** The puzzle that a public page gives its browser. */
export function newPublicPuzzle(): Puzzle {
  return newPuzzle()
}

/**
 * Trials start on the portal's own host: a tenant's domain is for its customers, who must not see our brand.
 * @throws NotFound on any other; Unavailable
 */
async function requirePortalHost(): Promise<void> {
  if ((await currentSite()).tenant !== null) throw new NotFound()
}

/**
 * Lets a public client through that has done the work. Clients without script have no work (`work` is empty),
 * and share a small limit.
 * @throws Rejected when the solution is wrong; Throttled; NotFound on a tenant's domain; Unavailable without
 * Redis
 */
export async function guardPublicForm(what: 'trialCheck' | 'trialStart', work: string): Promise<void> {
  await requirePortalHost()
  const plain = work === ''
  await throttle(plain ? `${what}Plain` : what)
  if (!plain && !(await acceptPuzzleAnswer(work))) throw new Rejected({}, 'messages.trial.work')
}

/** How many days a trial lasts, for the page that says so. */
export function trialDays(): number {
  return env().trialDays
}
