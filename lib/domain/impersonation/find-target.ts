// Finds the target of an impersonation for the page that confirms it.
import 'server-only'
import type { KazooId } from '../../kazoo/ids.ts'
import { listUsers, type UserRowDoc } from '../../kazoo/users.ts'
import { withProxyIds } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import { recentReasonsOf } from '../../store/impersonations.ts'
import type { ImpersonationChoice, ImpersonationTarget } from '../../views/impersonation.ts'
import { impersonatesByKazoo } from '../connection/capabilities.ts'
import { nameOf } from '../device/owner.ts'
import { grantOf } from '../grant.ts'
import { loadOptional } from '../optional-part.ts'
import { permit, verbsOf } from '../permission.ts'
import { resolveTarget } from './resolve-target.ts'

/** How many users of an account can be chosen. All others are impersonated from their own page. */
const MOST_USERS = 100
const MOST_REASONS = 5

/**
 * The user or account to be impersonated; for an account with its users, admins first.
 * @throws Forbidden, NotFound, Unavailable
 */
export async function findImpersonationTarget(viewer: Viewer, target: string): Promise<ImpersonationTarget> {
  permit(viewer, 'impersonation.start')
  const { tenant, principal } = viewer.session.record
  const [{ user, name, account, accountName }, native, reasons] = await Promise.all([
    resolveTarget(viewer, target),
    impersonatesByKazoo(viewer),
    recentReasonsOf(tenant, principal, MOST_REASONS),
  ])
  const choices = user === null ? await choicesIn(viewer, account) : []
  const admins = choices.filter(({ admin }) => admin)
  return {
    target,
    targetName: name,
    account: accountName,
    choices,
    chosen: admins.length === 1 ? (admins[0]?.target ?? target) : target,
    reasons,
    mayChange: verbsOf(viewer.session.record).includes('impersonation.change'),
    by: byWhom(native, user === null),
    back: user === null ? `/accounts/${target}` : `/users/${target}`,
  }
}

/** The account as a whole has no user whom Kazoo could sign in. */
function byWhom(native: boolean | null, inAccount: boolean): ImpersonationTarget['by'] {
  if (native === false) return 'portal'
  return native === null || inAccount ? 'unknown' : 'kazoo'
}

const { compare } = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** The users of an account, admins first; none where Kazoo does not list them now. */
async function choicesIn(viewer: Viewer, account: KazooId<'account'>): Promise<ImpersonationChoice[]> {
  const users = await loadOptional('users to impersonate', listUsers(grantOf(viewer).kazoo, account))
  const sorted = (users ?? []).toSorted(
    (a, b) => Number(isAdmin(b)) - Number(isAdmin(a)) || compare(nameOf(a), nameOf(b)),
  )
  return withProxyIds(viewer.session, (issue) =>
    sorted.slice(0, MOST_USERS).map((doc) => ({
      target: issue('user', { account, user: doc.id }),
      name: nameOf(doc),
      admin: isAdmin(doc),
    })),
  )
}

function isAdmin({ privilege }: UserRowDoc): boolean {
  return privilege === 'admin'
}
