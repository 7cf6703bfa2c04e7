// Sets the identity provider of a team: by an owner, tested before use, required only after a successful
// test.
import 'server-only'
import { Rejected } from '../../errors.ts'
import { exchange } from '../../kazoo/exchange.ts'
import { WireError } from '../../kazoo/wire-error.ts'
import { providerOrigin } from '../../kazoo/guarded-agent.ts'
import { RefusedOrigin } from '../../kazoo/origin.ts'
import { throttle } from '../../session/throttle.ts'
import type { Viewer } from '../../session/viewer.ts'
import { mailDomainsOf, type MailDomainRecord } from '../../store/mail-domains.ts'
import {
  findProvider,
  setProviderVouched,
  removeProvider,
  replaceProvider,
  requireProvider,
  type ProviderDraft,
  type ProviderRecord,
} from '../../store/sign-on.ts'
import {
  MAIL_DOMAIN_PROBLEMS,
  type MailDomainRow,
  type SignOnProvider,
  type SignOnState,
} from '../../views/sign-on.ts'
import { z } from 'zod'
import { recorded } from '../audit/record.ts'
import { env } from '../../env.ts'
import { domainsOf as claimsOf } from '../../store/domains.ts'
import { originAt } from '../site.ts'
import { nameOf, proofNameOf } from '../custom-domain/host.ts'
import { readMailDomain } from '../mail-domain/name.ts'
import { requireFresh } from '../member/require-step-up.ts'
import { permit } from '../permission.ts'
import { callbackOf } from './federation.ts'
import { isPublicIssuer } from './issuer.ts'

const DISCOVERY_MS = 5_000

/**
 * The provider of the viewer's team, and the facts needed to set one.
 * @throws Forbidden, Unavailable
 */
export async function findSignOn(viewer: Viewer): Promise<SignOnState> {
  permit(viewer, 'connection.signOn')
  const { tenant } = viewer.session.record
  const found = await findProvider(tenant)
  const claims = await mailDomainsOf(tenant)
  return {
    provider: found && shownProvider(found),
    callbacks: (await originsOf(tenant)).map((origin) => callbackOf(origin, tenant)),
    mailDomains: claims.map(rowOf),
    suggested: await suggestedOf(viewer, claims),
  }
}

function shownProvider(found: ProviderRecord): SignOnProvider {
  const { issuer, clientId, defaultRole, required, vouches, verifiedAt } = found
  return { issuer, clientId, defaultRole, required, vouches, verifiedAt: verifiedAt?.toISOString() ?? null }
}

/**
 * Replaces the provider; it signs no one in before `testSignOn`, and only ever addresses of mail domains that
 * the tenant has proved.
 * @throws Rejected at `issuer`; StepUpNeeded; Forbidden; Unavailable
 */
export async function setProvider(viewer: Viewer, draft: ProviderDraft): Promise<void> {
  permit(viewer, 'connection.signOn')
  requireFresh(viewer)
  const { tenant } = viewer.session.record
  if (isPublicIssuer(draft.issuer)) throw new Rejected({ issuer: 'messages.signOn.everybody' })
  await throttle('address')
  await requireDiscovery(draft.issuer, viewer.request.reference)
  await recorded(viewer, 'connection.signOn', await auditChange(viewer, auditFieldsOf(draft)), () =>
    replaceProvider(tenant, draft),
  )
}

/**
 * Vouches for the addresses in the provider's answers, or no longer: for a provider that sends no
 * verification. Applies to proved mail domains only.
 * @throws Rejected without a provider; StepUpNeeded; Forbidden; Unavailable
 */
export async function vouchForProvider(viewer: Viewer, vouches: boolean): Promise<void> {
  permit(viewer, 'connection.signOn')
  requireFresh(viewer)
  await recorded(viewer, 'connection.signOn', await auditChange(viewer, { vouches }), async () => {
    if (!(await setProviderVouched(viewer.session.record.tenant, vouches)))
      throw new Rejected({}, 'messages.signOn.untested')
  })
}

