// Rules that inject faults: for which requests, how often, and which fault.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Fault } from './faults/kinds.ts'
import { play, type Answer } from './faults/play.ts'
import type { Forget } from './faults/unkept.ts'
import { Dice } from './worlds/dice.ts'

export type { Answer }

/** The body of `POST /_simulator/faults`. */
export type Rule = {
  /**
   * A path without its query: a glob (`*` within one segment, `**` across), or a regular expression when it
   * starts with `^`.
   */
  pattern: string
  /** Upper-case; every method if left out. */
  methods?: readonly string[]
  /** How many matching requests are answered as usual before the first fault. */
  skip?: number
  /** How many requests get the fault; unlimited if left out. */
  count?: number
  /**
   * The share of matching requests that are struck, 0 to 1; the dice are the seed's, so a run can be
   * repeated.
   */
  probability?: number
  fault: Fault
}
export type StandingRule = Rule & { id: string; seen: number; struck: number }

export class Faults {
  readonly #rules: { status: StandingRule; matches: RegExp }[] = []
  readonly #dice: Dice
  #added = 0

  /** `start`: eight hex digits or more from the run's seed. */
  constructor(start: string) {
    this.#dice = new Dice(start)
  }

  /**
   * Adds a rule behind those that stand; the first that matches strikes. Throws SyntaxError for a bad regular
   * expression.
   */
  add(rule: Rule): string {
    const matches = patternOf(rule.pattern)
    const id = `fault-${++this.#added}`
    this.#rules.push({ status: { ...rule, id, seen: 0, struck: 0 }, matches })
    return id
  }

  list(): StandingRule[] {
    return this.#rules.map(({ status }) => status)
  }

  find(id: string): StandingRule | undefined {
    return this.list().find((rule) => rule.id === id)
  }

  /** Removes the rule; false if there was none. */
  remove(id: string): boolean {
    const at = this.#rules.findIndex(({ status }) => status.id === id)
    if (at >= 0) this.#rules.splice(at, 1)
    return at >= 0
  }

  clear(): void {
    this.#rules.length = 0
  }

  /** The fault for this request, if any; counts it. */
  strike(method: string, path: string): Fault | undefined {
    for (const { status: rule, matches } of this.#rules) {
      if (rule.methods && !rule.methods.includes(method)) continue
      if (!matches.test(path)) continue
      if (++rule.seen <= (rule.skip ?? 0)) continue
      if (rule.struck >= (rule.count ?? Infinity)) continue
      if (rule.probability !== undefined && !this.#dice.chance(rule.probability)) continue
      rule.struck++
      return rule.fault
    }
    return undefined
  }

  /**
   * Answers the request as the fault that meets it demands. False when none does: answer as usual. `answer`
   * does what was asked and says what Kazoo would have answered; faults that come before it never call it.
   * `forget` removes an account again.
   */
  async meet(
    request: IncomingMessage,
    response: ServerResponse,
    answer: () => Promise<Answer>,
    forget: Forget = () => {},
  ): Promise<boolean> {
    const { pathname } = new URL(request.url ?? '/', 'http://simulator')
    const fault = this.strike(request.method ?? 'GET', pathname)
    if (!fault) return false
    await play(fault, request, response, answer, forget)
    return true
  }
}

function patternOf(pattern: string): RegExp {
  if (pattern.startsWith('^')) return new RegExp(pattern)
  const parts = pattern.split(/(\*\*|\*)/).map((part) => {
    if (part === '**') return '.*'
    return part === '*' ? '[^/]*' : RegExp.escape(part)
  })
  return new RegExp(`^${parts.join('')}$`)
}
