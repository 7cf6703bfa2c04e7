// What every response tells the browser to forbid (docs/security.md row 20), whoever answers: the door, the
// gate or Next itself.
import 'server-only'

const HSTS = 'max-age=63072000'

/** Built files, and the images of brands. */
const IMMUTABLE = /^\/(?:_next\/static\/|brand-images\/[0-9a-f]{64}\.)/

/** Of an image of a brand: should it ever be more than a picture, it may do nothing. */
const IMAGE_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"

/** Of what is no page: a redirect, a file, an error in plain text. */
export const BARE_POLICY =
  "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'"

/**
 * The headers of a response to `path` of `host` under this content security policy; `origin` is the portal's
 * own. What stands below a tenant's domain is none of ours: whether that speaks TLS is not for us to say.
 */
export function guardHeaders(
  policy: string,
  { host, path }: { host: string; path: string },
  origin: string,
): Readonly<Record<string, string>> {
  const subdomains = URL.parse(origin)?.host === host ? '; includeSubDomains' : ''
  return {
    'Content-Security-Policy': path.startsWith('/brand-images/') ? IMAGE_POLICY : policy,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=()',
    ...(origin.startsWith('https:') ? { 'Strict-Transport-Security': HSTS + subdomains } : {}),
    // What is named by what it holds is kept for ever, which whoever answers it says; nothing else is kept.
    ...(IMMUTABLE.test(path) ? {} : { 'Cache-Control': 'no-store' }),
  }
}
