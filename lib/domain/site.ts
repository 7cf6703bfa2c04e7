// Which of our sites a request asks for: the portal's own, or a tenant's domain (docs/security.md row 11).
import 'server-only'
import { env } from '../env.ts'
import { NotFound, Unavailable } from '../errors.ts'
import type { KazooId } from '../kazoo/ids.ts'
import { log } from '../log.ts'
import { currentRequest } from '../session/request.ts'
import { liveDomain } from '../store/domains.ts'

/**
 * A host that is ours, port included. `tenant` null: the portal's own, for every tenant's team. `account`:
 * whose customers alone it is for. `since`, in ms: when it last went live; sessions that began there before
 * are of a domain that was removed, or of another tenant's.
 */
export type Site = {
  readonly host: string
  readonly origin: string
  readonly tenant: string | null
  readonly account: KazooId<'account'> | null
  readonly since: number
}

/**
 * For how long an answer is taken again, in ms: a domain that is removed is gone from every process after
 * this.
 */
const FRESH = 1_000
/** For how long the last answer is good where the store gives none, in ms. */
const STALE = 10 * 60_000
const MOST = 5_000

type CachedSite = { site: Site | null; at: number; asking: Promise<Site | null> | null }
const cached = new Map<string, CachedSite>()

/**
 * The site of `host` as a request names it, or null: it is none of ours. @throws Unavailable when that cannot
 * be said
 */
export async function siteOf(host: string): Promise<Site | null> {
  const portal = new URL(env().portalOrigin)
  if (host === portal.host) return { host, origin: portal.origin, tenant: null, account: null, since: 0 }
  const name = hostname(host, portal)
  if (name === null) return null
  const last = cached.get(host)
  if (last !== undefined && Date.now() - last.at < FRESH) return last.site
  if (last?.asking) return last.asking
  const asking = ask(host, name, originAt(name), last)
  remember(host, { site: last?.site ?? null, at: last?.at ?? 0, asking })
  return asking
}

/** The origin of a tenant's domain: the portal's own scheme and port. */
export function originAt(name: string): string {
  const { protocol, port } = new URL(env().portalOrigin)
  return `${protocol}//${name}${port && `:${port}`}`
}

async function ask(
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
    remember(host, { site, at: Date.now(), asking: null })
    return site
  } catch (error) {
    cached.delete(host)
    if (!(error instanceof Unavailable) || last === undefined || Date.now() - last.at > STALE) throw error
    log.warn('a domain is taken as it last was', { error, host })
    cached.set(host, { ...last, asking: null })
    return last.site
  }
}

/**
 * The newest last: whoever asks for names without end pushes out what was asked least lately, and no more.
 */
function remember(host: string, entry: CachedSite): void {
  cached.delete(host)
  cached.set(host, entry)
  const [oldest] = cached.keys()
  if (cached.size > MOST && oldest !== undefined) cached.delete(oldest)
}

/**
 * The name in `host` where its port is the portal's and it could be a domain; null: it cannot be one of ours.
 */
function hostname(host: string, portal: URL): string | null {
  const [, name = '', port = ''] = /^([a-z0-9.-]{4,253})(?::(\d{1,5}))?$/.exec(host) ?? []
  return port === portal.port && name.includes('.') && !name.endsWith('.') ? name : null
}

/**
 * The site of the request under way. @throws NotFound where it is none of ours, which the gate has refused
 * already; Unavailable
 */
export async function currentSite(): Promise<Site> {
  const site = await siteOf(currentRequest().host)
  if (site === null) throw new NotFound()
  return site
}
