// Finishes a single sign-on: as the member with that address, or as a new member of the team.
import 'server-only'
import { log } from '../../log.ts'
import { currentRequest } from '../../session/request.ts'
import { throttle } from '../../session/throttle.ts'
import type { Viewer } from '../../session/viewer.ts'
import { database } from '../../store/database.ts'
import { Conflict } from '../../store/errors.ts'
import { decide } from '../../store/member-changes.ts'
import { findMember, findMemberByEmail, insertMember, type MemberRecord } from '../../store/members.ts'
import { findProvider, recordProviderVerified, type ProviderRecord } from '../../store/sign-on.ts'
import { findTenant } from '../../store/tenants.ts'
import { recorded, recordedOf } from '../audit/record.ts'
import { startMemberSession } from '../auth/start-session.ts'
import { verbsOf } from '../permission.ts'
import { currentSite } from '../site.ts'
import { addressOf } from './address.ts'
import { readProviderAnswer, type Claims } from './federation.ts'

/**
 * `protocol`: not requested, or an invalid answer. `unverified`: neither provider nor owner vouches for the
 * address. `domain`: it is in no mail domain that the tenant has proved. `member`: the member is in another
 * team, or suspended.
 */
export type SignOnEnd = 'signed in' | 'tested' | 'protocol' | 'unverified' | 'domain' | 'member'

const LONGEST_NAME = 128

/**
 * Processes the answer of a tenant's provider. Until the provider is verified it signs no one in: the answer
 * is then the test of an owner, who is `viewer`.
 * @throws Rejected when there were too many, or the member changed meanwhile; Unavailable
 */
export async function finishSignOn(
  tenant: string,
  query: Readonly<Record<string, string>>,
  viewer: Viewer | null,
): Promise<{ end: SignOnEnd; test: boolean }> {
  await throttle('signOn')
  const provider = UUID.test(tenant) ? await findProvider(tenant) : null
  const site = await currentSite()
  if (provider === null || (site.tenant !== null && site.tenant !== tenant))
    return { end: 'protocol', test: false }
  const test = provider.verifiedAt === null
  const claims = await readProviderAnswer(provider, query)
  const email = claims === null ? null : addressOf(provider, claims)
  const end = await ended()
  const { reference, address } = currentRequest()
  if (end !== 'signed in') log.info('single sign-on ended', { end, tenant, reference, address })
  return { end, test }

  async function ended(): Promise<SignOnEnd> {
    if (claims === null || provider === null || email === null) return 'protocol'
    if (email === 'unverified' || email === 'domain') return email
    return test ? finishTest(provider, viewer) : signInMember(provider, email.address, claims)
  }
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function finishTest(provider: ProviderRecord, viewer: Viewer | null): Promise<SignOnEnd> {
  const record = viewer?.session.record
  if (viewer === null || record?.tenant !== provider.tenant) return 'protocol'
  if (!verbsOf(record).includes('connection.signOn')) return 'protocol'
  const subject = { kind: 'tenant', name: record.tenantName, resource: null }
  const change = { subject, path: [], before: { verified: false }, after: { verified: true } }
  const verified = await recorded(viewer, 'connection.signOn', change, () => recordProviderVerified(provider))
  return verified ? 'tested' : 'protocol'
}

async function signInMember(provider: ProviderRecord, email: string, claims: Claims): Promise<SignOnEnd> {
  const tenant = await findTenant(provider.tenant)
  if (tenant?.status !== 'active') return 'member'
  const known = await findMemberByEmail(email)
  if (known !== null && (known.tenant !== tenant.id || known.status === 'suspended')) return 'member'
  const name = known?.name ?? nameOf(claims, email)
  const actor = { tenant: tenant.id, member: known?.id ?? null, name }
  const subject = { kind: 'member', name, resource: null } as const
  const change = { subject, path: [], before: null, after: null }
  const run = async (): Promise<SignOnEnd> => {
    const member = known === null ? await addMember(provider, email, claims) : await activateInvited(known)
    if (member?.tenant !== tenant.id || member.status !== 'active') return 'member'
    await startMemberSession(member, tenant)
    return 'signed in'
  }
  return recordedOf(actor, known === null ? 'member.join' : 'member.signOn', change, run, (end) =>
    end === 'signed in'
      ? { stage: 'done', outcome: null }
      : { stage: 'failed', outcome: 'messages.signOn.failed' },
  )
}

/** Creates a member for an address of the domain without an invitation. */
async function addMember(
  provider: ProviderRecord,
  email: string,
  claims: Claims,
): Promise<MemberRecord | null> {
  const draft = { name: nameOf(claims, email), email, role: provider.defaultRole, passwordHash: null }
  try {
    return await findMember(await insertMember(database(), provider.tenant, draft))
  } catch (error) {
    // Two at once: the other was first.
    if (error instanceof Conflict) return findMemberByEmail(email)
    throw error
  }
}

/** An invited member has proved the address now, and keeps the role of the invitation. */
async function activateInvited(member: MemberRecord): Promise<MemberRecord | null> {
  if (member.status !== 'invited') return member
  await decide(member, { status: 'active' })
  return findMember(member.id)
}

function nameOf({ name = '' }: Claims, email: string): string {
  const clean = name
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME)
    .toWellFormed()
  return clean === '' ? email.slice(0, email.lastIndexOf('@')) : clean
}
