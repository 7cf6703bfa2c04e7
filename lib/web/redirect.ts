// Where an action leads on to: within the impersonation it was done in, if it was.
import 'server-only'
import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { pathWithin } from './safe-redirect.ts'
import type { Viewer } from './viewer.ts'

/**
 * Goes on to a page of the portal, in the viewer's own pages or in those of the impersonation they are in.
 */
export function redirectWithin<Path extends string>(viewer: Viewer, path: Route<Path>): never {
  return redirectTo(viewer.base + path)
}

/** Goes on to a path that the domain has made. */
export function redirectTo(path: string): never {
  const within = pathWithin(path)
  if (within === null) throw new Error('this leads out of the portal')
  return redirect(within)
}
