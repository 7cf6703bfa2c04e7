// Adds and removes domains, chooses the primary one, and limits a domain to one account. Each needs a
// step-up, because links in mails follow.
import 'server-only'
import { randomBytes } from 'node:crypto'
import { Rejected } from '../../errors.ts'
import type { Viewer } from '../../session/viewer.ts'
import { database } from '../../store/database.ts'
import { deleteDomain, setDomainAccount, setPrimary } from '../../store/domain-changes.ts'
import { domainsOf, insertDomain, type DomainRecord } from '../../store/domains.ts'
import { Conflict } from '../../store/errors.ts'
import { recorded } from '../audit/record.ts'
import { requireFresh } from '../member/require-step-up.ts'
import { permit } from '../permission.ts'
import { chosenAccount } from './account.ts'
import { domainOf, MOST_DOMAINS } from './find.ts'
import { readHost } from './host.ts'

/**
 * Adds a claim to a host; it serves nothing before DNS proves it. Whether another tenant has the host makes
 * no difference. It serves all accounts until it is limited to one. Returns the host.
 * @throws Rejected at `host`, or at no field; StepUpNeeded; Forbidden; Unavailable
 */
export async function addDomain(viewer: Viewer, typed: string, now: Date = new Date()): Promise<string> {
  mayDecide(viewer, 'domain.add')
  const { tenant, trialEndsAt } = viewer.session.record
  if (trialEndsAt !== null) throw new Rejected({}, 'messages.domain.trial')
  const host = readHost(typed)
  if ((await domainsOf(tenant)).length >= MOST_DOMAINS) {
    throw new Rejected({}, { key: 'messages.domain.many', values: { most: MOST_DOMAINS } })
  }
  const proof = `portal-proof=${randomBytes(24).toString('base64url')}`
  const change = { ...about(host), before: null, after: { host } }
  await recorded(viewer, 'domain.add', change, async () => {
    try {
      await insertDomain(database(), { tenant, host, account: null, proof }, now)
    } catch (error) {
      if (error instanceof Conflict) throw new Rejected({ host: 'messages.domain.known' })
      throw error
    }
  })
  return host
}

/**
 * Removes a domain: it serves no request from the next second on, and its sessions and links are void.
 * @throws StepUpNeeded; NotFound; Forbidden; Unavailable
 */
export async function removeDomain(viewer: Viewer, host: string): Promise<void> {
  mayDecide(viewer, 'domain.remove')
  const { tenant, state } = await domainOf(viewer, host)
  await recorded(viewer, 'domain.remove', { ...about(host), before: { host, state }, after: null }, () =>
    deleteDomain(tenant, host),
  )
}

/**
 * Makes links in mails use this domain, or (null) the portal's own host.
 * @throws Rejected for one that is not live; StepUpNeeded; NotFound; Forbidden; Unavailable
 */
export async function choosePrimary(viewer: Viewer, host: string | null): Promise<void> {
  mayDecide(viewer, 'domain.edit')
  const { tenant, tenantName } = viewer.session.record
  const before = (await domainsOf(tenant)).find(({ primary }) => primary)?.host ?? null
  if (host !== null) await domainOf(viewer, host)
  const change = {
    ...about(host ?? tenantName),
    before: { primaryDomain: before },
    after: { primaryDomain: host },
  }
  await recorded(viewer, 'domain.edit', change, async () => {
    if (!(await setPrimary(tenant, host))) throw new Rejected({}, 'messages.domain.notLive')
  })
}

/**
 * Limits a domain to one account, by its proxy id, or (empty) to none.
 * @throws Rejected at `account`; StepUpNeeded; NotFound; Forbidden; Unavailable
 */
export async function tieDomain(viewer: Viewer, host: string, account: string): Promise<void> {
  mayDecide(viewer, 'domain.edit')
  const record: DomainRecord = await domainOf(viewer, host)
  const chosen = await chosenAccount(viewer, account)
  const change = {
    ...about(host),
    before: { account: record.account?.name ?? null },
    after: { account: chosen?.name ?? null },
  }
  await recorded(viewer, 'domain.edit', change, () => setDomainAccount(record, chosen))
}

function mayDecide(viewer: Viewer, verb: 'domain.add' | 'domain.edit' | 'domain.remove'): void {
  permit(viewer, verb)
  requireFresh(viewer)
}

function about(name: string) {
  return { subject: { kind: 'domain', name, resource: null }, path: [] }
}
