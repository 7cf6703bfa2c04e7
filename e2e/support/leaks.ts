// Finds secrets in what was sent, in whatever spelling: security.md row 1.
import type { Canary } from '../../scripts/services/simulator.ts'

/** Something that left the server: where it was found, and its text (bytes as latin-1). */
export type Sent = { where: string; text: string }
export type Leak = { where: string; kind: string; spelling: string }

/** Names of people's SIP accounts are shown on purpose. Anything shorter than this could stand anywhere by chance. */
const SHOWN_ON_PURPOSE: ReadonlySet<string> = new Set(['sip-username'])
const SHORTEST = 8
const WINDOW = 8

/** Each spelling in which a secret could travel, as it would stand inside a longer text. */
export function spellings(value: string): ReadonlyMap<string, string> {
  const bytes = Buffer.from(value)
  const reversed = Array.from(value).toReversed().join('')
  const all: [string, string][] = [
    ['raw', value],
    ['upper case', value.toUpperCase()],
    ['reversed', reversed],
    ['hex', bytes.toString('hex')],
    ['upper-case hex', bytes.toString('hex').toUpperCase()],
    ['URL-encoded', encodeURIComponent(value)],
    ['URL-encoded throughout', percent(bytes)],
    ['JSON-escaped', JSON.stringify(value).slice(1, -1)],
    ['JSON-escaped throughout', units(value, (hex) => `\\u${hex}`)],
    ['HTML-escaped', Array.from(value, (char) => `&#${char.codePointAt(0)};`).join('')],
    ...base64(bytes, 'base64'),
    ...(/^(?:[0-9a-f]{2}){8,}$/.test(value) ? base64(Buffer.from(value, 'hex'), 'base64 of its bytes') : []),
  ]
  return new Map(all)
}

function percent(bytes: Buffer): string {
  return Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
}

function units(value: string, spell: (hex: string) => string): string {
  return Array.from({ length: value.length }, (_, at) =>
    spell(value.charCodeAt(at).toString(16).padStart(4, '0')),
  ).join('')
}

/** Inside a longer text base64 depends on where the secret begins: three ways, each without its uncertain ends. */
function base64(bytes: Buffer, name: string): [string, string][] {
  return [0, 1, 2].flatMap((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replaceAll('=', '')
    const sure = text.slice(shift === 0 ? 0 : shift + 1, -1)
    return [
      [`${name}, ${shift} bytes in`, sure],
      [`${name} for URLs, ${shift} bytes in`, sure.replaceAll('+', '-').replaceAll('/', '_')],
    ] satisfies [string, string][]
  })
}

type Needle = { text: string; kind: string; spelling: string }

/** Every canary that stands in something sent, also as a part of a longer word, a key or a cursor. */
export function leaks(sent: readonly Sent[], canaries: readonly Canary[]): Leak[] {
  const index = indexOf(canaries)
  // The same asset comes with every page: looked at once.
  const different = new Map(sent.map((each) => [each.text, each]))
  return [...different.values()].flatMap(({ where, text }) => {
    const found = new Map<string, Leak>()
    for (let at = 0; at + WINDOW <= text.length; at++) {
      for (const needle of index.get(text.slice(at, at + WINDOW)) ?? []) {
        if (!text.startsWith(needle.text, at)) continue
        const leak = { where, kind: needle.kind, spelling: needle.spelling }
        found.set(`${leak.kind} ${leak.spelling}`, leak)
      }
    }
    return Array.from(found.values())
  })
}

function indexOf(canaries: readonly Canary[]): ReadonlyMap<string, readonly Needle[]> {
  const index = new Map<string, Needle[]>()
  for (const { kind, value } of canaries) {
    if (SHOWN_ON_PURPOSE.has(kind) || value.length < SHORTEST) continue
    for (const [spelling, text] of spellings(value)) {
      if (text.length < SHORTEST) continue
      const start = text.slice(0, WINDOW)
      const others = index.get(start)
      if (others === undefined) index.set(start, [{ text, kind, spelling }])
      else others.push({ text, kind, spelling })
    }
  }
  return index
}
