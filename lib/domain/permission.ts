// The permission table: which role may run which verb. Kazoo itself enforces hardly anything (docs/kazoo.md
// section 25.6).
import 'server-only'
import { Forbidden } from '../errors.ts'
import type { SessionRecord } from '../session/record-doc.ts'
import type { Viewer } from '../session/viewer.ts'
import { VERBS, type CustomerRole, type Role, type Verb } from '../views/viewer.ts'
import type { LocalizedMessage } from '../i18n/message-key.ts'

const WHOLE_TEAM: readonly Role[] = ['owner', 'admin', 'support', 'viewer']
const SUPPORT_AND_ADMINS: readonly Role[] = ['owner', 'admin', 'support']
const ADMINS: readonly Role[] = ['owner', 'admin']
const OWNERS: readonly Role[] = ['owner']
const CUSTOMERS: readonly CustomerRole[] = ['accountAdmin', 'accountUser']

/** The given team roles, and the admin of a customer's account. */
const plusAccountAdmin = (roles: readonly Role[]): readonly (Role | CustomerRole)[] => [
  ...roles,
  'accountAdmin',
]

const MAY: Readonly<Record<Verb, readonly (Role | CustomerRole)[]>> = {
  'account.read': plusAccountAdmin(WHOLE_TEAM),
  'account.create': ADMINS,
  'account.edit': ADMINS,
  'device.read': plusAccountAdmin(WHOLE_TEAM),
  'device.create': plusAccountAdmin(SUPPORT_AND_ADMINS),
  'device.edit': plusAccountAdmin(SUPPORT_AND_ADMINS),
  'device.remove': plusAccountAdmin(ADMINS),
  'device.reboot': plusAccountAdmin(SUPPORT_AND_ADMINS),
  'device.reveal': plusAccountAdmin(ADMINS),
  'user.read': plusAccountAdmin(WHOLE_TEAM),
  'user.create': plusAccountAdmin(SUPPORT_AND_ADMINS),
  'user.edit': plusAccountAdmin(SUPPORT_AND_ADMINS),
  'user.password': plusAccountAdmin(SUPPORT_AND_ADMINS),
  'user.remove': plusAccountAdmin(ADMINS),
  'user.role': plusAccountAdmin(ADMINS),
  'connection.read': WHOLE_TEAM,
  'connection.edit': OWNERS,
  'connection.export': OWNERS,
  'connection.remove': OWNERS,
  'connection.signOn': OWNERS,
  'member.list': WHOLE_TEAM,
  'member.invite': ADMINS,
  'member.edit': ADMINS,
  'member.suspend': ADMINS,
  'member.remove': ADMINS,
  'brand.read': WHOLE_TEAM,
  'brand.edit': ADMINS,
  'audit.read': ADMINS,
  'audit.export': ADMINS,
  'audit.revert': ADMINS,
  'audit.settings': OWNERS,
  'domain.read': WHOLE_TEAM,
  'domain.add': OWNERS,
  'domain.edit': OWNERS,
  'domain.remove': OWNERS,
  'profile.edit': WHOLE_TEAM,
  'profile.password': WHOLE_TEAM,
  'profile.factors': WHOLE_TEAM,
  'profile.sessions': WHOLE_TEAM,
  'selfService.read': CUSTOMERS,
  'selfService.forward': CUSTOMERS,
  'selfService.voicemail': CUSTOMERS,
  'selfService.password': CUSTOMERS,
  'impersonation.start': SUPPORT_AND_ADMINS,
  'impersonation.change': SUPPORT_AND_ADMINS,
  'impersonation.end': OWNERS,
}

/** The verbs that remain after the trial has ended or without credentials: connection and own profile. */
const ALLOWED_WHEN_CLOSED = /^(connection|profile)\./
/** The verbs that only read: all that a read-only impersonation may run. */
const READ_ONLY = /\.(read|list)$/
/** The verbs that impersonation never runs: knowing a user's password means being able to sign in as them. */
const CREDENTIALS: ReadonlySet<Verb> = new Set([
  'selfService.password',
  'device.reveal',
  'user.create',
  'user.password',
])

/**
 * Lets the viewer run `verb`, if their role may, the trial has not ended and the tenant is connected.
 * @throws Forbidden
 */
export function permit(viewer: Viewer, verb: Verb): void {
  const { record } = viewer.session
  const { trialEndsAt, connected, mustChangePassword } = record
  const against = refusalOf(record, verb)
  if (against !== null) throw new Forbidden(against)
  if (mustChangePassword && verb !== 'selfService.password')
    throw new Forbidden('messages.selfService.passwordFirst')
  if (ALLOWED_WHEN_CLOSED.test(verb)) return
  if (trialEndsAt !== null && trialEndsAt <= Date.now()) throw new Forbidden('messages.trial.ended')
  if (!connected) throw new Forbidden('messages.trial.disconnected')
}

/**
 * Why a session may not run a verb, or null. An impersonation needs the permission of both the member and the
 * target; self-service verbs are checked for the target's role alone.
 */
function refusalOf({ role, impersonation }: SessionRights, verb: Verb): LocalizedMessage | null {
  if (!MAY[verb].includes(role)) return roleRefusal(role, verb, impersonation !== null)
  if (impersonation === null) return null
  if (!verb.startsWith('selfService.') && !MAY[verb].includes(impersonation.role)) return 'messages.role'
  if (CREDENTIALS.has(verb)) return 'messages.impersonation.credentials'
  return impersonation.changes || READ_ONLY.test(verb) ? null : 'messages.impersonation.readOnly'
}

/** Who may run a verb, as the answer to a role that may not. An owner may run every verb of the team. */
function roleRefusal(role: Role | CustomerRole, verb: Verb, impersonating: boolean): LocalizedMessage {
  if (impersonating) return 'messages.impersonation.role'
  if (isOfTeam(role)) return MAY[verb].some(isOfTeam) ? 'messages.role' : 'messages.customersOnly'
  return MAY[verb].includes('accountAdmin') ? 'messages.accountAdminOnly' : 'messages.teamOnly'
}

function isOfTeam(role: Role | CustomerRole): boolean {
  return WHOLE_TEAM.some((each) => each === role)
}

/** The part of a session that decides its permissions. */
export type SessionRights = Pick<SessionRecord, 'role' | 'impersonation'>

/**
 * Refuses to set a password, a PIN or a key while impersonating.
 * @throws Forbidden
 */
export function refuseSecrets({ session }: Viewer): void {
  if (session.record.impersonation !== null) throw new Forbidden('messages.impersonation.credentials')
}

/** Every verb that a session may run. Pages show no button for the others. */
export function verbsOf(rights: SessionRights): readonly Verb[] {
  return VERBS.filter((verb) => refusalOf(rights, verb) === null)
}
