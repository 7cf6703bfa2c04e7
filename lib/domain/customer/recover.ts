// Sets a new password by the link of Kazoo's mail. Kazoo would accept the link repeatedly; the portal accepts
// it once (docs/security.md row 17).
import 'server-only'
import { kazooForbids, NotFound, Rejected, UserFacingError, Unavailable } from '../../errors.ts'
import { findAccount } from '../../kazoo/accounts.ts'
import { Kazoo } from '../../kazoo/client.ts'
import type { KazooId, Password } from '../../kazoo/ids.ts'
import { crossbarOrigin } from '../../kazoo/origin.ts'
import { redeemRecovery } from '../../kazoo/recovery.ts'
import { patchUser, tokenIsOf } from '../../kazoo/users.ts'
import { endSessionsOf } from '../../session/member-sessions.ts'
import { currentRequest } from '../../session/request.ts'
import { throttledProof } from '../../session/throttle.ts'
import { customerId } from '../../store/customers.ts'
import { releaseRecoveryId, isRecoveryIdUsed, useRecoveryId } from '../../store/used-recovery-ids.ts'
import { editTenant } from '../../store/tenant-state.ts'
import { pathOf } from '../account/account-path.ts'
import { recordedOf } from '../audit/record.ts'
import { saveChanges } from '../edits.ts'
import { nameOf } from '../device/owner.ts'
import { ancestorsWithin, type Grant } from '../grant.ts'
import { requireGoodPassword } from '../auth/password.ts'
import { startCustomerSession } from './start-session.ts'
import { kazooSignIn } from './kazoo-sign-in.ts'
import { openSite, type OpenSite } from './open-site.ts'
import { closedIfRefused, findWithin } from './prove.ts'
import { selectorOf } from './resolve-account.ts'
import { resetLink, type ResetLink } from './reset-link.ts'
import { currentTenantToken, tenantGrant } from './tenant-grant.ts'

/**
 * Whether a link may still be valid: well formed, and not used here. Neither uses it up nor asks Kazoo.
 * @throws Unavailable
 */
export async function peekReset(text: string | null): Promise<boolean> {
  const link = text === null ? null : resetLink(text)
  return link !== null && !(await isRecoveryIdUsed(link.id))
}

/**
 * Sets the password of the link's user, ends their sessions, and starts one here. The link is valid once, for
 * an account of this tenant and this domain; it stays valid if nothing was set.
 * @throws Rejected, at `password` when it breaks the rule, at no field when the link is invalid; NotFound;
 * Unavailable
 */
export async function recoverPassword(text: string, password: Password, now = new Date()): Promise<void> {
  const open = await openSite()
  const { reference } = currentRequest()
  // Kazoo names the user only later; a password that breaks the rule for every user must not use the link up.
  requireGoodPassword(password, { name: '', email: '', company: open.tenant.name })
  const recovered = await throttledProof(null, async () => {
    const link = resetLink(text)
    if (link === null) throw usedLink()
    const grant = await closedIfRefused(tenantGrant(open.tenant, reference))
    await requireOwn(open, grant, link.account)
    if (!(await useRecoveryId(open.tenant.id, link.id, now))) throw usedLink()
    return releaseUnlessSet(link, redeemAndSet(open, grant, link, password))
  })
  const principal = await customerId(open.tenant.id, recovered.ref)
  await endSessionsOf(principal)
  const signedIn = await kazooSignIn(open, { ...recovered, password }, reference).catch(() => null)
  if (signedIn === null) throw new Rejected({}, 'messages.customer.setSignIn')
  await startCustomerSession(open, {
    ref: recovered.ref,
    doc: { ...recovered.doc, mustRenew: false },
    token: signedIn.token,
  })
}

/** Restores the link where the password was certainly not set. */
async function releaseUnlessSet<T>(link: ResetLink, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof Unavailable) || error.reason !== 'unknown') await releaseRecoveryId(link.id)
    throw error
  }
}

/** Uses the token of the link, which the new password revokes. */
async function redeemAndSet(open: OpenSite, grant: Grant, link: ResetLink, password: Password) {
  const { tenant } = open
  const { reference } = currentRequest()
  const origin = crossbarOrigin(tenant.crossbarOrigin)
  const { ref, token } = await redeem(open, link)
  const proved = ref.account.equals(link.account) ? await findWithin(open, grant, { ...ref, token }) : null
  const username = proved?.doc.username ?? ''
  if (proved === null || username === '') throw usedLink()
  const kazoo = new Kazoo({ origin, token, reference, renew: () => Promise.reject(usedLink()) })
  // Checked before use: the token belongs to that very user, whatever else Kazoo reports.
  if (!(await tokenIsOf(kazoo, ref).catch(falseIfRefused))) throw usedLink()
  const { doc } = proved
  const name = nameOf(doc)
  requireGoodPassword(password, { name, email: doc.email, company: tenant.name })
  const [path, account] = await Promise.all([
    pathOf(grant, ref.account),
    findAccount(grant.kazoo, ref.account),
  ])
  const subject = { kind: 'user', name, resource: { kind: 'user', ref } } as const
  const change = { subject, path, before: { password }, after: { password } }
  const actor = {
    tenant: tenant.id,
    member: await customerId(tenant.id, ref),
    name,
    kind: 'customer',
  } as const
  await recordedOf(actor, 'selfService.password', change, () =>
    saveChanges({}, { username, password, mustRenew: false }, (patch) => patchUser(kazoo, ref, patch)),
  )
  return { ref, doc, username, account: selectorOf(account) }
}

/**
 * Where the link alone yields no token (5.0), the tenant's own is sent along; where that fails too, this
 * Kazoo cannot complete a recovery.
 */
async function redeem({ tenant }: OpenSite, { id }: ResetLink) {
  const { reference } = currentRequest()
  const caller = { origin: crossbarOrigin(tenant.crossbarOrigin), reference }
  let found = await redeemRecovery(caller, id, null)
  if (found?.token === null)
    found = await redeemRecovery(caller, id, await closedIfRefused(currentTenantToken(tenant, reference)))
  if (found === null) throw usedLink()
  const failed = found.token === null
  if (failed || tenant.recoveryFailedAt !== null)
    await editTenant(tenant.id, { recoveryFailedAt: failed ? new Date() : null })
  if (found.token === null) throw new Rejected({}, 'messages.customer.noToken')
  return found
}

/** Kazoo answered, but without the user. */
const REFUSALS: ReadonlySet<Unavailable['reason']> = new Set(['refused', 'forbidden', 'faulty'])

/** A token that Kazoo does not know, or that has no user, belongs to another user. */
function falseIfRefused(error: unknown): false {
  if (!(error instanceof UserFacingError)) throw error
  if (error instanceof Unavailable && !REFUSALS.has(error.reason)) throw error
  return false
}

/** Checked before Kazoo is asked: the account is the domain's, or at or below the tenant's. */
async function requireOwn({ site }: OpenSite, grant: Grant, account: KazooId<'account'>): Promise<void> {
  if (site.account !== null && !site.account.equals(account)) throw usedLink()
  try {
    await closedIfRefused(ancestorsWithin(grant, account))
  } catch (error) {
    throw error instanceof NotFound || kazooForbids(error) ? usedLink() : error
  }
}

function usedLink(): Rejected {
  return new Rejected({}, 'messages.customer.used')
}
