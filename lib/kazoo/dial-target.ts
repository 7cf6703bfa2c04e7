// Decides where a document may make Kazoo dial later: the public part of the rule for addresses, for URLs and
// for SIP (docs/security.md row 21).
import 'server-only'
import { isIP } from 'node:net'
import { env } from '../env.ts'
import { isHostName } from '../views/host-name.ts'
import { isGlobalUnicast, isInside } from './addresses.ts'

/**
 * Names that no public DNS resolves, and that many networks resolve themselves (RFC 6761, 6762, 8375; ICANN's
 * `internal`).
 */
const PRIVATE_NAME =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home|corp|private|home\.arpa)$/i
/**
 * The text is checked before the parser sees it, which is too lenient; users write names in other scripts as
 * A-labels.
 */
const WEB_URL = /^https?:\/\/[\w.[\]:-]+(?:[/?#][!-[\]-~]*)?$/i
const SIP =
  /^(?:sips?:)?(?:[\w.+*#-]+@)?([\w.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?(?:;(?:lr|(?:transport|user)=\w+))*$/i
/** The user part of a SIP address, without a host. */
const USER = /^(?:sips?:)?[\w+*#-]+$/i

/**
 * Whether `host` is a dotted DNS name or a global unicast address, or one that the operator allows by
 * KAZOO_ALLOWED_TARGETS.
 */
function isPublicHost(host: string): boolean {
  const name = host.replaceAll(/^\[|\]$/g, '').toLowerCase()
  const address = isIP(name) !== 0
  if (env().kazooAllowedTargets.some((allowed) => allowed === name || (address && isInside(name, allowed))))
    return true
  return address ? isGlobalUnicast(name) : isHostName(name) && !PRIVATE_NAME.test(name)
}

/**
 * Whether Kazoo may be made to dial `text`: http or https at any port of a public host, without username or
 * password.
 */
export function isAllowedUrl(text: string): boolean {
  // The parser converts every spelling of an IPv4 address to four numbers: `0x7f.1`, `2130706433`, `127.1`.
  const url = WEB_URL.test(text) ? URL.parse(text) : null
  return url !== null && isPublicHost(url.hostname)
}

/**
 * Whether calls may be sent to `text`, a SIP URI or its equivalent: the same hosts, and no parameter that
 * names another.
 */
export function isSipTarget(text: string): boolean {
  const [, host = ''] = SIP.exec(text) ?? []
  const url = host === '' ? null : URL.parse(`http://${host}`)
  return url !== null && isPublicHost(url.hostname)
}

/** Whether `text` is a user part alone, which names no host of its own. */
export function isSipUser(text: string): boolean {
  return USER.test(text)
}
