// Finds the domains of a tenant, for every member of its team.
import 'server-only'
import { isIPv6 } from 'node:net'
import { env } from '../../env.ts'
import { NotFound } from '../../errors.ts'
import { withProxyIds } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import { domainsOf, findDomain, type DomainRecord } from '../../store/domains.ts'
import {
  DOMAIN_PROBLEMS,
  RECORD_TYPES,
  type DomainList,
  type DomainPage,
  type DomainRecords,
  type DomainRow,
  type RecordLine,
} from '../../views/custom-domain.ts'
import { z } from 'zod'
import { permit } from '../permission.ts'
import { nameOf, proofNameOf } from './host.ts'

/** The maximum number of domains of a tenant. */
export const MOST_DOMAINS = 50

const Lines = z.array(
  z.object({
    type: z.enum(RECORD_TYPES),
    name: z.string(),
    found: z.array(z.string()),
    status: z.enum(['right', 'wrong', 'missing', 'silent', 'circle', 'free']),
  }),
)
/** The form of a stored host; an address with anything else is not found. */
const HOST = /^[a-z0-9.-]{3,253}$/
const Problem = z.enum(DOMAIN_PROBLEMS)

/**
 * All domains, with the portal's own host.
 * @throws Forbidden, Unavailable
 */
export async function listDomains(viewer: Viewer): Promise<DomainList> {
  permit(viewer, 'domain.read')
  const { tenant, trialEndsAt } = viewer.session.record
  const domains = await domainsOf(tenant)
  return {
    domains: domains.map(rowOf),
    own: new URL(env().portalOrigin).hostname,
    trial: trialEndsAt !== null,
    full: domains.length >= MOST_DOMAINS,
  }
}

/**
 * The same for viewers who may add one.
 * @throws Forbidden, Unavailable
 */
export async function findAddable(viewer: Viewer): Promise<DomainList> {
  permit(viewer, 'domain.edit')
  return listDomains(viewer)
}

/**
 * One domain: the records its DNS needs, and the records it has.
 * @throws NotFound, Forbidden, Unavailable
 */
export async function findDomainPage(
  viewer: Viewer,
  host: string,
  now: Date = new Date(),
): Promise<DomainPage> {
  permit(viewer, 'domain.read')
  const record = await domainOf(viewer, host)
  const account = record.account
  return {
    ...rowOf(record),
    accountId:
      account && (await withProxyIds(viewer.session, (issue): string => issue('account', account.ref))),
    records: recordsOf(record),
    lines: linesOf(record),
    addedAt: record.addedAt.toISOString(),
    provedAt: record.provedAt?.toISOString() ?? null,
    badSince: record.badSince?.toISOString() ?? null,
    nextSeconds: Math.max(0, Math.ceil((record.dueAt.getTime() - now.getTime()) / 1_000)),
  }
}

/**
 * The claim of the viewer's tenant to a host.
 * @throws NotFound, Unavailable
 */
export async function domainOf(viewer: Viewer, host: string): Promise<DomainRecord> {
  const record = HOST.test(host) ? await findDomain(viewer.session.record.tenant, host) : null
  if (record === null) throw new NotFound()
  return record
}

function rowOf(record: DomainRecord): DomainRow {
  const { host, state, primary, account, checkedAt, why } = record
  return {
    ...nameOf(host),
    state,
    primary,
    account: account?.name ?? null,
    checkedAt: checkedAt?.toISOString() ?? null,
    problem: Problem.safeParse(why).data ?? null,
  }
}

function linesOf({ answers }: DomainRecord): readonly RecordLine[] {
  return Lines.safeParse(answers).data ?? []
}

function recordsOf({ host, proof }: DomainRecord): DomainRecords {
  const addresses = env().publicAddresses.map(
    (value) => ({ type: isIPv6(value) ? 'AAAA' : 'A', value }) as const,
  )
  // A zone apex has other records beside it, which an alias must not have (RFC 1034, 3.6.2).
  const alias = nameOf(host).zone === host ? null : new URL(env().portalOrigin).hostname
  return { addresses, alias, proof: proof === '' ? null : { name: proofNameOf(host), value: proof } }
}
