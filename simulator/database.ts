// One account's documents, with the sorted lists that views read from.
import type { Canaries } from './canaries.ts'
import { text, type JsonObject } from './json.ts'
import type { Registration } from './store.ts'

export interface Attachment {
  name: string
  type: string
  bytes: Buffer
}

export class Database {
  /** Written to since it was loaded. */
  dirty = false
  readonly #canaries: Canaries
  readonly #docs = new Map<string, JsonObject>()
  readonly #views = new Map<string, JsonObject[]>()
  readonly #attachments = new Map<string, Map<string, Attachment>>()
  #registrations = new Map<string, Registration>()

  constructor(canaries: Canaries) {
    this.#canaries = canaries
  }

  load(docs: Iterable<JsonObject>, registrations: Iterable<Registration>): void {
    for (const doc of docs) {
      const id = text(doc, '_id')
      if (id === undefined) continue
      this.#docs.set(id, doc)
      this.#canaries.addDocument(doc)
    }
    for (const registration of registrations) this.#registrations.set(registration.deviceId, registration)
  }

  get size(): number {
    return this.#docs.size
  }

  get(id: string): JsonObject | undefined {
    return this.#docs.get(id)
  }

  put(id: string, doc: JsonObject): void {
    this.#docs.set(id, doc)
    this.#canaries.addDocument(doc)
    this.#changed()
  }

  delete(id: string): void {
    this.#docs.delete(id)
    this.#attachments.delete(id)
    this.#changed()
  }

  /**
   * The documents of a type that are not soft-deleted, ascending by id; kept until the next write. Do not change them.
   */
  ofType(type: string): readonly JsonObject[] {
    return this.view(`type ${type}`, (doc) => doc['pvt_type'] === type && doc['pvt_deleted'] !== true)
  }

  /** Documents that pass, ascending by id, cached under `name` until the next write. */
  view(name: string, passes: (doc: JsonObject) => boolean): readonly JsonObject[] {
    const known = this.#views.get(name)
    if (known) return known
    const rows = [...this.#docs.entries()].filter(([, doc]) => passes(doc))
    rows.sort(([one], [other]) => (one < other ? -1 : 1))
    const docs = rows.map(([, doc]) => doc)
    this.#views.set(name, docs)
    return docs
  }

  attachments(id: string): Map<string, Attachment> {
    let found = this.#attachments.get(id)
    if (!found) {
      found = new Map()
      this.#attachments.set(id, found)
    }
    return found
  }

  registrations(): Registration[] {
    return [...this.#registrations.values()]
  }

  registration(deviceId: string): Registration | undefined {
    return this.#registrations.get(deviceId)
  }

  register(registration: Registration): void {
    this.#registrations.set(registration.deviceId, registration)
    this.dirty = true
  }

  unregister(deviceId: string): void {
    this.dirty = this.#registrations.delete(deviceId) || this.dirty
  }

  #changed(): void {
    this.dirty = true
    this.#views.clear()
  }
}
