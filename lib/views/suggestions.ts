// Suggests what a form can be filled in with: a realm, a username, an extension.
import { isPhoneRealm } from './realm.ts'

/** How letters are written in names of hosts; accents are removed from all others. */
const WRITTEN: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
}
/** The longest label of a host name (RFC 1035, 2.3.4). */
const LABEL = 63

/** The ASCII letters and digits of a name, with `between` in place of everything else. */
function plainName(name: string, between: '-' | '.'): string {
  return name
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/[äöüßæøœłđ]/g, (letter) => WRITTEN[letter] ?? letter)
    .normalize('NFKD')
    .replaceAll(/\p{M}|['’]/gu, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .join(between)
}

/** A realm for a new account, below that of its parent; empty where its name has no letters for one. */
export function suggestedRealm(name: string, parentRealm: string): string {
  const label = plainName(name, '-').slice(0, LABEL).replace(/-$/, '')
  const realm = `${label}.${parentRealm.toLowerCase()}`
  return label !== '' && isPhoneRealm(realm) ? realm : ''
}

/** A username: what stands before the `@` of an address, otherwise the user's name; empty without letters. */
export function suggestedUsername(email: string, ...names: readonly string[]): string {
  const [, local = ''] = /^([+.\w-]+)@/.exec(email.trim()) ?? []
  return (local || plainName(names.join(' '), '.')).toLowerCase()
}

/** The lowest free number from the lowest one that is taken; empty where none is, or none follows. */
export function nextExtension(taken: readonly string[]): string {
  const numbers = new Set(taken.filter((text) => /^[1-9]\d{1,5}$/.test(text)).map(Number))
  if (numbers.size === 0) return ''
  const lowest = Math.min(...numbers)
  let next = lowest
  while (numbers.has(next)) next++
  return String(next).length === String(lowest).length ? String(next) : ''
}
