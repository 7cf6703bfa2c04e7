// A sorted list of an account's documents that stays sorted while they change.
import { text, type JsonObject } from './json.ts'

type Test = (doc: JsonObject) => boolean

/** The documents that pass, ascending by id; a change costs a binary search, not a new sort. */
export class View {
  readonly #passes: Test
  readonly #docs: JsonObject[]

  constructor(docs: Iterable<JsonObject>, passes: Test) {
    this.#passes = passes
    const keyed: { id: string; doc: JsonObject }[] = []
    for (const doc of docs) if (passes(doc)) keyed.push({ id: idOf(doc), doc })
    this.#docs = keyed.toSorted((one, other) => (one.id < other.id ? -1 : 1)).map(({ doc }) => doc)
  }

  /** Do not change them. */
  get docs(): readonly JsonObject[] {
    return this.#docs
  }

  /** Adds the document, or replaces the one with its id; one that does not pass is removed. */
  put(doc: JsonObject): void {
    const at = this.#placeOf(idOf(doc))
    this.#docs.splice(at, this.#isAt(at, idOf(doc)) ? 1 : 0, ...(this.#passes(doc) ? [doc] : []))
  }

  remove(id: string): void {
    const at = this.#placeOf(id)
    if (this.#isAt(at, id)) this.#docs.splice(at, 1)
  }

  #isAt(at: number, id: string): boolean {
    const doc = this.#docs[at]
    return doc !== undefined && idOf(doc) === id
  }

  /** The position of a document with this id, or where to insert it. */
  #placeOf(id: string): number {
    let low = 0
    let high = this.#docs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (idOf(this.#docs[middle] ?? {}) < id) low = middle + 1
      else high = middle
    }
    return low
  }
}

function idOf(doc: JsonObject): string {
  return text(doc, '_id') ?? ''
}
