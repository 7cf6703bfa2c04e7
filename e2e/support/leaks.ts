// Finds secrets in sent data, in any spelling: docs/security.md row 1.
import type { Canary } from '../../scripts/services/simulator.ts'

/** Data that left the server: where it was found, and its text (bytes as latin-1). */
export type Sent = { where: string; text: string }
export type Leak = { where: string; kind: string; spelling: string }

/** SIP usernames are shown on purpose. A shorter value could appear anywhere by chance. */
const SHOWN_ON_PURPOSE: ReadonlySet<string> = new Set(['sip-username'])
const SHORTEST = 8
const WINDOW = 8

/** Each spelling in which a secret could travel, as part of a longer text. */
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

/**
 * In a longer text base64 depends on the secret's offset: three variants, each without its ambiguous ends.
 */
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

/**
 * The needles by their beginning, and a mark for each beginning: checking the marks avoids nearly all checks
 * of needles.
 */
type Index = { marks: Uint8Array; begins: ReadonlyMap<string, readonly Needle[]> }

const MARKS = 2 ** 26
const indices = new WeakMap<readonly Canary[], Index>()

/** Every canary in the sent data, also as a part of a longer word, a key or a cursor. */
export function leaks(sent: readonly Sent[], canaries: readonly Canary[]): Leak[] {
  const index = indices.get(canaries) ?? indexOf(canaries)
  indices.set(canaries, index)
  // Every page loads the same assets, which are searched once.
  const different = new Map(sent.map((each) => [each.text, each]))
  return [...different.values()].flatMap(({ where, text }) => {
    const found = new Map<string, Leak>()
    for (const at of beginnings(text, index.marks)) {
      for (const needle of index.begins.get(text.slice(at, at + WINDOW)) ?? []) {
        if (!text.startsWith(needle.text, at)) continue
        const leak = { where, kind: needle.kind, spelling: needle.spelling }
        found.set(`${leak.kind} ${leak.spelling}`, leak)
      }
    }
    return Array.from(found.values())
  })
}

/** The positions in `text` with the mark of a needle, and perhaps a needle. */
function beginnings(text: string, marks: Uint8Array): number[] {
  const found: number[] = []
  let [high, low] = [0, 0]
  for (let at = 0; at < text.length; at++) {
    high = (high << 8) | (low >>> 24)
    low = (low << 8) | (text.charCodeAt(at) & 0xff)
    const mark = markOf(high, low)
    if (((marks[mark >>> 3] ?? 0) & (1 << (mark & 7))) !== 0 && at + 1 >= WINDOW) found.push(at + 1 - WINDOW)
  }
  return found
}

/** The mark of a window, given as two words of four characters. */
function markOf(high: number, low: number): number {
  const mixed = Math.imul(high, 0x9e3779b1) ^ Math.imul(low, 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) & (MARKS - 1)
}

function indexOf(canaries: readonly Canary[]): Index {
  const marks = new Uint8Array(MARKS / 8)
  const begins = new Map<string, Needle[]>()
  for (const { kind, value } of canaries) {
    if (SHOWN_ON_PURPOSE.has(kind) || value.length < SHORTEST) continue
    for (const [spelling, text] of spellings(value)) {
      if (text.length < SHORTEST) continue
      const start = text.slice(0, WINDOW)
      const others = begins.get(start)
      if (others === undefined) begins.set(start, [{ text, kind, spelling }])
      else others.push({ text, kind, spelling })
      const [high, low] = [word(start, 0), word(start, 4)]
      const mark = markOf(high, low)
      marks[mark >>> 3] = (marks[mark >>> 3] ?? 0) | (1 << (mark & 7))
    }
  }
  return { marks, begins }
}

/** Four characters as one number, as `beginnings` reads them. */
function word(text: string, from: number): number {
  return [0, 1, 2, 3].reduce((sum, at) => (sum << 8) | (text.charCodeAt(from + at) & 0xff), 0)
}
