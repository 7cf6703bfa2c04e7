// Requires a step-up before secrets and credentials: a proof of identity within ten minutes.
import 'server-only'
import { Rejected } from '../../errors.ts'
import type { Viewer } from '../../session/viewer.ts'

/** How long a proof is valid, in ms (ASVS 5.0 7.5.3). */
const FRESH = 10 * 60_000

/** The viewer has to prove their identity again, by `stepUp`. Nothing was done. */
export class StepUpNeeded extends Rejected {
  constructor() {
    super({}, 'messages.member.stepUp')
  }
}

/** Whether the viewer's last proof is still valid. */
export function isFresh({ session }: Viewer, now: number = Date.now()): boolean {
  return session.record.freshAt > now - FRESH
}

/**
 * Lets the viewer through if their last proof is valid.
 * @throws StepUpNeeded when it is more than ten minutes old
 */
export function requireFresh(viewer: Viewer): void {
  if (!isFresh(viewer)) throw new StepUpNeeded()
}
