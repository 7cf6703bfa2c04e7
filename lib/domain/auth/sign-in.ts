// Signing in with e-mail and portal password, and out again.
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

/** The id of no tenant. */
const NOBODYS = '00000000-0000-0000-0000-000000000000'

/** `second step`: nobody is signed in yet; `finishSignIn` goes on, in the same browser. */
export type SignedIn = 'signed in' | 'second step'

/**
 * Begins a session for the member with this e-mail and password. Unknown address, wrong password, suspended:
 * one answer, one time. A Kazoo in trouble keeps nobody out: the pages say what is wrong. @throws Rejected;
 * Unavailable when Redis or Postgres is.
 */
export async function signIn(email: string, password: Sealed<'password'>): Promise<SignedIn> {
  const { member, tenant } = await throttledProof(emailAsStored(email), () => proved(email, password))
  // Said only to who has the password; owners keep theirs, so that a provider that fails locks nobody out for
  // good.
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
 * Whose e-mail and password they are. @throws Rejected where they are nobody's who may come in here;
 * Unavailable
 */
async function proved(
  email: string,
  password: Sealed<'password'>,
): Promise<{ member: MemberRecord; tenant: TenantRecord }> {
  const member = await findMemberByEmail(email)
  const right = await verifyPassword(member?.passwordHash ?? null, password)
  // Asked in any case, so that time does not tell who exists.
  const tenant = await findTenant(member?.tenant ?? NOBODYS)
  const site = await currentSite()
  // On a tenant's domain nobody is known but its own team.
  const here = site.tenant === null || site.tenant === member?.tenant
  if (!right || !here || member === null || member.status !== 'active' || tenant?.status !== 'active') {
    const { reference, address } = currentRequest()
    log.warn('sign-in refused', { reference, address })
    // At no field: which of the two is wrong is not said.
    throw new Rejected({}, 'messages.signIn.refused')
  }
  return { member, tenant }
}

/** Ends the session of this browser, for every process, and with it whatever it acts as. */
export async function signOut(): Promise<void> {
  const lineage = await endSession()
  if (lineage !== null) await endImpersonationsUnder(lineage, 'signOut', new Date())
}
