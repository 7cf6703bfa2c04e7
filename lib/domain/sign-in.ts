// Signing in with e-mail and portal password, and out again.
import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { Rejected, Unavailable } from '../errors.ts'
import { authenticate } from '../kazoo/auth.ts'
import { crossbarOrigin } from '../kazoo/origin.ts'
import type { ApiToken } from '../kazoo/ids.ts'
import { log } from '../log.ts'
import { seal, type Sealed } from '../sealed.ts'
import { currentRequest } from '../session/request.ts'
import { beginSession, endSession } from '../session/sign-on.ts'
import { countAttempt, forgiveAttempts } from '../session/throttle.ts'
import { noteCredentialsFailed, noteCredentialsWorked } from '../store/credentials.ts'
import { findMemberByEmail, noteSignedIn, type MemberRecord } from '../store/members.ts'
import { findTenant, type TenantRecord } from '../store/tenants.ts'
import { heldBy } from './connection/held.ts'
import { verifyPassword } from './password.ts'

/** The id of no tenant. */
const NOBODYS = '00000000-0000-0000-0000-000000000000'

/** Stands for the token of a Kazoo that could not be asked at sign-in: it is refused like an expired one, and renewed. */
const NO_TOKEN = seal<'api token'>('none')

/**
 * Begins a session for the member with this e-mail and password. Unknown address, wrong password, suspended: one answer, one time.
 * A Kazoo in trouble keeps nobody out: the pages say what is wrong. @throws Rejected; Unavailable when Redis or Postgres is.
 */
export async function signIn(email: string, password: Sealed<'password'>): Promise<void> {
  const { address, reference } = currentRequest()
  const throttled = await countAttempt(email, address)
  if (throttled.refused !== null) {
    const minutes = Math.ceil(throttled.refused / 60)
    throw new Rejected({}, { sentence: 'said.signIn.throttled', values: { minutes } })
  }
  await wait(throttled.delay)
  const member = await findMemberByEmail(email)
  const right = await verifyPassword(member?.passwordHash ?? null, password)
  // Asked in any case, so that time does not tell who exists.
  const tenant = await findTenant(member?.tenant ?? NOBODYS)
  if (!right || member === null || member.status !== 'active' || tenant?.status !== 'active') {
    log.warn('sign-in refused', { reference, address })
    // At no field: which of the two is wrong is not said.
    throw new Rejected({}, 'said.signIn.refused')
  }
  await begin(member, tenant, reference)
  await forgiveAttempts(email, address)
  await noteSignedIn(member)
  log.info('signed in', { member: member.id, tenant: tenant.id, reference, address })
}

async function begin(member: MemberRecord, tenant: TenantRecord, reference: string): Promise<void> {
  const token = await kazooTokenOf(tenant, reference)
  const { id, name, email, role } = member
  const who = { member: id, name, email, role, tenant: tenant.id, tenantName: tenant.name }
  const where = { origin: tenant.crossbarOrigin, granted: tenant.account, connected: token !== null }
  const trialEndsAt = tenant.trialEndsAt?.getTime() ?? null
  await beginSession({ ...who, ...where, trialEndsAt }, token ?? NO_TOKEN)
}

/** A token of the tenant's Kazoo; null when nothing is held to get one with. */
async function kazooTokenOf(tenant: TenantRecord, reference: string): Promise<ApiToken | null> {
  const held = await heldBy(tenant.id)
  if (held === null) return null
  try {
    const origin = crossbarOrigin(tenant.crossbarOrigin)
    const { token, account } = await authenticate(origin, held, reference)
    // The tenant key is (origin, account): credentials that now open another account open nothing (security.md row 9).
    if (!account.equals(tenant.account)) throw new Unavailable('kazoo', 'refused')
    await noteCredentialsWorked(tenant.id)
    return token
  } catch (error) {
    if (!(error instanceof Unavailable) || error.neighbour !== 'kazoo') throw error
    log.warn('kazoo gives no token', { error, tenant: tenant.id, reference })
    await noteCredentialsFailed(tenant.id, error.trouble)
    return NO_TOKEN
  }
}

/** Ends the session of this browser, for every process. */
export async function signOut(): Promise<void> {
  await endSession()
}
