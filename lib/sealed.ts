// The box for every secret: it can be carried and compared, but not read, printed or sent.
import 'server-only'

let open: (sealed: Sealed<string>) => string

/**
 * A secret of one kind: a token, a Kazoo id, a password, a key of the environment.
 *
 * React refuses to send a class instance, TypeScript refuses it where text is due, and turning it into text throws
 * at run time, so a secret that strays ends as an error and not as a leak. Only the files named in
 * `scripts/checks/text-fences.ts` may name `unseal`.
 */
export class Sealed<Kind extends string> {
  /** Never there at run time: it makes a sealed device id unfit where a sealed account id is due. */
  declare readonly kind: Kind
  readonly #text: string

  static {
    open = (sealed) => sealed.#text
  }

  private constructor(text: string) {
    this.#text = text
  }

  /** Puts `text` into a box of the kind the caller says it is. */
  static of<Kind extends string>(text: string): Sealed<Kind> {
    return new Sealed(text)
  }

  /** Whether both boxes hold the same text; for ids, not for passwords (it is not constant in time). */
  equals(other: Sealed<Kind>): boolean {
    return this.#text === open(other)
  }

  toString(): string {
    throw new TypeError('a sealed value has no text')
  }

  toJSON(): string {
    throw new TypeError('a sealed value has no JSON')
  }

  [Symbol.toPrimitive](): string {
    throw new TypeError('a sealed value has no text')
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[sealed]'
  }
}

/** Closes `text` into a box: `z.string().transform(seal<'api key'>)`. */
export function seal<Kind extends string>(text: string): Sealed<Kind> {
  return Sealed.of<Kind>(text)
}

/** Opens the box. Whoever names this function stands in the list of `scripts/checks/text-fences.ts`, and is read with care. */
export function unseal(sealed: Sealed<string>): string {
  return open(sealed)
}

/** What is known about sealed ids of one kind: joins two lists without opening an id. */
export class SealedMap<Kind extends string, Value> {
  readonly #values = new Map<string, Value>()

  constructor(entries: Iterable<readonly [Sealed<Kind>, Value]> = []) {
    for (const [id, value] of entries) this.#values.set(open(id), value)
  }

  get(id: Sealed<Kind>): Value | undefined {
    return this.#values.get(open(id))
  }

  has(id: Sealed<Kind>): boolean {
    return this.#values.has(open(id))
  }

  get size(): number {
    return this.#values.size
  }
}
