// Redirects after an action: within the impersonation in which it was done, if it was.
import 'server-only'
import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { undoableEvents } from '../domain/audit/undo.ts'
import { pathWithin } from './safe-redirect.ts'
import type { Viewer } from './viewer.ts'

/**
 * Redirects to a page of the portal, among the viewer's own pages or those of the impersonation that they are
 * in. A page that says what was done (`?done=`) is told how to undo it.
 */
export function redirectWithin<Path extends string>(viewer: Viewer, path: Route<Path>): never {
  const undo = path.includes('done=') ? undoableEvents(viewer) : null
  return redirectTo(viewer.base + path + (undo === null ? '' : `&undo=${undo}`))
}

/** Redirects to a path that the domain has built. */
export function redirectTo(path: string): never {
  const within = pathWithin(path)
  if (within === null) throw new Error('this leads out of the portal')
  return redirect(within)
}
