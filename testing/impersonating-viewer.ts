// Somebody who acts as another, as the pages below `/as/...` find them.
import {
  impersonationBasePath,
  impersonationDigest,
  impersonationNameIn,
} from '../lib/session/impersonation.ts'
import { loadSessionAt } from '../lib/session/record.ts'
import type { Viewer } from '../lib/session/viewer.ts'

/** The viewer of the acting with this base, or null when it is over; `own` is who began it. */
export async function impersonatingViewer(own: Viewer, base: string): Promise<Viewer | null> {
  const grant = impersonationNameIn(base)
  if (grant === null) throw new Error('this is the base of no acting')
  const session = await loadSessionAt(impersonationDigest(grant), [])
  return session === null ? null : { ...own, session, base: impersonationBasePath(grant) }
}
