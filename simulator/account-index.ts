// The `accounts` database: every account by id, and below each parent.
import { AccountLookups } from './account-lookups.ts'
import { collate } from './collation.ts'
import { list, same, text, type Json, type JsonObject } from './json.ts'

/** An account of a world without its document: what it is found by. */
export interface AccountRow {
  readonly id: string
  readonly name: string
  readonly realm: string
  readonly apiKey: string
  /** Ids of the accounts above, master first. */
  readonly tree: readonly string[]
}

/** The same of any account: an old document may lack its name or realm, or have something else there. */
export type StoredRow = Omit<AccountRow, 'name' | 'realm'> & {
  readonly name: Json | undefined
  readonly realm: Json | undefined
}

/** CouchDB's order of two names, of which a missing one comes first; equal names go by id. */
function byName(one: StoredRow, other: StoredRow): number {
  const order = collate(one.name ?? null, other.name ?? null)
  return order !== 0 ? order : one.id < other.id ? -1 : 1
}

export class AccountIndex {
  readonly #make: (id: string) => JsonObject
  readonly #rows = new Map<string, StoredRow>()
  readonly #docs = new Map<string, JsonObject>()
  readonly #children = new Map<string, string[]>()
  /** How many accounts have this one in their tree. */
  readonly #below = new Map<string, number>()
  readonly #sorted = new Map<string, readonly string[]>()
  readonly #born = new Set<string>()
  /** Names, realms and keys are indexed on first use, so that a large world starts at once. */
  #lookups: AccountLookups | undefined

  /** `make` makes the document of an account that was added without one, on its first use. */
  constructor(make: (id: string) => JsonObject) {
    this.#make = make
  }

  get size(): number {
    return this.#rows.size
  }

  get(id: string): JsonObject | undefined {
    const known = this.#docs.get(id)
    if (known || !this.#rows.has(id)) return known
    const doc = this.#make(id)
    this.#docs.set(id, doc)
    return doc
  }

  /** What an account is searched by, without making its document. */
  row(id: string): StoredRow | undefined {
    return this.#rows.get(id)
  }

  /** Every account document; in a large world this makes them all. */
  *all(): Generator<JsonObject> {
    for (const id of this.#rows.keys()) {
      const doc = this.get(id)
      if (doc) yield doc
    }
  }

  /** Whether it was created over the API, so that the world has no documents of it. */
  isNew(id: string): boolean {
    return this.#born.has(id)
  }

  /** Marks an account as created over the API. */
  markNew(id: string): void {
    this.#born.add(id)
  }

  /** Adds an account of the world, without its document. */
  plant(row: AccountRow): void {
    this.#enter(row)
  }

  /** A soft-deleted account is in no view, and gone for every call. */
  put(doc: JsonObject): void {
    const id = text(doc, '_id')
    if (id === undefined) return
    if (doc['pvt_deleted'] === true) {
      this.remove(id)
      return
    }
    this.#docs.set(id, doc)
    const before = this.#rows.get(id)
    const after: StoredRow = {
      id,
      name: doc['name'],
      realm: doc['realm'],
      apiKey: text(doc, 'pvt_api_key') ?? '',
      tree: list(doc, 'pvt_tree').filter((above) => typeof above === 'string'),
    }
    if (before && same(before.name, after.name) && before.tree.join() === after.tree.join()) {
      this.#lookups?.drop(before)
      this.#lookups?.add(after)
      this.#rows.set(id, after)
      return
    }
    if (before) this.#leave(before)
    this.#enter(after)
  }

  remove(id: string): void {
    const before = this.#rows.get(id)
    if (!before) return
    this.#rows.delete(id)
    this.#docs.delete(id)
    this.#leave(before)
  }

  byName(name: string): string[] {
    return this.#index().byName(name)
  }

  byRealm(realm: string): string[] {
    return this.#index().byRealm(realm)
  }

  byApiKey(key: string): string | undefined {
    return this.#index().byApiKey(key)
  }

  /** Ids of the parent's children, by name. */
  children(parent: string): readonly string[] {
    return this.#listed(`children ${parent}`, () =>
      (this.#children.get(parent) ?? []).flatMap((id) => this.#rows.get(id) ?? []),
    )
  }

  /** Ids of everything below, by name. */
  descendants(ancestor: string): readonly string[] {
    return this.#listed(`descendants ${ancestor}`, () =>
      this.hasDescendants(ancestor)
        ? [...this.#rows.values()].filter(({ tree }) => tree.includes(ancestor))
        : [],
    )
  }

  hasDescendants(ancestor: string): boolean {
    return (this.#below.get(ancestor) ?? 0) > 0
  }

  #listed(key: string, rows: () => StoredRow[]): readonly string[] {
    const known = this.#sorted.get(key)
    if (known) return known
    const ids = rows()
      .toSorted(byName)
      .map(({ id }) => id)
    this.#sorted.set(key, ids)
    return ids
  }

  #enter(row: StoredRow): void {
    this.#rows.set(row.id, row)
    this.#lookups?.add(row)
    this.#count(row, 1)
    const parent = row.tree.at(-1)
    if (parent === undefined) return
    const siblings = this.#children.get(parent)
    if (siblings) siblings.push(row.id)
    else this.#children.set(parent, [row.id])
    this.#forget(row)
  }

  #leave(row: StoredRow): void {
    this.#lookups?.drop(row)
    this.#count(row, -1)
    const parent = row.tree.at(-1)
    if (parent === undefined) return
    const siblings = this.#children.get(parent) ?? []
    this.#children.set(
      parent,
      siblings.filter((id) => id !== row.id),
    )
    this.#forget(row)
  }

  #count({ tree }: StoredRow, by: 1 | -1): void {
    for (const ancestor of tree) this.#below.set(ancestor, (this.#below.get(ancestor) ?? 0) + by)
  }

  /** Sorted lists in which this account is or was. */
  #forget({ tree }: StoredRow): void {
    if (this.#sorted.size === 0) return
    for (const ancestor of tree) {
      this.#sorted.delete(`children ${ancestor}`)
      this.#sorted.delete(`descendants ${ancestor}`)
    }
  }

  #index(): AccountLookups {
    if (this.#lookups) return this.#lookups
    this.#lookups = new AccountLookups()
    for (const row of this.#rows.values()) this.#lookups.add(row)
    return this.#lookups
  }
}
