// The brand that a tenant shows, for the first paint of every page: kept in this process for seconds,
// forgotten in all of them when one publishes.
import 'server-only'
import { Unavailable } from '../../errors.ts'
import { log } from '../../log.ts'
import { BRANDS_CHANNEL, findLive } from '../../store/brands.ts'
import { listenTo, type Listener } from '../../store/notifications.ts'
import type { BrandThemeColours } from '../../views/brand.ts'
import { themeOf } from './present.ts'

/** For how long a brand is taken again without asking, in ms, should a notice be missed. */
const FRESH = 5_000
/** For how long the last one is shown where the store gives none, in ms. */
const STALE = 10 * 60_000
const MOST = 2_000

/** `asking` gives what was asked for at `askedAt`; `last` is what the store said at `saidAt`. */
type CachedTheme = {
  asking: Promise<BrandThemeColours | null> | null
  askedAt: number
  last: BrandThemeColours | null
  saidAt: number
}
type Themes = { cached: Map<string, CachedTheme>; hearing: Listener | null }

// Pages and routes are bundled apart; they share what is known.
const held = globalThis as typeof globalThis & { portalThemes?: Themes }

function themes(): Map<string, CachedTheme> {
  held.portalThemes ??= { cached: new Map(), hearing: null }
  held.portalThemes.hearing ??= listenTo(BRANDS_CHANNEL, forgetThemes)
  return held.portalThemes.cached
}

/**
 * What a tenant has published, as pages show it; null: nothing, and the portal shows its own face. @throws
 * Unavailable
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
  // The newest last: what was asked for least lately goes first.
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
    log.warn('a brand is shown as it last was', { error, tenant })
    return entry.last
  }
}

/** Everything is asked anew. */
export function forgetThemes(): void {
  for (const entry of held.portalThemes?.cached.values() ?? []) entry.asking = null
}

/** Ends the listening: for tests, which end. */
export async function closeThemes(): Promise<void> {
  await held.portalThemes?.hearing?.stop()
  delete held.portalThemes
}
