// One account's documents, with the sorted lists that views read from.
import type { Canaries } from './canaries.ts'
import { collate } from './collation.ts'
import { text, type Json, type JsonObject } from './json.ts'
import type { Registration } from './store.ts'
import { View } from './view.ts'

export interface Attachment {
  name: string
  type: string
  bytes: Buffer
}

/** Whether the document is of that type and not soft-deleted. */
export function isOf(type: string, doc: JsonObject): boolean {
  return doc['pvt_type'] === type && doc['pvt_deleted'] !== true
}

export class Database {
  /** Written to since it was loaded. */
  dirty = false
  readonly #canaries: Canaries
  readonly #docs = new Map<string, JsonObject>()
  readonly #views = new Map<string, View>()
  /** Other orders, until the next write. */
  readonly #sorted = new Map<string, readonly JsonObject[]>()
  readonly #attachments = new Map<string, Map<string, Attachment>>()
  #registrations = new Map<string, Registration>()

  constructor(canaries: Canaries) {
    this.#canaries = canaries
  }

  /** Adds a document or a registration of the world. */
  load(doc: JsonObject): void {
    const id = text(doc, '_id')
    if (id === undefined) return
    this.#docs.set(id, doc)
    this.#canaries.addDocument(doc)
  }

  loadRegistration(registration: Registration): void {
    this.#registrations.set(registration.deviceId, registration)
  }

  get size(): number {
    return this.#docs.size
  }

  get(id: string): JsonObject | undefined {
    return this.#docs.get(id)
  }

  /** Every document, deleted ones too, oldest first. */
  all(): IterableIterator<JsonObject> {
    return this.#docs.values()
  }

  put(id: string, doc: JsonObject): void {
    this.#docs.set(id, doc)
    this.#canaries.addDocument(doc)
    for (const view of this.#views.values()) view.put(doc)
    this.#sorted.clear()
    this.dirty = true
  }

  delete(id: string): void {
    this.#docs.delete(id)
    this.#attachments.delete(id)
    for (const view of this.#views.values()) view.remove(id)
    this.#sorted.clear()
    this.dirty = true
  }

  /**
   * The documents of a type that are not soft-deleted, ascending by id. The list is live: do not change it,
   * nor keep it.
   */
  ofType(type: string): readonly JsonObject[] {
    return this.view(`type ${type}`, (doc) => isOf(type, doc))
  }

  /** Documents that pass, ascending by id; cached under `name` and kept up to date. */
  view(name: string, passes: (doc: JsonObject) => boolean): readonly JsonObject[] {
    const view = this.#views.get(name) ?? new View(this.#docs.values(), passes)
    this.#views.set(name, view)
    return view.docs
  }

  /**
   * The documents in another order, cached under `name` until the next write; `key` gives what they are
   * ordered by.
   */
  sorted(name: string, docs: readonly JsonObject[], key: (doc: JsonObject) => Json): readonly JsonObject[] {
    const known = this.#sorted.get(name)
    if (known) return known
    const rows = docs
      .map((doc) => ({ doc, key: key(doc) }))
      .toSorted((one, other) => collate(one.key, other.key))
    const sorted = rows.map(({ doc }) => doc)
    this.#sorted.set(name, sorted)
    return sorted
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
}
