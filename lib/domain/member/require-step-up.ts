// Before secrets and credentials: the person has proved within ten minutes that it is still them.
import 'server-only'
import { Rejected } from '../../errors.ts'
import type { Viewer } from '../../session/viewer.ts'

/** For how long a proof counts, in ms (ASVS 5.0 7.5.3). */
const FRESH = 10 * 60_000

/** They have to prove again who they are, by `stepUp`. Nothing was done. */
export class StepUpNeeded extends Rejected {
  constructor() {
    super({}, 'messages.member.stepUp')
  }
}

/** Whether what this viewer does next needs no new proof. */
export function isFresh({ session }: Viewer, now: number = Date.now()): boolean {
  return session.record.freshAt > now - FRESH
}

/** @throws StepUpNeeded when the last proof is more than ten minutes old */
export function requireFresh(viewer: Viewer): void {
  if (!isFresh(viewer)) throw new StepUpNeeded()
}
