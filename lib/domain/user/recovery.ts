// Sends a user Kazoo's own recovery mail, from their page: its link leads to the tenant's own domain.
import 'server-only'
import { Rejected } from '../../errors.ts'
import { findAccount } from '../../kazoo/accounts.ts'
import type { KazooId } from '../../kazoo/ids.ts'
import { crossbarOrigin } from '../../kazoo/origin.ts'
import { requestRecovery } from '../../kazoo/recovery.ts'
import type { Viewer } from '../../session/viewer.ts'
import { domainsOf } from '../../store/domains.ts'
import { findTenant } from '../../store/tenants.ts'
import { recorded } from '../audit/record.ts'
import { RECOVERY_PAGE } from '../customer/ask-recovery.ts'
import { selectorOf } from '../customer/resolve-account.ts'
import { recoveryFails } from '../customer/recovery-fails.ts'
import { permit } from '../permission.ts'
import { originAt } from '../site.ts'
import { loadUserForEdit, subjectOf } from './load-for-edit.ts'

/**
 * Makes Kazoo mail a user a link to a new password.
 * @throws Rejected where they have no address or no username, or the tenant has no domain on which they could
 * use it; Forbidden; NotFound; Unavailable
 */
export async function sendRecovery(viewer: Viewer, user: string): Promise<void> {
  permit(viewer, 'user.password')
  const tenant = await findTenant(viewer.session.record.tenant)
  if (tenant !== null && recoveryFails(tenant)) throw new Rejected({}, 'messages.user.recoveryFails')
  const person = await loadUserForEdit(viewer, user)
  const { username, email } = person.doc
  if (email === '' || username === '') throw new Rejected({}, 'messages.user.noRecovery')
  const { account } = person.ref
  const [host, doc] = await Promise.all([
    hostFor(viewer.session.record.tenant, account),
    findAccount(person.grant.kazoo, account),
  ])
  if (host === null) throw new Rejected({}, 'messages.user.noDomain')
  const caller = {
    origin: crossbarOrigin(viewer.session.record.origin),
    reference: viewer.request.reference,
  }
  const page = originAt(host) + RECOVERY_PAGE
  const change = { subject: subjectOf(person), path: person.path, before: null, after: { recovery: 'sent' } }
  await recorded(viewer, 'user.recovery', change, async () => {
    if (!(await requestRecovery(caller, { username, account: selectorOf(doc), page })))
      throw new Rejected({}, 'messages.user.noRecovery')
  })
}

/**
 * The domain on which users of that account sign in: the one that is limited to it, otherwise the primary one
 * of those for all accounts.
 */
async function hostFor(tenant: string, account: KazooId<'account'>): Promise<string | null> {
  const live = (await domainsOf(tenant)).filter(({ state }) => state === 'live')
  const own = live.find((domain) => domain.account?.ref.equals(account))
  return (own ?? live.find((domain) => domain.account === null))?.host ?? null
}
