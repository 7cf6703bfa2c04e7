// Wraps secrets so that they can be passed around and compared, but not read, printed or sent.
import 'server-only'

let open: (sealed: Sealed<string>) => string

/**
 * A secret of one kind: a token, a Kazoo id, a password, a key of the environment.
 * || React refuses to send a class instance, TypeScript refuses it where text is expected, and converting it
 * to text throws at run time, so a secret in the wrong place causes an error and not a leak. Only the files
 * listed in `scripts/checks/text-fences.ts` may name `unseal`.
 */
export class Sealed<Kind extends string> {
  /** Exists in types only: it keeps a sealed device id from being used as a sealed account id. */
  declare readonly kind: Kind
  readonly #text: string

  static {
    open = (sealed) => sealed.#text
  }

  private constructor(text: string) {
    this.#text = text
  }

  /** Wraps `text` as a secret of the kind that the caller names. */
  static of<Kind extends string>(text: string): Sealed<Kind> {
    return new Sealed(text)
  }

  /**
   * Whether both secrets are the same text; for ids, not for passwords (the comparison is not constant in
   * time).
   */
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

/** Wraps `text`, for example with `z.string().transform(seal<'api key'>)`. */
export function seal<Kind extends string>(text: string): Sealed<Kind> {
  return Sealed.of<Kind>(text)
}

/**
 * Returns the text of a secret. Every file that names this function is listed in
 * `scripts/checks/text-fences.ts`.
 */
export function unseal(sealed: Sealed<string>): string {
  return open(sealed)
}

/** A map with sealed ids of one kind as keys: joins two lists without opening an id. */
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
