// What this tab has seen of accounts and devices in this session, for the palette to lead back to. It stays in the tab and is forgotten with it.

const ACCOUNT = /^\/accounts\/(acc_[\w-]{22})$/
const DEVICE = /^\/devices\/(dev_[\w-]{22})$/
const STORE = 'recent-pages'
const MOST = 60

/** A page that was visited, or an account on the way to one. */
export type RecentPage = {
  path: `/accounts/${string}` | `/devices/${string}`
  name: string
  kind: 'account' | 'device'
}
type Store = { whose: string; pages: readonly RecentPage[] }

/** Begins anew when somebody else is signed in than before. */
export function resetForUser(whose: string): void {
  if (read().whose !== whose) write({ whose, pages: [] })
}

/** Notes a page by its path, the newest first; a path that is neither an account nor a device is passed over. */
export function addVisit(path: string, name: string): void {
  const page = knownAt(path, name)
  if (page === null) return
  const { whose, pages } = read()
  write({ whose, pages: [page, ...pages.filter((each) => each.path !== page.path)].slice(0, MOST) })
}

/** Notes accounts that were passed on the way, behind what is known already. */
export function addRecent(passed: readonly { id: string; name: string }[]): void {
  const { whose, pages } = read()
  const fresh = passed.flatMap(({ id, name }) => knownAt(`/accounts/${id}`, name) ?? [])
  const unknown = fresh.filter((page) => pages.every(({ path }) => path !== page.path))
  if (unknown.length > 0) write({ whose, pages: [...pages, ...unknown].slice(0, MOST) })
}

/** Everything known, newest visit first. */
export function recentPages(): readonly RecentPage[] {
  return read().pages
}

/** Forgets all of it: for signing out. */
export function forgetRecentPages(): void {
  sessionStorage.removeItem(STORE)
}

function knownAt(path: string, name: string): RecentPage | null {
  const [, account] = ACCOUNT.exec(path) ?? []
  if (account !== undefined) return { path: `/accounts/${account}`, name, kind: 'account' }
  const [, device] = DEVICE.exec(path) ?? []
  return device === undefined ? null : { path: `/devices/${device}`, name, kind: 'device' }
}

/** What is stored, as far as it can be understood: anybody can write there. */
function read(): Store {
  const empty = { whose: '', pages: [] }
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(STORE) ?? 'null')
    if (typeof stored !== 'object' || stored === null || !('whose' in stored) || !('pages' in stored))
      return empty
    const pages: readonly unknown[] = Array.isArray(stored.pages) ? stored.pages : []
    return { whose: String(stored.whose), pages: pages.flatMap((page) => understood(page) ?? []) }
  } catch {
    return empty
  }
}

function understood(page: unknown): RecentPage | null {
  if (typeof page !== 'object' || page === null || !('path' in page) || !('name' in page)) return null
  return knownAt(String(page.path), String(page.name))
}

function write(store: Store): void {
  try {
    sessionStorage.setItem(STORE, JSON.stringify(store))
  } catch {
    // A browser that stores nothing has a palette that remembers nothing.
  }
}
