// The `accounts` database: every account by id, and below each parent.
import { AccountLookups } from './account-lookups.ts'
import { list, text, type JsonObject } from './json.ts'

/** An account whose document is made when it is first asked for. */
export interface AccountSeed {
  id: string
  name: string
  realm: string
  apiKey: string
  /** Ids of the accounts above, master first. */
  tree: readonly string[]
  /** `_id`, `name`, `realm`, `timezone`, `pvt_type: "account"`, `pvt_tree`, `pvt_enabled`, `pvt_api_key`, `pvt_created`, ... */
  doc: () => JsonObject
}

type Entry = Omit<AccountSeed, 'doc'> & { make: (() => JsonObject) | undefined; doc: JsonObject | undefined }

const collator = new Intl.Collator('en')

/** CouchDB's order of two names; equal names go by id. */
function byName(one: Entry, other: Entry): number {
  const order = collator.compare(one.name, other.name)
  return order !== 0 ? order : one.id < other.id ? -1 : 1
}

export class AccountIndex {
  readonly #entries = new Map<string, Entry>()
  readonly #children = new Map<string, string[]>()
  readonly #sorted = new Map<string, readonly string[]>()
  readonly #born = new Set<string>()
  /** Names, realms and keys are indexed on first use, so that a large world is there at once. */
  #lookups: AccountLookups | undefined

  get size(): number {
    return this.#entries.size
  }

  get(id: string): JsonObject | undefined {
    const entry = this.#entries.get(id)
    if (!entry) return undefined
    entry.doc ??= entry.make?.()
    return entry.doc
  }

  /** Every account document; in a large world this makes them all. */
  *all(): Generator<JsonObject> {
    for (const id of this.#entries.keys()) {
      const doc = this.get(id)
      if (doc) yield doc
    }
  }

  /** Was it created over the API (so that the world knows no documents of it)? */
  isNew(id: string): boolean {
    return this.#born.has(id)
  }

  /** Marks an account as created over the API. */
  markNew(id: string): void {
    this.#born.add(id)
  }

  /** Takes an account of the world, without its document. */
  plant({ id, name, realm, apiKey, tree, doc }: AccountSeed): void {
    this.#enter({ id, name, realm, apiKey, tree, make: doc, doc: undefined })
  }

  put(doc: JsonObject): void {
    const id = text(doc, '_id')
    if (id === undefined) return
    const before = this.#entries.get(id)
    const after: Entry = {
      id,
      name: text(doc, 'name') ?? '',
      realm: text(doc, 'realm') ?? '',
      apiKey: text(doc, 'pvt_api_key') ?? '',
      tree: list(doc, 'pvt_tree').filter((above) => typeof above === 'string'),
      make: undefined,
      doc,
    }
    if (before?.name === after.name && before.tree.join() === after.tree.join()) {
      this.#lookups?.drop(before)
      this.#lookups?.add(after)
      this.#entries.set(id, after)
      return
    }
    if (before) this.#leave(before)
    this.#enter(after)
  }

  remove(id: string): void {
    const before = this.#entries.get(id)
    if (!before) return
    this.#entries.delete(id)
    this.#leave(before)
  }

  byName(name: string): string[] {
    return this.#index().byName(name)
  }

  byRealm(realm: string): string | undefined {
    return this.#index().byRealm(realm)
  }

  byApiKey(key: string): string | undefined {
    return this.#index().byApiKey(key)
  }

  /** Ids of the parent's children, by name. */
  children(parent: string): readonly string[] {
    return this.#listed(`children ${parent}`, () =>
      (this.#children.get(parent) ?? []).flatMap((id) => this.#entries.get(id) ?? []),
    )
  }

  /** Ids of everything below, by name. */
  descendants(ancestor: string): readonly string[] {
    return this.#listed(`descendants ${ancestor}`, () =>
      this.hasDescendants(ancestor)
        ? [...this.#entries.values()].filter(({ tree }) => tree.includes(ancestor))
        : [],
    )
  }

  hasDescendants(ancestor: string): boolean {
    return (this.#children.get(ancestor)?.length ?? 0) > 0
  }

  #listed(key: string, entries: () => Entry[]): readonly string[] {
    const known = this.#sorted.get(key)
    if (known) return known
    const ids = entries()
      .toSorted(byName)
      .map(({ id }) => id)
    this.#sorted.set(key, ids)
    return ids
  }

  #enter(entry: Entry): void {
    this.#entries.set(entry.id, entry)
    this.#lookups?.add(entry)
    const parent = entry.tree.at(-1)
    if (parent === undefined) return
    const siblings = this.#children.get(parent)
    if (siblings) siblings.push(entry.id)
    else this.#children.set(parent, [entry.id])
    this.#forget(entry)
  }

  #leave(entry: Entry): void {
    this.#lookups?.drop(entry)
    const parent = entry.tree.at(-1)
    if (parent === undefined) return
    const siblings = this.#children.get(parent) ?? []
    this.#children.set(
      parent,
      siblings.filter((id) => id !== entry.id),
    )
    this.#forget(entry)
  }

  /** Sorted lists in which this account is or was. */
  #forget({ tree }: Entry): void {
    if (this.#sorted.size === 0) return
    for (const ancestor of tree) {
      this.#sorted.delete(`children ${ancestor}`)
      this.#sorted.delete(`descendants ${ancestor}`)
    }
  }

  #index(): AccountLookups {
    if (this.#lookups) return this.#lookups
    this.#lookups = new AccountLookups()
    for (const entry of this.#entries.values()) this.#lookups.add(entry)
    return this.#lookups
  }
}
