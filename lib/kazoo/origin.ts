// Decides where a Crossbar may be: checks what somebody typed as its address, before anything is dialled
// (docs/security.md row 5).
import 'server-only'
import { env, type AllowedOrigin } from '../env.ts'
import { Rejected } from '../errors.ts'
import type { MessageKey } from '../i18n/message-key.ts'

/**
 * One message for every address that is refused or does not answer, so that nobody can map a network with it
 * (docs/security.md row 7).
 */
export const ORIGIN_REFUSED: MessageKey = 'messages.preflight.refused'

/** The address of a Kazoo is refused, or nothing answered there; it does not say which. */
export class RefusedOrigin extends Rejected {
  constructor(cause?: unknown) {
    super({ origin: ORIGIN_REFUSED }, ORIGIN_REFUSED)
    this.cause = cause
  }
}

let create: (url: URL, cidr: string | null) => CrossbarOrigin

/**
 * The checked address of a Crossbar. Only `crossbarOrigin` creates one, so every instance has passed the
 * check. It is a class, and so React refuses to send it to a browser.
 */
export class CrossbarOrigin {
  readonly scheme: 'http:' | 'https:'
  /** Lower-case DNS name, or an IP literal (without brackets) where an operator allowed it. */
  readonly host: string
  readonly port: number
  /** The only network it may resolve into; null for the public rule: global unicast addresses. */
  readonly cidr: string | null
  /**
   * `https://kazoo.example.com:8443`: stored with the tenant, and one half of the tenant key
   * (docs/security.md row 9).
   */
  readonly text: string

  private constructor(url: URL, cidr: string | null) {
    this.scheme = url.protocol === 'http:' ? 'http:' : 'https:'
    this.host = url.hostname.replace(/^\[|\]$/g, '')
    this.port = Number(url.port) || (this.scheme === 'http:' ? 80 : 443)
    this.cidr = cidr
    this.text = url.origin
  }

  static {
    create = (url, cidr) => new CrossbarOrigin(url, cidr)
  }
}

// The text is checked before the parser sees it, which is too lenient: `https:host`, tabs, backslashes,
// `:0443`, `%2e`.
const PUBLIC = /^https:\/\/([^\s\p{Cc}\p{Cf}/\\?#@%:[\]]+)(?::(?:443|8443))?(?:\/|\/v[12]\/?)?$/iu
const PATH = /(?<=^https?:\/\/[^/]+)\/(?:v[12]\/?)?$/
// Every spelling of an IPv4 address ends in a numeric label, and the parser converts it to four of them.
const NAME = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?=[a-z])[a-z0-9-]{1,62}[a-z0-9]$/

/**
 * Checks `text` as the address of a Crossbar: https on port 443 or 8443 of a dotted DNS name, with no path
 * but `/`, `/v1`, `/v2`; or exactly an origin that the operator allows by KAZOO_ALLOWED_ORIGINS. The path is
 * dropped: we use v2 only.
 * @throws RefusedOrigin, with one message whatever the reason
 */
export function crossbarOrigin(
  text: string,
  allowed: readonly AllowedOrigin[] = env().kazooAllowedOrigins,
): CrossbarOrigin {
  const exact = text.replace(PATH, '')
  const known = allowed.find(({ origin }) => origin === exact)
  if (known) return create(new URL(known.origin), known.cidr)

  const url = PUBLIC.test(text) ? URL.parse(text) : null
  if (!url || !NAME.test(url.hostname)) throw new RefusedOrigin()
  return create(url, null)
}

/**
 * Checks the name alone, for callers that use another port: a dotted DNS name, which may resolve only to
 * global addresses.
 * @throws RefusedOrigin
 */
export function originOfHostName(url: URL): CrossbarOrigin {
  if (!NAME.test(url.hostname)) throw new RefusedOrigin()
  return create(url, null)
}
