// Starts the session of an authenticated member, with a token of their tenant's Kazoo.
import 'server-only'
import { Rejected, Unavailable } from '../../errors.ts'
import { authenticate } from '../../kazoo/auth.ts'
import type { ApiToken } from '../../kazoo/ids.ts'
import { crossbarOrigin } from '../../kazoo/origin.ts'
import { log } from '../../log.ts'
import { seal } from '../../sealed.ts'
import { currentRequest } from '../../session/request.ts'
import { openSession } from '../../session/lifecycle.ts'
import { deleteSession } from '../../session/record.ts'
import { MEMBER_SESSION } from '../../session/record-doc.ts'
import { recordCredentialsFailure, recordCredentialsSuccess } from '../../store/credentials.ts'
import { recordSignIn, type MemberRecord } from '../../store/members.ts'
import type { TenantRecord } from '../../store/tenants.ts'
import { credentialsOrNull } from '../connection/credentials.ts'

/**
 * The token while Kazoo could not be asked at sign-in: it is refused like an expired one, and then renewed.
 */
const NO_TOKEN = seal<'api token'>('none')

/**
 * Starts the session of a member. It ends at once if the member or tenant changed since they were read.
 * @throws Rejected in that case; Unavailable when Redis or Postgres is
 */
export async function startMemberSession(member: MemberRecord, tenant: TenantRecord): Promise<void> {
  const { address, reference } = currentRequest()
  const token = await kazooTokenOf(tenant, reference)
  const { id, name, email, role } = member
  const who = {
    ...MEMBER_SESSION,
    principal: id,
    name,
    email,
    role,
    tenant: tenant.id,
    tenantName: tenant.name,
  }
  const where = { origin: tenant.crossbarOrigin, granted: tenant.account, connected: token !== null }
  const trialEndsAt = tenant.trialEndsAt?.getTime() ?? null
  const { digest } = await openSession({ ...who, ...where, trialEndsAt }, token ?? NO_TOKEN)
  // Such a change ends all sessions afterwards: it either finds this session, or is found here.
  if (!(await recordSignIn(member))) {
    await deleteSession(digest)
    throw new Rejected({}, 'messages.signIn.refused')
  }
  log.info('signed in', { member: id, tenant: tenant.id, reference, address })
}

/** A token of the tenant's Kazoo; null without stored credentials. */
async function kazooTokenOf(tenant: TenantRecord, reference: string): Promise<ApiToken | null> {
  const credentials = await credentialsOrNull(tenant.id)
  if (credentials === null) return null
  try {
    const origin = crossbarOrigin(tenant.crossbarOrigin)
    const { token, account } = await authenticate(origin, credentials, reference)
    // The tenant key is (origin, account): credentials that now open another account are refused
    // (docs/security.md row 9).
    if (!account.equals(tenant.account)) throw new Unavailable('kazoo', 'refused')
    await recordCredentialsSuccess(tenant.id)
    return token
  } catch (error) {
    if (!(error instanceof Unavailable) || error.dependency !== 'kazoo') throw error
    log.warn('kazoo gives no token', { error, tenant: tenant.id, reference })
    await recordCredentialsFailure(tenant.id, error.reason)
    return NO_TOKEN
  }
}
