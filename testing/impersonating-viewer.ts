// The viewer of an impersonation, as the pages below `/as/...` find it.
import {
  impersonationBasePath,
  impersonationDigest,
  impersonationNameIn,
} from '../lib/session/impersonation.ts'
import { loadSessionAt } from '../lib/session/record.ts'
import type { Viewer } from '../lib/session/viewer.ts'

/**
 * The viewer of the impersonation with this base path, or null when it has ended; `own` is the member who
 * started it.
 */
export async function impersonatingViewer(own: Viewer, base: string): Promise<Viewer | null> {
  const grant = impersonationNameIn(base)
  if (grant === null) throw new Error('this is the base path of no impersonation')
  const session = await loadSessionAt(impersonationDigest(grant), [])
  return session === null ? null : { ...own, session, base: impersonationBasePath(grant) }
}
