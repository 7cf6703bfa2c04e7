// The brand that a tenant shows, for the first paint of every page: kept in this process for seconds, forgotten in all of them when one publishes.
import 'server-only'
import { Unavailable } from '../../errors.ts'
import { log } from '../../log.ts'
import { BRANDS_CHANNEL, findLive, type Brand } from '../../store/brands.ts'
import { listenTo, type Listening } from '../../store/notices.ts'
import type { BrandTheme } from '../../views/brand.ts'
import { themeOf } from './present.ts'

/** For how long a brand is taken again without asking, in ms, should a notice be missed. */
const FRESH = 5_000
/** For how long the last one is shown where the store gives none, in ms. */
const STALE = 10 * 60_000
const MOST = 2_000

type Shown = { brand: Brand; theme: BrandTheme } | null
type Known = { shown: Promise<Shown>; at: number }
type Themes = {
  known: Map<string, Known>
  last: Map<string, { shown: Shown; at: number }>
  hearing: Listening | null
}

// Pages, routes and the clock are bundled apart; they share what is known.
const held = globalThis as typeof globalThis & { portalThemes?: Themes }

function themes(): Themes {
  held.portalThemes ??= { known: new Map(), last: new Map(), hearing: null }
  held.portalThemes.hearing ??= listenTo(BRANDS_CHANNEL, forgetThemes)
  return held.portalThemes
}

/** What a tenant has published, as pages show it; null: nothing, and the portal shows its own face. @throws Unavailable */
export async function brandThemeOf(tenant: string): Promise<BrandTheme | null> {
  return (await shownOf(tenant))?.theme ?? null
}

/** The same as it is kept. @throws Unavailable */
export async function publishedBrandOf(tenant: string): Promise<Brand | null> {
  return (await shownOf(tenant))?.brand ?? null
}

async function shownOf(tenant: string): Promise<Shown> {
  const { known } = themes()
  const before = known.get(tenant)
  if (before !== undefined && Date.now() - before.at < FRESH) return before.shown
  const shown = ask(tenant)
  known.delete(tenant)
  known.set(tenant, { shown, at: Date.now() })
  const [oldest] = known.keys()
  if (known.size > MOST && oldest !== undefined) known.delete(oldest)
  return shown
}

async function ask(tenant: string): Promise<Shown> {
  const { known, last } = themes()
  try {
    const live = await findLive(tenant)
    const theme = live && themeOf(live.brand)
    const shown = live && theme ? { brand: live.brand, theme } : null
    last.set(tenant, { shown, at: Date.now() })
    const [oldest] = last.keys()
    if (last.size > MOST && oldest !== undefined) last.delete(oldest)
    return shown
  } catch (error) {
    known.delete(tenant)
    const stale = last.get(tenant)
    if (!(error instanceof Unavailable) || stale === undefined || Date.now() - stale.at > STALE) throw error
    log.warn('a brand is shown as it last was', { error, tenant })
    return stale.shown
  }
}

/** Everything is asked anew. */
export function forgetThemes(): void {
  held.portalThemes?.known.clear()
}

/** Ends the listening: for tests, which end. */
export async function closeThemes(): Promise<void> {
  await held.portalThemes?.hearing?.stop()
  delete held.portalThemes
}
