// The accounts and devices that this tab has visited, for the palette. Kept in session storage only.

import { bareMac, isMac } from '../../lib/views/mac-address.ts'

const ACCOUNT = /^\/accounts\/(acc_[\w-]{22})$/
const DEVICE = /^\/devices\/(dev_[\w-]{22})$/
const STORE = 'recent-pages'
const MOST = 60

/** A visited page, or an account above one. */
export type RecentPage = {
  path: `/accounts/${string}` | `/devices/${string}`
  name: string
  kind: 'account' | 'device'
  /** The bare MAC address of a device, by which it is found too; empty without one. */
  mac: string
}
type Store = { whose: string; pages: readonly RecentPage[] }

/** Clears the list when another user has signed in. */
export function resetForUser(whose: string): void {
  if (read().whose !== whose) write({ whose, pages: [] })
}

/** Adds a visited page to the top; paths other than accounts and devices are ignored. */
export function addVisit(path: string, name: string, mac = ''): void {
  const page = pageAt(path, name, mac)
  if (page === null) return
  const { whose, pages } = read()
  write({ whose, pages: [page, ...pages.filter((each) => each.path !== page.path)].slice(0, MOST) })
}

/** Adds accounts above a visited page to the end, unless they are known. */
export function addRecent(passed: readonly { id: string; name: string }[]): void {
  const { whose, pages } = read()
  const fresh = passed.flatMap(({ id, name }) => pageAt(`/accounts/${id}`, name) ?? [])
  const unknown = fresh.filter((page) => pages.every(({ path }) => path !== page.path))
  if (unknown.length > 0) write({ whose, pages: [...pages, ...unknown].slice(0, MOST) })
}

/** All recent pages, latest visit first. */
export function recentPages(): readonly RecentPage[] {
  return read().pages
}

/** Clears the list on sign-out. */
export function forgetRecentPages(): void {
  sessionStorage.removeItem(STORE)
}

function pageAt(path: string, name: string, mac = ''): RecentPage | null {
  const [, account] = ACCOUNT.exec(path) ?? []
  if (account !== undefined) return { path: `/accounts/${account}`, name, kind: 'account', mac: '' }
  const [, device] = DEVICE.exec(path) ?? []
  if (device === undefined) return null
  return { path: `/devices/${device}`, name, kind: 'device', mac: isMac(mac) ? bareMac(mac) : '' }
}

/** The stored list, as far as it is valid: any script of the user may write there. */
function read(): Store {
  const empty = { whose: '', pages: [] }
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(STORE) ?? 'null')
    if (typeof stored !== 'object' || stored === null || !('whose' in stored) || !('pages' in stored))
      return empty
    const pages: readonly unknown[] = Array.isArray(stored.pages) ? stored.pages : []
    return { whose: String(stored.whose), pages: pages.flatMap((page) => validPage(page) ?? []) }
  } catch {
    return empty
  }
}

function validPage(page: unknown): RecentPage | null {
  if (typeof page !== 'object' || page === null || !('path' in page) || !('name' in page)) return null
  return pageAt(String(page.path), String(page.name), 'mac' in page ? String(page.mac) : '')
}

function write(store: Store): void {
  try {
    sessionStorage.setItem(STORE, JSON.stringify(store))
  } catch {
    // Without storage there are no recent pages.
  }
}
