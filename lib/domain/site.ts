// Finds the site of a request by its host: the portal's own, or a tenant's custom domain (docs/security.md
// row 11).
import 'server-only'
import { env } from '../env.ts'
import { NotFound } from '../errors.ts'
import type { KazooId } from '../kazoo/ids.ts'
import { currentRequest } from '../session/request.ts'
import { liveDomain } from '../store/domains.ts'
import { lastKnown } from './last-known.ts'

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
/** Invented hosts only displace others. */
const MOST = 5_000

const sites = lastKnown(readSite, {
  freshMs: FRESH,
  staleMs: STALE,
  most: MOST,
  warning: 'the last known state of a domain is used',
})

/**
 * The site of `host` as in a request, or null for an unknown host.
 * @throws Unavailable
 */
export async function siteOf(host: string): Promise<Site | null> {
  const portal = new URL(env().portalOrigin)
  if (host === portal.host) return { host, origin: portal.origin, tenant: null, account: null, since: 0 }
  return hostname(host, portal) === null ? null : sites.get(host)
}

/** The origin of a custom domain: the portal's own scheme and port. */
export function originAt(name: string): string {
  const { protocol, port } = new URL(env().portalOrigin)
  return `${protocol}//${name}${port && `:${port}`}`
}

async function readSite(host: string): Promise<Site | null> {
  const live = await liveDomain(host.replace(/:\d+$/, ''))
  if (live === null) return null
  const { tenant, account, since } = live
  return { host, origin: originAt(live.host), tenant, account, since: since.getTime() }
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
