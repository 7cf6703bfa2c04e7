// Sets the headers by which every response restricts the browser (docs/security.md row 20), whether the
// request context, the gate or Next itself answers.
import 'server-only'

const HSTS = 'max-age=63072000'

/** Built files, and the images of brands. */
const IMMUTABLE = /^\/(?:_next\/static\/|brand-images\/[0-9a-f]{64}\.)/

/** For an image of a brand: should it ever be more than an image, it may do nothing. */
const IMAGE_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"

/** For answers that are no page: a redirect, a file, an error in plain text. */
export const BARE_POLICY =
  "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'"

/**
 * The headers of a response to `path` of `host` under this content security policy; `origin` is the portal's
 * own. The hosts below a tenant's domain are not ours: whether they use TLS is not for us to decide.
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
    // Files that are named by their content are cached forever, by the header of whoever answers them;
    // nothing else is cached.
    ...(IMMUTABLE.test(path) ? {} : { 'Cache-Control': 'no-store' }),
  }
}
