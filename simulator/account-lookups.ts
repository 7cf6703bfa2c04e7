// Accounts by normalised name, by realm and by API key.

/** What an account is looked up by. */
type Known = { id: string; name: string; realm: string; apiKey: string }

/** Lower-case letters and digits only: how Kazoo compares account names. */
export function normalName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}

export class AccountLookups {
  readonly #names = new Map<string, string[]>()
  readonly #realms = new Map<string, string>()
  readonly #keys = new Map<string, string>()

  add({ id, name, realm, apiKey }: Known): void {
    const key = normalName(name)
    const named = this.#names.get(key)
    if (named) named.push(id)
    else this.#names.set(key, [id])
    if (realm !== '') this.#realms.set(realm.toLowerCase(), id)
    if (apiKey !== '') this.#keys.set(apiKey, id)
  }

  drop({ id, name, realm, apiKey }: Known): void {
    const key = normalName(name)
    const named = this.#names.get(key)
    if (named)
      this.#names.set(
        key,
        named.filter((other) => other !== id),
      )
    if (this.#realms.get(realm.toLowerCase()) === id) this.#realms.delete(realm.toLowerCase())
    if (this.#keys.get(apiKey) === id) this.#keys.delete(apiKey)
  }

  /** Ids of all accounts of that name; Kazoo tries each in turn. */
  byName(name: string): string[] {
    return [...(this.#names.get(normalName(name)) ?? [])]
  }

  byRealm(realm: string): string | undefined {
    return this.#realms.get(realm.toLowerCase())
  }

  byApiKey(key: string): string | undefined {
    return this.#keys.get(key)
  }
}
