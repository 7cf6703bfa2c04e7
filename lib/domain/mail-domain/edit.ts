// Adds, checks and removes mail domains for single sign-on.
import 'server-only'
import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { NotFound, Rejected } from '../../errors.ts'
import { throttle } from '../../session/throttle.ts'
import type { Viewer } from '../../session/viewer.ts'
import { Conflict } from '../../store/errors.ts'
import {
  deleteMailDomain,
  findMailDomain,
  insertMailDomain,
  mailDomainsOf,
  type MailDomainRecord,
} from '../../store/mail-domains.ts'
import { recorded } from '../audit/record.ts'
import { MIN_BETWEEN_GOOD } from '../custom-domain/verdict.ts'
import { requireFresh } from '../member/require-step-up.ts'
import { permit } from '../permission.ts'
import { checkMailDomainDns } from './recheck.ts'
import { readMailDomain } from './name.ts'

/** The maximum number of mail domains of a tenant. */
export const MOST_MAIL_DOMAINS = 20
/** Clocks of two processes may differ a little, in ms. */
const CLOCK_SKEW_MS = 250

/**
 * Claims a mail domain; single sign-on accepts no address of it before DNS proves it. Whether another tenant
 * has it makes no difference. Returns the domain.
 * @throws Rejected at `domain`; StepUpNeeded; Forbidden; Unavailable
 */
export async function addMailDomain(viewer: Viewer, typed: string, now: Date = new Date()): Promise<string> {
  mayDecide(viewer)
  const { tenant } = viewer.session.record
  const domain = readMailDomain(typed)
  if ((await mailDomainsOf(tenant)).length >= MOST_MAIL_DOMAINS)
    throw new Rejected({ domain: { key: 'messages.domain.many', values: { most: MOST_MAIL_DOMAINS } } })
  const proof = `portal-proof=${randomBytes(24).toString('base64url')}`
  await recorded(
    viewer,
    'mailDomain.add',
    { ...about(domain), before: null, after: { domains: [domain] } },
    async () => {
      try {
        await insertMailDomain({ tenant, domain, proof }, now)
      } catch (error) {
        if (error instanceof Conflict) throw new Rejected({ domain: 'messages.domain.known' })
        throw error
      }
    },
  )
  return domain
}

/**
 * Checks DNS now, and a second time if the first check was good. Returns the new state.
 * @throws Rejected: too often; NotFound; Forbidden; Unavailable
 */
export async function checkMailDomain(viewer: Viewer, domain: string): Promise<MailDomainRecord['state']> {
  permit(viewer, 'connection.signOn')
  const first = await claimOf(viewer, domain)
  await throttle('domain')
  await checkMailDomainDns(first, new Date())
  const checked = await claimOf(viewer, domain)
  if (checked.state === 'live' || checked.good === 0) return checked.state
  await wait(MIN_BETWEEN_GOOD + CLOCK_SKEW_MS)
  await checkMailDomainDns(await claimOf(viewer, domain), new Date())
  return (await claimOf(viewer, domain)).state
}

/**
 * Removes a mail domain: from then on single sign-on accepts no address of it.
 * @throws StepUpNeeded; NotFound; Forbidden; Unavailable
 */
export async function removeMailDomain(viewer: Viewer, domain: string): Promise<void> {
  mayDecide(viewer)
  const { tenant, state } = await claimOf(viewer, domain)
  const change = { ...about(domain), before: { domains: [domain], state }, after: null }
  await recorded(viewer, 'mailDomain.remove', change, () => deleteMailDomain(tenant, domain))
}

async function claimOf(viewer: Viewer, domain: string): Promise<MailDomainRecord> {
  const claim = /^[a-z0-9.-]{3,253}$/.test(domain)
    ? await findMailDomain(viewer.session.record.tenant, domain)
    : null
  if (claim === null) throw new NotFound()
  return claim
}

function mayDecide(viewer: Viewer): void {
  permit(viewer, 'connection.signOn')
  requireFresh(viewer)
}

function about(name: string) {
  return { subject: { kind: 'domain', name, resource: null }, path: [] }
}
