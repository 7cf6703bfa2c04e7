// The identity provider of a team: set by an owner, tried before it counts, required only once it was seen to work.
import 'server-only'
import { Rejected } from '../../errors.ts'
import { exchange } from '../../kazoo/exchange.ts'
import { Fault } from '../../kazoo/fault.ts'
import { providerOrigin } from '../../kazoo/guarded-agent.ts'
import { RefusedOrigin } from '../../kazoo/origin.ts'
import { throttle } from '../../session/throttle.ts'
import type { Viewer } from '../../session/viewer.ts'
import { Conflict } from '../../store/faults.ts'
import { listMembers } from '../../store/members.ts'
import {
  findProvider,
  removeProvider,
  replaceProvider,
  requireProvider,
  type ProviderDraft,
  type ProviderRecord,
} from '../../store/sign-on.ts'
import type { SignOnState } from '../../views/sign-on.ts'
import { z } from 'zod'
import { recorded } from '../audit.ts'
import { env } from '../../env.ts'
import { domainsOf as claimsOf } from '../../store/domains.ts'
import { originAt } from '../site.ts'
import { requireFresh } from '../member/fresh.ts'
import { permit } from '../permission.ts'
import { callbackOf } from './federation.ts'

const DISCOVERY_MS = 5_000

/** Everybody has an address there: whoever owns one speaks for nobody else. */
const PUBLIC_MAIL =
  /^(?:(?:gmail|googlemail|icloud|me|mac|aol|gmx|zoho|fastmail|mail|yandex|hey|pm|proton|protonmail|tutanota|posteo|web|freenet|t-online|orange|wanadoo|laposte|free|libero|telefonica|qq|163|126)|(?:outlook|hotmail|live|msn|yahoo|ymail)(?:\.co)?)\.[a-z]{2,4}$/

/** The provider of the viewer's team, and what is to be known to set one. @throws Forbidden, Unavailable */
export async function findSignOn(viewer: Viewer): Promise<SignOnState> {
  permit(viewer, 'connection.signOn')
  const { tenant } = viewer.session.record
  const found = await findProvider(tenant)
  const { issuer, clientId, domains, defaultRole, required, verifiedAt } = found ?? {}
  return {
    provider:
      issuer === undefined || clientId === undefined || domains === undefined || defaultRole === undefined
        ? null
        : {
            issuer,
            clientId,
            domains,
            defaultRole,
            required: required ?? false,
            verifiedAt: verifiedAt?.toISOString() ?? null,
          },
    callbacks: (await originsOf(tenant)).map((origin) => callbackOf(origin, tenant)),
    domains: await domainsOf(tenant),
  }
}

/**
 * Puts a provider in the place of the one before; nobody comes in by it before `testSignOn`. A domain has to be that of an owner's address,
 * which a link by mail has proved, and can be one team's only.
 * @throws Rejected at `issuer` or `domains`; StepUpNeeded; Forbidden; Unavailable
 */
export async function setProvider(viewer: Viewer, draft: ProviderDraft): Promise<void> {
  permit(viewer, 'connection.signOn')
  requireFresh(viewer)
  const { tenant } = viewer.session.record
  const own = await domainsOf(tenant)
  if (!draft.domains.every((domain) => own.includes(domain)))
    throw new Rejected({ domains: 'said.signOn.domain' })
  await throttle('address')
  await requireDiscovery(draft.issuer, viewer.request.reference)
  await recorded(viewer, 'connection.signOn', await changeOf(viewer, shownOf(draft)), async () => {
    try {
      await replaceProvider(tenant, draft)
    } catch (error) {
      if (error instanceof Conflict) throw new Rejected({ domains: 'said.signOn.domainTaken' })
      throw error
    }
  })
}

/** Makes the provider the only way in for all but owners, or not. @throws Rejected before a test has worked; StepUpNeeded; Forbidden; Unavailable */
export async function requireSignOn(viewer: Viewer, required: boolean): Promise<void> {
  permit(viewer, 'connection.signOn')
  requireFresh(viewer)
  await recorded(viewer, 'connection.signOn', await changeOf(viewer, { required }), async () => {
    if (!(await requireProvider(viewer.session.record.tenant, required)))
      throw new Rejected({}, 'said.signOn.untested')
  })
}

/** Forgets the provider; who came in by it sets a password by "forgotten". @throws StepUpNeeded; Forbidden; Unavailable */
export async function removeSignOn(viewer: Viewer): Promise<void> {
  permit(viewer, 'connection.signOn')
  requireFresh(viewer)
  await recorded(viewer, 'connection.signOn', await changeOf(viewer, null), () =>
    removeProvider(viewer.session.record.tenant),
  )
}

/** What the trail says of a provider. */
function shownOf({ issuer, clientId, domains, defaultRole, clientSecret }: ProviderDraft) {
  return { issuer, clientId, clientSecret, domains: [...domains], defaultRole }
}

type After = ReturnType<typeof shownOf> | { required: boolean } | null

async function changeOf(viewer: Viewer, after: After) {
  const { tenant, tenantName: name } = viewer.session.record
  const found: ProviderRecord | null = await findProvider(tenant)
  const before = found === null ? null : { ...shownOf(found), required: found.required }
  return { subject: { kind: 'tenant', name, thing: null }, path: [], before, after }
}

/** The domains of the owners' addresses. */
async function domainsOf(tenant: string): Promise<readonly string[]> {
  const owners = (await listMembers(tenant)).filter(
    ({ role, status }) => role === 'owner' && status === 'active',
  )
  const domains = owners.map(({ email }) => email.slice(email.lastIndexOf('@') + 1))
  return [...new Set(domains)].filter((domain) => !PUBLIC_MAIL.test(domain)).toSorted()
}

/** One sentence for every issuer that may not be asked, does not answer, or is another. @throws Rejected at `issuer` */
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
    if (!(error instanceof RefusedOrigin) && !(error instanceof Fault)) throw error
  }
  throw new Rejected({ issuer: 'said.signOn.issuer' })
}

/** Every origin under which a tenant's people sign in. */
async function originsOf(tenant: string): Promise<readonly string[]> {
  const live = (await claimsOf(tenant)).filter(({ state }) => state === 'live')
  return [env().portalOrigin, ...live.map(({ host }) => originAt(host))]
}
