// Accounts by normalised name, by realm and by API key.
import type { Json } from './json.ts'

/** What an account is looked up by. A name or realm that is not text stops Kazoo's view: it is not found. */
type Known = { id: string; name: Json | undefined; realm: Json | undefined; apiKey: string }

/** Lower-case letters and digits only: how Kazoo compares account names. */
export function normalName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}

export class AccountLookups {
  readonly #names = new Map<string, string[]>()
  readonly #realms = new Map<string, string[]>()
  readonly #keys = new Map<string, string>()

  add({ id, name, realm, apiKey }: Known): void {
    if (typeof name === 'string') enter(this.#names, normalName(name), id)
    if (typeof realm === 'string') enter(this.#realms, realm.toLowerCase(), id)
    if (apiKey !== '') this.#keys.set(apiKey, id)
  }

  drop({ id, name, realm, apiKey }: Known): void {
    if (typeof name === 'string') leave(this.#names, normalName(name), id)
    if (typeof realm === 'string') leave(this.#realms, realm.toLowerCase(), id)
    if (this.#keys.get(apiKey) === id) this.#keys.delete(apiKey)
  }

  /** Ids of all accounts of that name, ascending; Kazoo tries each in turn. */
  byName(name: string): string[] {
    return [...(this.#names.get(normalName(name)) ?? [])]
  }

  /** Ids of all accounts of that realm, ascending: 5.0 lets two have the same. */
  byRealm(realm: string): string[] {
    return [...(this.#realms.get(realm.toLowerCase()) ?? [])]
  }

  byApiKey(key: string): string | undefined {
    return this.#keys.get(key)
  }
}

/** CouchDB orders rows of the same key by id. */
function enter(index: Map<string, string[]>, key: string, id: string): void {
  const known = index.get(key)
  if (known === undefined) index.set(key, [id])
  else index.set(key, [...known, id].toSorted())
}

function leave(index: Map<string, string[]>, key: string, id: string): void {
  const known = (index.get(key) ?? []).filter((other) => other !== id)
  if (known.length === 0) index.delete(key)
  else index.set(key, known)
}
