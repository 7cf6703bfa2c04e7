// Finds the line of a JSON text that is wrong, which browsers report each in their own words, or not at all.

/** `twice`: a key is repeated, of which only the last would count. */
export type JsonFault = { line: number; why: 'syntax' | 'twice' }

/** Deeper texts are left to whoever parses them. */
const DEEPEST = 64
const TOKEN =
  /[ \t\n\r]*(?:([{}[\],:])|("(?:[^"\\\p{Cc}]|[\u007F-\u009F]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.]))/uy

/** The first fault of a JSON text, or null. */
export function jsonFault(text: string): JsonFault | null {
  let at = 0
  let start = 0
  let token = ''

  function next(): string {
    TOKEN.lastIndex = at
    const [whole = '', sign, string, scalar] = TOKEN.exec(text) ?? []
    token = sign ?? string ?? scalar ?? ''
    start = token === '' ? at + blanksAt(text, at) : at + whole.length - token.length
    at += whole.length
    return token
  }

  function value(depth: number): boolean {
    if (depth > DEEPEST) throw new RangeError('too deep')
    if (token === '{') return items('}', depth, new Set())
    if (token === '[') return items(']', depth, null)
    return token.startsWith('"') || /^[-\dtfn]/.test(token)
  }

  /** The entries of an object or a list, up to `end`. */
  function items(end: string, depth: number, keys: Set<string> | null): boolean {
    if (next() === end) return true
    for (;;) {
      if (keys !== null && !key(keys)) return false
      if (!value(depth + 1)) return false
      if (next() === end) return true
      if (token !== ',') return false
      next()
    }
  }

  function key(keys: Set<string>): boolean {
    if (!token.startsWith('"')) return false
    const name = String(JSON.parse(token))
    if (keys.has(name)) throw new Repeated()
    keys.add(name)
    if (next() !== ':') return false
    next()
    return true
  }

  try {
    next()
    if (value(0) && next() === '' && start === text.length) return null
    return { line: lineAt(text, start), why: 'syntax' }
  } catch (error) {
    return error instanceof Repeated ? { line: lineAt(text, start), why: 'twice' } : null
  }
}

class Repeated extends Error {}

function blanksAt(text: string, at: number): number {
  return /^[ \t\n\r]*/.exec(text.slice(at))?.[0].length ?? 0
}

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split('\n').length
}
