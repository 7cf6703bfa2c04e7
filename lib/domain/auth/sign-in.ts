// Signs a member in with e-mail and portal password, and out again.
import 'server-only'
import { Rejected } from '../../errors.ts'
import { log } from '../../log.ts'
import type { Sealed } from '../../sealed.ts'
import { currentRequest } from '../../session/request.ts'
import { endSession } from '../../session/lifecycle.ts'
import { throttledProof } from '../../session/throttle.ts'
import { endImpersonationsUnder } from '../../store/impersonations.ts'
import { emailAsStored, findMemberByEmail, type MemberRecord } from '../../store/members.ts'
import { signOnRequired } from '../../store/sign-on.ts'
import { findTenant, type TenantRecord } from '../../store/tenants.ts'
import { startMemberSession } from './start-session.ts'
import { verifyPassword } from './password.ts'
import { awaitTwoFactor, needsTwoFactor } from './two-factor.ts'
import { currentSite } from '../site.ts'

/** A tenant id that does not exist. */
const UNKNOWN_TENANT = '00000000-0000-0000-0000-000000000000'

/** `second step`: the member is not signed in yet; `finishSignIn` continues, in the same browser. */
export type SignedIn = 'signed in' | 'second step'

/**
 * Starts a session for the member with this e-mail and password. Unknown address, wrong password, suspended:
 * the same response after the same time. Sign-in works while Kazoo fails: the pages report the failure.
 * @throws Rejected; Unavailable when Redis or Postgres is
 */
export async function signIn(email: string, password: Sealed<'password'>): Promise<SignedIn> {
  const { member, tenant } = await throttledProof(emailAsStored(email), () =>
    authenticatedMember(email, password),
  )
  // Revealed only after the right password; owners keep theirs, so that a failing provider locks no tenant
  // out for good.
  if (member.role !== 'owner' && (await signOnRequired(tenant.id)))
    throw new Rejected({}, 'messages.signOn.required')
  if (await needsTwoFactor(member)) {
    await awaitTwoFactor(member)
    return 'second step'
  }
  await startMemberSession(member, tenant)
  return 'signed in'
}

/**
 * The member with this e-mail and password.
 * @throws Rejected unless they may sign in on this site; Unavailable
 */
async function authenticatedMember(
  email: string,
  password: Sealed<'password'>,
): Promise<{ member: MemberRecord; tenant: TenantRecord }> {
  const member = await findMemberByEmail(email)
  const matches = await verifyPassword(member?.passwordHash ?? null, password)
  // Read in any case, so that the time does not reveal who exists.
  const tenant = await findTenant(member?.tenant ?? UNKNOWN_TENANT)
  const site = await currentSite()
  // A tenant's domain accepts only members of that tenant.
  const admitted = site.tenant === null || site.tenant === member?.tenant
  if (!matches || !admitted || member === null || member.status !== 'active' || tenant?.status !== 'active') {
    const { reference, address } = currentRequest()
    log.warn('sign-in refused', { reference, address })
    // At no field, because the message must not reveal which of the two is wrong.
    throw new Rejected({}, 'messages.signIn.refused')
  }
  return { member, tenant }
}

/**
 * Ends the session of this browser in every process, and its impersonations.
 * @throws Unavailable
 */
export async function signOut(): Promise<void> {
  const lineage = await endSession()
  if (lineage !== null) await endImpersonationsUnder(lineage, 'signOut', new Date())
}
