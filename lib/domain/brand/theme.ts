// Caches the published brand of each tenant for the first paint of every page: for seconds, and cleared in
// all processes when a tenant publishes.
import 'server-only'
import { Unavailable } from '../../errors.ts'
import { log } from '../../log.ts'
import { BRANDS_CHANNEL, findLive } from '../../store/brands.ts'
import { listenTo, type Listener } from '../../store/notifications.ts'
import type { BrandThemeColours } from '../../views/brand.ts'
import { themeOf } from './present.ts'

/** How long a cached brand is valid, in ms, in case a notification is missed. */
const FRESH = 5_000
/** How long the last brand is shown while the store is unavailable, in ms. */
const STALE = 10 * 60_000
const MOST = 2_000

/** `asking` is the read that began at `askedAt`; `last` is the result of `saidAt`. */
type CachedTheme = {
  asking: Promise<BrandThemeColours | null> | null
  askedAt: number
  last: BrandThemeColours | null
  saidAt: number
}
type Themes = { cached: Map<string, CachedTheme>; hearing: Listener | null }

// Pages and routes are bundled separately, and share this cache.
const global = globalThis as typeof globalThis & { portalThemes?: Themes }

function themes(): Map<string, CachedTheme> {
  global.portalThemes ??= { cached: new Map(), hearing: null }
  global.portalThemes.hearing ??= listenTo(BRANDS_CHANNEL, clearThemes)
  return global.portalThemes.cached
}

/**
 * The published brand of a tenant as pages show it; null: none, and the portal shows its own.
 * @throws Unavailable
 */
export async function brandThemeOf(tenant: string): Promise<BrandThemeColours | null> {
  const cached = themes()
  const before = cached.get(tenant)
  if (before?.asking && Date.now() - before.askedAt < FRESH) return before.asking
  const entry = {
    asking: null as CachedTheme['asking'],
    askedAt: Date.now(),
    last: before?.last ?? null,
    saidAt: before?.saidAt ?? 0,
  }
  entry.asking = ask(tenant, entry)
  // The least recently used entry goes first.
  cached.delete(tenant)
  cached.set(tenant, entry)
  const [oldest] = cached.keys()
  if (cached.size > MOST && oldest !== undefined) cached.delete(oldest)
  return entry.asking
}

async function ask(tenant: string, entry: CachedTheme): Promise<BrandThemeColours | null> {
  try {
    const live = await findLive(tenant)
    entry.last = live && themeOf(live.brand)
    entry.saidAt = Date.now()
    return entry.last
  } catch (error) {
    entry.asking = null
    if (!(error instanceof Unavailable) || Date.now() - entry.saidAt > STALE) throw error
    log.warn('the last known brand is shown', { error, tenant })
    return entry.last
  }
}

/** Clears the cache. */
export function clearThemes(): void {
  for (const entry of global.portalThemes?.cached.values() ?? []) entry.asking = null
}

/** Stops listening to notifications, so that tests can end. */
export async function closeThemes(): Promise<void> {
  await global.portalThemes?.hearing?.stop()
  delete global.portalThemes
}
