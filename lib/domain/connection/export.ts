// Exports all stored data of a tenant to the tenant: as JSON, in chunks, without secrets and Kazoo ids.
import 'server-only'
import type { Viewer } from '../../session/viewer.ts'
import { auditEventsOf } from '../../store/audit-events.ts'
import type { AuditEventRecord } from '../../store/audit-rows.ts'
import { findDraft, listVersions } from '../../store/brands.ts'
import { domainsOf, type DomainRecord } from '../../store/domains.ts'
import { mailDomainsOf, type MailDomainRecord } from '../../store/mail-domains.ts'
import { listMembers, type MemberRecord } from '../../store/members.ts'
import { findProvider, type ProviderRecord } from '../../store/sign-on.ts'
import type { TenantRecord } from '../../store/tenants.ts'
import { recorded } from '../audit/record.ts'
import { requireFresh } from '../member/require-step-up.ts'
import { permit } from '../permission.ts'
import { credentialsOrNull, tenantOf } from './credentials.ts'

const PAGE = 500

/**
 * The chunks of one JSON document: `tenant`, `members`, `audit` (newest first). Recorded in the audit log
 * before the first chunk.
 * @throws StepUpNeeded; Forbidden; Unavailable
 */
export async function* exportTenantData(viewer: Viewer): AsyncGenerator<string> {
  permit(viewer, 'connection.export')
  requireFresh(viewer)
  const tenant = await tenantOf(viewer)
  const subject = { kind: 'tenant', name: tenant.name, resource: null }
  const change = { subject, path: [], before: null, after: null }
  await recorded(viewer, 'connection.export', change, () => Promise.resolve())
  const kind = (await credentialsOrNull(tenant.id))?.kind ?? null
  const signOn = signOnFacts(await findProvider(tenant.id))
  const domains = (await domainsOf(tenant.id)).map(domainFacts)
  const mailDomains = (await mailDomainsOf(tenant.id)).map(mailDomainFacts)
  const data = { credentials: kind, signOn, mailDomains, brand: await brandFacts(tenant.id), domains }
  yield `{"tenant":${JSON.stringify({ ...tenantFacts(tenant), ...data })},"members":`
  yield `${JSON.stringify((await listMembers(tenant.id)).map(memberFacts))},"audit":[`
  let before: number | undefined
  for (;;) {
    const page = { limit: PAGE, ...(before !== undefined && { before }) }
    const events = await auditEventsOf(tenant.id, page)
    const text = events.map((event) => JSON.stringify(eventFacts(event))).join(',\n')
    if (events.length > 0) yield before === undefined ? text : `,\n${text}`
    before = events.at(-1)?.seq
    if (events.length < PAGE) break
  }
  yield ']}\n'
}

function tenantFacts({ name, crossbarOrigin, status, createdAt, trialEndsAt, wentLiveAt }: TenantRecord) {
  return { name, address: crossbarOrigin, status, createdAt, trialEndsAt, wentLiveAt }
}

/** Texts and colours; images are left out, because the pages show them and the tenant has the originals. */
async function brandFacts(tenant: string) {
  const [draft, versions] = await Promise.all([findDraft(tenant), listVersions(tenant)])
  const published = versions.map(({ number, brand, publishedAt, publishedBy, restores }) => ({
    number,
    publishedAt,
    publishedBy,
    restores,
    text: brand.text,
  }))
  return { draft: draft?.text ?? null, published }
}

function domainFacts({ host, state, primary, account, proof, addedAt, provedAt }: DomainRecord) {
  return { host, state, primary, account: account?.name ?? null, proof, addedAt, provedAt }
}

function mailDomainFacts({ domain, state, proof, addedAt, provedAt }: MailDomainRecord) {
  return { domain, state, proof, addedAt, provedAt }
}

function signOnFacts(provider: ProviderRecord | null) {
  if (provider === null) return null
  const { issuer, clientId, defaultRole, required, vouches, verifiedAt } = provider
  return { issuer, clientId, defaultRole, required, vouches, verifiedAt }
}

function memberFacts({ name, email, role, status, language, createdAt, lastSignedInAt }: MemberRecord) {
  return { name, email, role, status, language, createdAt, lastSignedInAt }
}

function eventFacts(event: AuditEventRecord) {
  const { at, stage, actor, impersonation, verb, subject, path, before, after, outcome } = event
  const about = subject === null ? null : { kind: subject.kind, name: subject.name }
  const where = { clientAddress: event.clientAddress, userAgent: event.userAgent, reference: event.reference }
  return {
    at,
    stage,
    actor: actor.name,
    asWhom: impersonation?.targetName ?? null,
    verb,
    subject: about,
    path,
    before,
    after,
    outcome,
    ...where,
  }
}
