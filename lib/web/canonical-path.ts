// Gives each address one spelling: the path as the browser, or Next, resolves it.
import 'server-only'

/** Only its path is read; no such host exists (RFC 2606, 2). */
const BASE = 'http://portal.invalid'
const UNRESERVED = /[A-Za-z0-9._~-]/
/** Next takes a path with this ending for another spelling of the path without it. */
const RSC_SUFFIX = /(?<=[^./])(?:\.rsc)+$/

/**
 * The one spelling of the path in `target`, which begins with a slash (RFC 9112, 3.2.1): dot segments and
 * backslashes resolved as browsers do (WHATWG URL, 4.4), no letter, digit, `-`, `.`, `_` or `~`
 * percent-encoded (RFC 3986, 6.2.2.2), no slash twice, and no ending that Next gives a path for its own use.
 * Null: it has none. The canonical spelling of a canonical path is that path. Query and fragment are left
 * out.
 */
export function canonicalPath(target: string): string | null {
  const resolved = target.startsWith('/') ? URL.parse(BASE + target) : null
  if (resolved === null) return null
  return resolved.pathname
    .replaceAll(/%[0-9a-f]{2}/gi, decodeUnreserved)
    .replaceAll(/\/{2,}/g, '/')
    .replace(RSC_SUFFIX, '')
}

function decodeUnreserved(encoded: string): string {
  const character = String.fromCharCode(Number.parseInt(encoded.slice(1), 16))
  return UNRESERVED.test(character) ? character : encoded
}