/**
 * Requires single sign-on of all but owners, or no longer.
 * @throws Rejected before a successful test; StepUpNeeded; Forbidden; Unavailable
 */
export async function requireSignOn(viewer: Viewer, required: boolean): Promise<void> {
  permit(viewer, 'connection.signOn')
  requireFresh(viewer)
  await recorded(viewer, 'connection.signOn', await auditChange(viewer, { required }), async () => {
    if (!(await requireProvider(viewer.session.record.tenant, required)))
      throw new Rejected({}, 'messages.signOn.untested')
  })
}

/**
 * Removes the provider; its members set a password by "forgotten".
 * @throws StepUpNeeded; Forbidden; Unavailable
 */
export async function removeSignOn(viewer: Viewer): Promise<void> {
  permit(viewer, 'connection.signOn')
  requireFresh(viewer)
  await recorded(viewer, 'connection.signOn', await auditChange(viewer, null), () =>
    removeProvider(viewer.session.record.tenant),
  )
}

/** The fields of a provider in the audit log. */
function auditFieldsOf({ issuer, clientId, defaultRole, clientSecret }: ProviderDraft) {
  return { issuer, clientId, clientSecret, defaultRole }
}

type ChangedFields = ReturnType<typeof auditFieldsOf> | { required: boolean } | { vouches: boolean } | null

async function auditChange(viewer: Viewer, after: ChangedFields) {
  const { tenant, tenantName: name } = viewer.session.record
  const found: ProviderRecord | null = await findProvider(tenant)
  const before =
    found === null ? null : { ...auditFieldsOf(found), required: found.required, vouches: found.vouches }
  return { subject: { kind: 'tenant', name, resource: null }, path: [], before, after }
}

/** The domain of the viewer's own address, if it can be claimed and is not: the most likely choice. */
async function suggestedOf(viewer: Viewer, claims: readonly MailDomainRecord[]): Promise<string> {
  try {
    const domain = readMailDomain(viewer.session.record.email)
    return claims.some((claim) => claim.domain === domain) ? '' : domain
  } catch (error) {
    if (error instanceof Rejected) return ''
    throw error
  }
}

const Found = z.array(z.object({ found: z.array(z.string()) }))
const Problem = z.enum(MAIL_DOMAIN_PROBLEMS)

function rowOf(record: MailDomainRecord): MailDomainRow {
  const { domain, state, proof, checkedAt, badSince, why, answers } = record
  return {
    domain,
    letters: nameOf(domain).letters,
    state,
    record: { name: proofNameOf(domain), value: proof },
    found: Found.safeParse(answers).data?.flatMap(({ found }) => found) ?? [],
    problem: Problem.safeParse(why).data ?? null,
    checkedAt: checkedAt?.toISOString() ?? null,
    failingSince: state === 'live' ? (badSince?.toISOString() ?? null) : null,
  }
}

/**
 * Gives one message for every issuer that may not be asked, does not answer, or is another.
 * @throws Rejected at `issuer`
 */
async function requireDiscovery(issuer: string, reference: string): Promise<void> {
  try {
    const origin = providerOrigin(issuer)
    const path = new URL(issuer).pathname.replace(/\/$/, '')
    const { status, json } = await exchange({
      origin,
      method: 'GET',
      target: `${path}/.well-known/openid-configuration`,
      headers: { 'x-request-id': reference },
      body: null,
      signal: AbortSignal.timeout(DISCOVERY_MS),
    })
    if (status === 200 && z.object({ issuer: z.literal(issuer) }).safeParse(json).success) return
  } catch (error) {
    if (!(error instanceof RefusedOrigin) && !(error instanceof WireError)) throw error
  }
  throw new Rejected({ issuer: 'messages.signOn.issuer' })
}

/** Every origin where members of a tenant sign in. */
async function originsOf(tenant: string): Promise<readonly string[]> {
  const live = (await claimsOf(tenant)).filter(({ state }) => state === 'live')
  return [env().portalOrigin, ...live.map(({ host }) => originAt(host))]
}
