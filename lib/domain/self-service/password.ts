// Sets the viewer's own Kazoo password, given the old one. Kazoo revokes all their tokens, so the session
// continues with another one, under another id.
import 'server-only'
import { Rejected } from '../../errors.ts'
import { findAccount } from '../../kazoo/accounts.ts'
import type { Password } from '../../kazoo/ids.ts'
import { findUser, patchUser } from '../../kazoo/users.ts'
import { endSessionsOf } from '../../session/member-sessions.ts'
import { deleteSession } from '../../session/record.ts'
import { renewSession } from '../../session/lifecycle.ts'
import { throttledProof } from '../../session/throttle.ts'
import type { Viewer } from '../../session/viewer.ts'
import { recorded } from '../audit/record.ts'
import { saveChanges } from '../edits.ts'
import { tenantOf } from '../connection/credentials.ts'
import { credentialsOf } from '../../store/credentials.ts'
import { kazooSignIn } from '../customer/kazoo-sign-in.ts'
import { selectorOf } from '../customer/resolve-account.ts'
import { nameOf } from '../device/owner.ts'
import { grantOf } from '../grant.ts'
import { passwordFault } from '../auth/password.ts'
import { permit } from '../permission.ts'
import { selfOf } from './self.ts'

/**
 * @throws Rejected at `password` when the old one is wrong, at `newPassword` when the new one is not good
 * enough, at no field when it was set and Kazoo then gave no token: the session has ended; Forbidden, also
 * while impersonating; Unavailable
 */
export async function changeOwnPassword(viewer: Viewer, old: Password, fresh: Password): Promise<void> {
  permit(viewer, 'selfService.password')
  const { session, request } = viewer
  const { principal, tenantName } = session.record
  const ref = selfOf(viewer)
  const grant = grantOf(viewer)
  const { doc, account, provider, claim } = await throttledProof(`password of ${principal}`, async () => {
    const [user, homeAccount, tenantProvider] = await Promise.all([
      findUser(grant.kazoo, ref),
      findAccount(grant.kazoo, ref.account),
      providerOf(viewer),
    ])
    const signInName = { account: selectorOf(homeAccount), username: user.username }
    const oldSignIn = await kazooSignIn(tenantProvider, { ...signInName, password: old }, request.reference)
    if (!oldSignIn?.user?.equals(ref.user)) throw new Rejected({ password: 'messages.member.oldPassword' })
    return { doc: user, account: homeAccount, provider: tenantProvider, claim: signInName }
  })
  const name = nameOf(doc)
  const fault = old.equals(fresh)
    ? ('messages.selfService.samePassword' as const)
    : passwordFault(fresh, { name, email: doc.email, company: tenantName })
  if (fault !== null) throw new Rejected({ newPassword: fault })
  const subject = { kind: 'user', name, resource: { kind: 'user', ref } } as const
  const change = { subject, path: [account.name], before: { password: old }, after: { password: fresh } }
  await recorded(viewer, 'selfService.password', change, () =>
    saveChanges({}, { username: claim.username, password: fresh, mustRenew: false }, (patch) =>
      patchUser(grant.kazoo, ref, patch),
    ),
  )
  const newSignIn = await kazooSignIn(provider, { ...claim, password: fresh }, request.reference).catch(
    () => null,
  )
  if (newSignIn === null) {
    await deleteSession(session.digest)
    throw new Rejected({}, 'messages.selfService.signInAnew')
  }
  const record = { ...session.record, mustChangePassword: false }
  const renewed = await renewSession({ ...session, record, token: newSignIn.token, tokenAt: Date.now() })
  await endSessionsOf(principal, renewed.digest)
}

async function providerOf(viewer: Viewer) {
  const [tenant, credentials] = await Promise.all([
    tenantOf(viewer),
    credentialsOf(viewer.session.record.tenant),
  ])
  return { tenant, credentials }
}
