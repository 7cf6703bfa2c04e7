// Who may do what: the one table, because Kazoo hardly enforces anything of its own (docs/kazoo.md section
// 25.6).
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

/** Those of the team, and the admin of a customer's account within it. */
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

/**
 * What remains when the trial has ended or nothing is held: to see why, to mend it, to leave, and one's own
 * affairs.
 */
const ALLOWED_WHEN_CLOSED = /^(connection|profile)\./
/** What only looks: all that may be done with impersonation where no change was asked for. */
const READ_ONLY = /\.(read|list)$/
/** What nobody does for another: who has a password in hand is that person afterwards. */
const CREDENTIALS: ReadonlySet<Verb> = new Set([
  'selfService.password',
  'device.reveal',
  'user.create',
  'user.password',
])

/**
 * Lets the viewer through whose role may, unless their trial has ended or nothing connects them. @throws
 * Forbidden
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
 * Of a member with impersonation both must be allowed it: the one they are, but for what is a customer's
 * alone, and the one they act as.
 */
function refusalOf({ role, impersonation }: SessionRights, verb: Verb): LocalizedMessage | null {
  if (!MAY[verb].includes(role)) return 'messages.role'
  if (impersonation === null) return null
  if (!verb.startsWith('selfService.') && !MAY[verb].includes(impersonation.role)) return 'messages.role'
  if (CREDENTIALS.has(verb)) return 'messages.impersonation.credentials'
  return impersonation.changes || READ_ONLY.test(verb) ? null : 'messages.impersonation.readOnly'
}

/** What of a session decides what it may. */
export type SessionRights = Pick<SessionRecord, 'role' | 'impersonation'>

/** Nobody sets a password, a PIN or a key while impersonating. @throws Forbidden */
export function refuseSecrets({ session }: Viewer): void {
  if (session.record.impersonation !== null) throw new Forbidden('messages.impersonation.credentials')
}

/** Everything that somebody may: for pages, which show no button that would be refused. */
export function verbsOf(rights: SessionRights): readonly Verb[] {
  return VERBS.filter((verb) => refusalOf(rights, verb) === null)
}
