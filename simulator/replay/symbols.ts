// Symbols such as `<id:7>` stand for what a server made up; the first answer that holds one says what it is
// here.
import { isObject, type Json } from '../json.ts'

const SYMBOL = /<(?:token|key|id|cursor|etag):\d+>/g

export class Symbols {
  readonly #bound = new Map<string, string>()

  /** Text with its symbols replaced by what they stand for; cursors as part of a query when `inPath`. */
  fill(recorded: string, inPath = false): string {
    return recorded.replace(SYMBOL, (symbol) => {
      const value = this.#bound.get(symbol) ?? symbol.replaceAll(/[<>:]/g, '')
      return inPath && symbol.startsWith('<cursor') ? encodeURIComponent(value) : value
    })
  }

  fillDeep(recorded: Json): Json {
    if (typeof recorded === 'string') return this.fill(recorded)
    if (Array.isArray(recorded)) return recorded.map((item) => this.fillDeep(item))
    if (!isObject(recorded)) return recorded
    return Object.fromEntries(
      Object.entries(recorded).map(([key, value]) => [this.fill(key), this.fillDeep(value)]),
    )
  }

  holds(recorded: string): boolean {
    return recorded.search(SYMBOL) !== -1
  }

  /** Whether the text is the recorded one. Binds the symbols that occur for the first time. */
  matches(recorded: string, actual: Json | undefined): boolean {
    if (typeof actual !== 'string') return false
    const open: string[] = []
    let pattern = '^'
    let last = 0
    for (const { 0: symbol, index } of recorded.matchAll(SYMBOL)) {
      pattern += RegExp.escape(recorded.slice(last, index))
      last = index + symbol.length
      const known = this.#bound.get(symbol)
      if (known === undefined) open.push(symbol)
      pattern += known === undefined ? '([^\\s/"]+?)' : RegExp.escape(known)
    }
    const found = new RegExp(`${pattern}${RegExp.escape(recorded.slice(last))}$`, 's').exec(actual)
    if (!found) return false
    for (const [i, symbol] of open.entries())
      if (!this.#bound.has(symbol)) this.#bound.set(symbol, found[i + 1] ?? '')
    return true
  }
}
