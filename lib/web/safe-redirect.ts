// Decides where the portal may redirect a browser to: by what the browser will make of the target, not by its
// spelling (docs/security.md row 24).
import 'server-only'
import type { Route } from 'next'
import { canonicalPath } from './canonical-path.ts'

/** Stands for whichever of our origins the browser is on. */
const ORIGIN = 'https://portal.invalid'
/** The characters in the paths of our pages: ids, host names, words. */
const PAGE_PATH = /^\/[\w.~/-]*$/

/**
 * The path and query that a browser on one of our pages ends up at when it follows `target`, or null where
 * that is another origin or no path of ours. The fragment is left out.
 */
export function pathWithin(target: string): Route | null {
  const resolved = target.startsWith('/') ? URL.parse(target, ORIGIN) : null
  if (resolved === null || resolved.origin !== ORIGIN || resolved.username !== '') return null
  if (resolved.pathname.startsWith('//')) return null
  const path = canonicalPath(resolved.pathname)
  const within = path !== null && PAGE_PATH.test(path) ? path + resolved.search : ''
  return isRoute(within) ? within : null
}

/**
 * Where a sign-in continues, for a `next` that anybody may have written: a path of ours, never back to
 * sign-in or sign-out; otherwise home.
 */
export function safeRedirectPath(next: string): Route {
  const path = pathWithin(next)
  return path === null || path.startsWith('/sign') ? '/' : path
}

function isRoute(path: string): path is Route {
  return path.startsWith('/')
}
