// The `accounts` database: every account by id, by normalised name, by realm, and below each parent.
import { list, same, text, type JsonObject } from './json.ts'

/** Lower-case letters and digits only: how Kazoo compares account names. */
export function normalName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}

const collator = new Intl.Collator('en')

/** CouchDB's order of two names; equal names go by id. */
function byName(one: JsonObject, other: JsonObject): number {
  const order = collator.compare(text(one, 'name') ?? '', text(other, 'name') ?? '')
  return order !== 0 ? order : (text(one, '_id') ?? '') < (text(other, '_id') ?? '') ? -1 : 1
}

export class AccountIndex {
  readonly #docs = new Map<string, JsonObject>()
  readonly #names = new Map<string, Set<string>>()
  readonly #realms = new Map<string, string>()
  readonly #below = new Map<string, Set<string>>()
  readonly #sorted = new Map<string, readonly string[]>()
  readonly #born = new Set<string>()

  get size(): number {
    return this.#docs.size
  }

  get(id: string): JsonObject | undefined {
    return this.#docs.get(id)
  }

  all(): IterableIterator<JsonObject> {
    return this.#docs.values()
  }

  /** Was it created over the API (so that the world knows no documents of it)? */
  isNew(id: string): boolean {
    return this.#born.has(id)
  }

  /** Marks an account as created over the API. */
  markNew(id: string): void {
    this.#born.add(id)
  }

  put(doc: JsonObject): void {
    const id = text(doc, '_id')
    if (id === undefined) return
    const before = this.#docs.get(id)
    this.#docs.set(id, doc)
    if (
      before &&
      before['name'] === doc['name'] &&
      before['realm'] === doc['realm'] &&
      same(before['pvt_tree'], doc['pvt_tree'])
    )
      return
    if (before) this.#unindex(id, before)
    this.#index(id, doc)
  }

  remove(id: string): void {
    const before = this.#docs.get(id)
    if (!before) return
    this.#docs.delete(id)
    this.#unindex(id, before)
  }

  byName(name: string): string[] {
    return [...(this.#names.get(normalName(name)) ?? [])]
  }

  byRealm(realm: string): string | undefined {
    return this.#realms.get(realm.toLowerCase())
  }

  /** Ids of the parent's children, by name. */
  children(parent: string): readonly string[] {
    return this.#listed(`children ${parent}`, parent, (doc) => list(doc, 'pvt_tree').at(-1) === parent)
  }

  /** Ids of everything below, by name. */
  descendants(ancestor: string): readonly string[] {
    return this.#listed(`descendants ${ancestor}`, ancestor, () => true)
  }

  hasDescendants(ancestor: string): boolean {
    return (this.#below.get(ancestor)?.size ?? 0) > 0
  }

  #listed(key: string, ancestor: string, passes: (doc: JsonObject) => boolean): readonly string[] {
    const known = this.#sorted.get(key)
    if (known) return known
    const docs: JsonObject[] = []
    for (const id of this.#below.get(ancestor) ?? []) {
      const doc = this.#docs.get(id)
      if (doc && passes(doc)) docs.push(doc)
    }
    const ids = docs.toSorted(byName).map((doc) => text(doc, '_id') ?? '')
    this.#sorted.set(key, ids)
    return ids
  }

  #index(id: string, doc: JsonObject): void {
    const name = normalName(text(doc, 'name') ?? '')
    const named = this.#names.get(name)
    if (named) named.add(id)
    else this.#names.set(name, new Set([id]))
    const realm = text(doc, 'realm')
    if (realm !== undefined) this.#realms.set(realm.toLowerCase(), id)
    for (const ancestor of list(doc, 'pvt_tree')) {
      if (typeof ancestor !== 'string') continue
      this.#forget(ancestor)
      const below = this.#below.get(ancestor)
      if (below) below.add(id)
      else this.#below.set(ancestor, new Set([id]))
    }
  }

  #unindex(id: string, doc: JsonObject): void {
    this.#names.get(normalName(text(doc, 'name') ?? ''))?.delete(id)
    const realm = text(doc, 'realm')?.toLowerCase()
    if (realm !== undefined && this.#realms.get(realm) === id) this.#realms.delete(realm)
    for (const ancestor of list(doc, 'pvt_tree')) {
      if (typeof ancestor !== 'string') continue
      this.#forget(ancestor)
      this.#below.get(ancestor)?.delete(id)
    }
  }

  #forget(ancestor: string): void {
    this.#sorted.delete(`children ${ancestor}`)
    this.#sorted.delete(`descendants ${ancestor}`)
  }
}
