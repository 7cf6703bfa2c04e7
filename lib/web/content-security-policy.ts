// Defines what a page may load and run (docs/security.md row 20).
import 'server-only'

/**
 * The policy of one response: a new nonce, and inline style attributes only for virtual lists. `next dev`
 * evaluates reloaded code, adds style elements of its own and talks to the page over a websocket: only
 * development allows that.
 */
export function contentSecurityPolicy(nonce: string): string {
  // A production build replaces this by a constant, and removes what development is allowed.
  const development = process.env['NODE_ENV'] === 'development'
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src-elem 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')
}
