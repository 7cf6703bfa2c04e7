// Caches the published brand of each tenant for the first paint of every page: for seconds, and cleared in
// all processes when a tenant publishes.
import 'server-only'
import { BRANDS_CHANNEL, findLive } from '../../store/brands.ts'
import { listenTo, type Listener } from '../../store/notifications.ts'
import type { BrandThemeColours } from '../../views/brand.ts'
import { lastKnown, type LastKnown } from '../last-known.ts'
import { findTenant } from '../../store/tenants.ts'
import { themeOf, unbrandedTheme } from './present.ts'

/** How long a cached brand is valid, in ms, in case a notification is missed. */
const FRESH = 5_000
/** How long the last brand is shown while the store is unavailable, in ms. */
const STALE = 10 * 60_000
const MOST = 2_000

/** `published`: null without a brand. `site`: what the tenant's own domains show; null without a tenant. */
type Looks = { published: BrandThemeColours | null; site: BrandThemeColours | null }
type Themes = { known: LastKnown<Looks>; listener: Listener }

// Pages and routes are bundled separately, and share this cache.
const global = globalThis as typeof globalThis & { portalThemes?: Themes }

function themes(): LastKnown<Looks> {
  global.portalThemes ??= {
    known: lastKnown(readLooks, {
      freshMs: FRESH,
      staleMs: STALE,
      most: MOST,
      warning: 'the last known brand is shown',
    }),
    listener: listenTo(BRANDS_CHANNEL, clearThemes),
  }
  return global.portalThemes.known
}

/**
 * The published brand of a tenant as pages show it; null: none, and the portal shows its own.
 * @throws Unavailable
 */
export async function brandThemeOf(tenant: string): Promise<BrandThemeColours | null> {
  return (await themes().get(tenant)).published
}

/**
 * What the tenant's own domains show: its brand, or before it has published one its name on the portal's own
 * look. Its customers never see the portal's name.
 * @throws Unavailable
 */
export async function siteThemeOf(tenant: string): Promise<BrandThemeColours | null> {
  return (await themes().get(tenant)).site
}

async function readLooks(tenant: string): Promise<Looks> {
  const live = await findLive(tenant)
  const published = live && themeOf(live.brand)
  if (published !== null) return { published, site: published }
  const found = await findTenant(tenant)
  return { published, site: found && unbrandedTheme(found.name) }
}

/** Clears the cache. */
export function clearThemes(): void {
  global.portalThemes?.known.clear()
}

/** Stops listening to notifications, so that tests can end. */
export async function closeThemes(): Promise<void> {
  await global.portalThemes?.listener.stop()
  delete global.portalThemes
}
