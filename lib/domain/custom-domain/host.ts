// Parses a host as an owner types it, in Unicode or A-labels, and decides whether it can be a custom domain.
import 'server-only'
import { domainToASCII, domainToUnicode } from 'node:url'
import { parse } from 'tldts'
import { env } from '../../env.ts'
import { Rejected } from '../../errors.ts'
import type { MessageKey } from '../../i18n/message-key.ts'
import type { DomainName } from '../../views/custom-domain.ts'

/** The name of a host's TXT record. */
export const proofNameOf = (host: string): string => `_portal-proof.${host}`

/** Leaves room for `proofNameOf` (RFC 1035, 2.3.4). */
const LONGEST = 253 - proofNameOf('').length
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
/** Names that never leave a machine or a local network (RFC 6761, 6762, 7686, 3172). */
const LOCAL_NAMES = new Set(['localhost', 'local', 'onion', 'arpa'])

/**
 * The host in A-labels and lower case. A pasted `https://` before it and `/` or `.` after it are ignored.
 * @throws Rejected at `host`
 */
export function readHost(typed: string): string {
  const text = typed
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/[/.]$/, '')
  if (text.includes('*')) throw refused('messages.domain.wildcard')
  if (/^[^:]+:\d+$/.test(text)) throw refused('messages.domain.port')
  // In ASCII only host name characters: URL parsing would silently repair or cut others.
  if (text === '' || /[\0-,/:-@[-`{-\x7f]/.test(text)) {
    throw refused(
      text.includes(':') && !text.includes('/') ? 'messages.domain.address' : 'messages.domain.form',
    )
  }
  const host = domainToASCII(text)
  const { isIp, domain } = parse(host, { allowPrivateDomains: true })
  if (isIp || /^[\d.]+$/.test(host)) throw refused('messages.domain.address')
  const labels = host.split('.')
  if (host.length > LONGEST || !labels.every(isLabel)) throw refused('messages.domain.form')
  if (labels.length < 2 || LOCAL_NAMES.has(labels.at(-1) ?? '')) throw refused('messages.domain.single')
  const own = new URL(env().portalOrigin).hostname
  if (host === own || host.endsWith(`.${own}`)) throw refused('messages.domain.own')
  if (domain === null) throw refused('messages.domain.suffix')
  return host
}

function isLabel(label: string): boolean {
  // A label that punycode cannot decode would be shown as typed, and mean nothing.
  return LABEL.test(label) && (!label.startsWith('xn--') || !domainToUnicode(label).startsWith('xn--'))
}

function refused(why: MessageKey): Rejected {
  return new Rejected({ host: why })
}

/**
 * A host in its readable spelling, and whether it can be mistaken for another. `zone`: the registered part.
 */
export function nameOf(host: string): DomainName {
  const letters = domainToUnicode(host)
  const zone = parse(host, { allowPrivateDomains: true }).domain ?? host
  return { host, letters: letters === host ? null : letters, mistakable: mistakable(letters), zone }
}

/** Letters of other scripts that look like Latin ones (Unicode Technical Standard 39, confusables). */
const LATIN_TWINS = /^[аӕсԁеһіјӏорԛѕԝхуьҽпгѵαγικνορτυωɑεοԍգղոսցօ\d-]+$/u
/** Scripts that may be mixed in one label (UTS 39, 5.2: "highly restrictive"). */
const TOGETHER = [
  ['Latin', 'Han', 'Hiragana', 'Katakana'],
  ['Latin', 'Han', 'Bopomofo'],
  ['Latin', 'Han', 'Hangul'],
]
const SCRIPTS = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Armenian',
  'Hebrew',
  'Arabic',
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Thai',
  'Lao',
  'Myanmar',
  'Georgian',
  'Hangul',
  'Ethiopic',
  'Cherokee',
  'Khmer',
  'Mongolian',
  'Hiragana',
  'Katakana',
  'Bopomofo',
  'Han',
].map((name) => ({ name, letter: new RegExp(`\\p{Script=${name}}`, 'u') }))

function mistakable(letters: string): boolean {
  return letters.split('.').some((label) => {
    if (/^[\x20-\x7e]*$/.test(label)) return false
    const scripts = SCRIPTS.filter(({ letter }) => letter.test(label)).map(({ name }) => name)
    const together =
      scripts.length <= 1 || TOGETHER.some((set) => scripts.every((name) => set.includes(name)))
    return !together || LATIN_TWINS.test(label)
  })
}
