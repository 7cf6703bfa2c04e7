// The permission table: which role may run which verb. Kazoo itself enforces hardly anything (docs/kazoo.md
// section 25.6).
import 'server-only'
import { Forbidden } from '../errors.ts'
import type { SessionRecord } from '../session/record-doc.ts'
import type { Viewer } from '../session/viewer.ts'
import { VERBS, type CustomerRole, type Role, type Verb } from '../views/viewer.ts'
import type { LocalizedMessage } from '../i18n/message-key.ts'

const EVERYBODY: readonly Role[] = ['owner', 'admin', 'support', 'viewer']
const HELPERS: readonly Role[] = ['owner', 'admin', 'support']
const ADMINS: readonly Role[] = ['owner', 'admin']
const OWNERS: readonly Role[] = ['owner']
const CUSTOMERS: readonly CustomerRole[] = ['accountAdmin', 'accountUser']

/** The given team roles, and the admin of a customer's account. */
const plusAccountAdmin = (roles: readonly Role[]): readonly (Role | CustomerRole)[] => [
  ...roles,
  'accountAdmin',
]

const MAY: Readonly<Record<Verb, readonly (Role | CustomerRole)[]>> = {
  'account.read': plusAccountAdmin(EVERYBODY),
  'account.create': ADMINS,
  'account.edit': ADMINS,
  'device.read': plusAccountAdmin(EVERYBODY),
  'device.create': plusAccountAdmin(HELPERS),
  'device.edit': plusAccountAdmin(HELPERS),
  'device.remove': plusAccountAdmin(ADMINS),
  'device.reboot': plusAccountAdmin(HELPERS),
  'device.reveal': plusAccountAdmin(ADMINS),
  'user.read': plusAccountAdmin(EVERYBODY),
  'user.create': plusAccountAdmin(HELPERS),
  'user.edit': plusAccountAdmin(HELPERS),
  'user.password': plusAccountAdmin(HELPERS),
  'user.remove': plusAccountAdmin(ADMINS),
  'user.role': plusAccountAdmin(ADMINS),
  'connection.read': EVERYBODY,
  'connection.edit': OWNERS,
  'connection.export': OWNERS,
  'connection.remove': OWNERS,
  'connection.signOn': OWNERS,
  'member.list': EVERYBODY,
  'member.invite': ADMINS,
  'member.edit': ADMINS,
  'member.suspend': ADMINS,
  'member.remove': ADMINS,
  'brand.read': EVERYBODY,
  'brand.edit': ADMINS,
  'audit.read': ADMINS,
  'audit.export': ADMINS,
  'audit.revert': ADMINS,
  'audit.settings': OWNERS,
  'domain.read': EVERYBODY,
  'domain.add': OWNERS,
  'domain.edit': OWNERS,
  'domain.remove': OWNERS,
  'profile.edit': EVERYBODY,
  'profile.password': EVERYBODY,
  'profile.factors': EVERYBODY,
  'profile.sessions': EVERYBODY,
  'selfService.read': CUSTOMERS,
  'selfService.forward': CUSTOMERS,
  'selfService.voicemail': CUSTOMERS,
  'selfService.password': CUSTOMERS,
  'impersonation.start': HELPERS,
  'impersonation.change': HELPERS,
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
  if (!MAY[verb].includes(role)) return 'messages.role'
  if (impersonation === null) return null
  if (!verb.startsWith('selfService.') && !MAY[verb].includes(impersonation.role)) return 'messages.role'
  if (CREDENTIALS.has(verb)) return 'messages.impersonation.credentials'
  return impersonation.changes || READ_ONLY.test(verb) ? null : 'messages.impersonation.readOnly'
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
