// Checks where an audit log may be sent: an owner's input, by the same rule as the address of a Crossbar, and
// dialled by the same egress.
import 'server-only'
import { env } from '../env.ts'
import { crossbarOrigin, originOfHostName, RefusedOrigin, type CrossbarOrigin } from './origin.ts'

const SYSLOG = /^(tls|tcp):\/\/([^\s\p{Cc}\p{Cf}/\\?#@%:]+|\[[0-9a-f:.]+\])(?::(\d{1,5}))?\/?$/iu
/** RFC 5425 and RFC 6587. */
const DEFAULT_PORT = { tls: 6514, tcp: 601 } as const
/** Below 1024 only the ports of syslog: we connect to nothing else there. */
const ALLOWED_LOW_PORTS = new Set([514, 601])
const MAX_LENGTH = 2_000

/** A checked address for HTTP, with its path and query. */
export type WebhookTarget = { origin: CrossbarOrigin; path: string }

/**
 * Checks `https://name/path?query` (port 443 or 8443), or an origin of AUDIT_ALLOWED_ORIGINS.
 * @throws RefusedOrigin
 */
export function webhookTarget(text: string): WebhookTarget {
  const url = URL.parse(text)
  const isPlain = url !== null && url.username === '' && url.password === '' && url.hash === ''
  if (!isPlain || text.length > MAX_LENGTH || /[\s\p{Cc}\\]/u.test(text)) throw new RefusedOrigin()
  const origin = crossbarOrigin(url.origin, env().auditAllowedOrigins)
  return { origin, path: url.pathname + url.search }
}

/**
 * Checks `tls://name:port` or `tcp://name:port`; an operator allows more of them as `https://` and `http://`.
 * @throws RefusedOrigin
 */
export function syslogOrigin(text: string): CrossbarOrigin {
  const [, scheme = '', name = '', port = ''] = SYSLOG.exec(text) ?? []
  const kind = scheme.toLowerCase() === 'tls' ? 'tls' : 'tcp'
  const number = port === '' ? DEFAULT_PORT[kind] : Number(port)
  const low = number < 1024 && !ALLOWED_LOW_PORTS.has(number)
  const url = URL.parse(`${kind === 'tls' ? 'https' : 'http'}://${name}:${number}`)
  if (name === '' || url === null) throw new RefusedOrigin()
  const allowed = env().auditAllowedOrigins.some(({ origin }) => origin === url.origin)
  if (allowed) return crossbarOrigin(url.origin, env().auditAllowedOrigins)
  if (low) throw new RefusedOrigin()
  return originOfHostName(url)
}
