// Finds the site of a request by its host: the portal's own, or a tenant's custom domain (docs/security.md
// row 11).
import 'server-only'
import { env } from '../env.ts'
import { NotFound, Unavailable } from '../errors.ts'
import type { KazooId } from '../kazoo/ids.ts'
import { log } from '../log.ts'
import { currentRequest } from '../session/request.ts'
import { liveDomain } from '../store/domains.ts'

/**
 * A host of the portal, with its port. `tenant` null: the portal's own, for every tenant's team. `account`:
 * the account whose customers it serves. `since`, in ms: when it last went live; older sessions on it belong
 * to a removed domain, or to another tenant.
 */
export type Site = {
  readonly host: string
  readonly origin: string
  readonly tenant: string | null
  readonly account: KazooId<'account'> | null
  readonly since: number
}

/** How long a cached site is valid, in ms: a removed domain is gone from every process after that. */
const FRESH = 1_000
/** How long the last site is used while the store is unavailable, in ms. */
const STALE = 10 * 60_000
const MOST = 5_000

type CachedSite = { site: Site | null; at: number; asking: Promise<Site | null> | null }
const cached = new Map<string, CachedSite>()

/**
 * The site of `host` as in a request, or null for an unknown host.
 * @throws Unavailable
 */
export async function siteOf(host: string): Promise<Site | null> {
  const portal = new URL(env().portalOrigin)
  if (host === portal.host) return { host, origin: portal.origin, tenant: null, account: null, since: 0 }
  const name = hostname(host, portal)
  if (name === null) return null
  const last = cached.get(host)
  if (last !== undefined && Date.now() - last.at < FRESH) return last.site
  if (last?.asking) return last.asking
  const asking = readSite(host, name, originAt(name), last)
  cacheSite(host, { site: last?.site ?? null, at: last?.at ?? 0, asking })
  return asking
}

/** The origin of a custom domain: the portal's own scheme and port. */
export function originAt(name: string): string {
  const { protocol, port } = new URL(env().portalOrigin)
  return `${protocol}//${name}${port && `:${port}`}`
}

async function readSite(
  host: string,
  name: string,
  origin: string,
  last: CachedSite | undefined,
): Promise<Site | null> {
  try {
    const live = await liveDomain(name)
    const site = live && {
      host,
      origin,
      tenant: live.tenant,
      account: live.account,
      since: live.since.getTime(),
    }
    cacheSite(host, { site, at: Date.now(), asking: null })
    return site
  } catch (error) {
    cached.delete(host)
    if (!(error instanceof Unavailable) || last === undefined || Date.now() - last.at > STALE) throw error
    log.warn('the last known state of a domain is used', { error, host })
    cached.set(host, { ...last, asking: null })
    return last.site
  }
}

/**
 * Caches a site. Beyond the limit the least recently used host is dropped, so that invented hosts only
 * displace others.
 */
function cacheSite(host: string, entry: CachedSite): void {
  cached.delete(host)
  cached.set(host, entry)
  const [oldest] = cached.keys()
  if (cached.size > MOST && oldest !== undefined) cached.delete(oldest)
}

/** The name in `host` if it could be a custom domain on the portal's port, or null. */
function hostname(host: string, portal: URL): string | null {
  const [, name = '', port = ''] = /^([a-z0-9.-]{4,253})(?::(\d{1,5}))?$/.exec(host) ?? []
  return port === portal.port && name.includes('.') && !name.endsWith('.') ? name : null
}

/**
 * The site of the current request.
 * @throws NotFound for an unknown host, which the request gate has refused already; Unavailable
 */
export async function currentSite(): Promise<Site> {
  const site = await siteOf(currentRequest().host)
  if (site === null) throw new NotFound()
  return site
}
