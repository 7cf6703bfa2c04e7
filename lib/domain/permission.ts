// Who may do what: the one table, because Kazoo hardly enforces anything of its own (crossbar.md section 25.6).
import 'server-only'
import { Forbidden } from '../errors.ts'
import type { SessionRecord } from '../session/record-doc.ts'
import type { Viewer } from '../session/viewer.ts'
import { VERBS, type CustomerRole, type Role, type Verb } from '../views/viewer.ts'
import type { Said } from '../words/said.ts'

const EVERYBODY: readonly Role[] = ['owner', 'admin', 'support', 'viewer']
const HELPERS: readonly Role[] = ['owner', 'admin', 'support']
const ADMINS: readonly Role[] = ['owner', 'admin']
const OWNERS: readonly Role[] = ['owner']
const CUSTOMERS: readonly CustomerRole[] = ['accountAdmin', 'accountUser']

/** Those of the team, and the admin of a customer's account within it. */
const and = (roles: readonly Role[]): readonly (Role | CustomerRole)[] => [...roles, 'accountAdmin']

const MAY: Readonly<Record<Verb, readonly (Role | CustomerRole)[]>> = {
  'account.read': and(EVERYBODY),
  'account.create': ADMINS,
  'account.edit': ADMINS,
  'device.read': and(EVERYBODY),
  'device.create': and(HELPERS),
  'device.edit': and(HELPERS),
  'device.remove': and(ADMINS),
  'device.reboot': and(HELPERS),
  'device.reveal': and(ADMINS),
  'user.read': and(EVERYBODY),
  'user.create': and(HELPERS),
  'user.edit': and(HELPERS),
  'user.password': and(HELPERS),
  'user.remove': and(ADMINS),
  'user.role': and(ADMINS),
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
  'audit.undo': ADMINS,
  'audit.settings': OWNERS,
  'domain.read': EVERYBODY,
  'domain.add': OWNERS,
  'domain.edit': OWNERS,
  'domain.remove': OWNERS,
  'profile.edit': EVERYBODY,
  'profile.password': EVERYBODY,
  'profile.factors': EVERYBODY,
  'profile.sessions': EVERYBODY,
  'own.read': CUSTOMERS,
  'own.forward': CUSTOMERS,
  'own.voicemail': CUSTOMERS,
  'own.password': CUSTOMERS,
  'act.begin': HELPERS,
  'act.change': HELPERS,
  'act.end': OWNERS,
}

/** What remains when the trial has ended or nothing is held: to see why, to mend it, to leave, and one's own affairs. */
const REMAINS = /^(connection|profile)\./
/** What only looks: all that may be done with borrowed eyes where no change was asked for. */
const LOOKS = /\.(read|list)$/
/** What nobody does for another: who has a password in hand is that person afterwards. */
const CREDENTIALS: ReadonlySet<Verb> = new Set([
  'own.password',
  'device.reveal',
  'user.create',
  'user.password',
])

/** Lets the viewer through whose role may, unless their trial has ended or nothing connects them. @throws Forbidden */
export function permit(viewer: Viewer, verb: Verb): void {
  const { record } = viewer.session
  const { trialEndsAt, connected, mustChangePassword } = record
  const against = refusalOf(record, verb)
  if (against !== null) throw new Forbidden(against)
  if (mustChangePassword && verb !== 'own.password') throw new Forbidden('said.own.passwordFirst')
  if (REMAINS.test(verb)) return
  if (trialEndsAt !== null && trialEndsAt <= Date.now()) throw new Forbidden('said.trial.ended')
  if (!connected) throw new Forbidden('said.trial.disconnected')
}

/** Of a member with borrowed eyes both must be allowed it: the one they are, but for what is a customer's alone, and the one they act as. */
function refusalOf({ role, acting }: Standing, verb: Verb): Said | null {
  if (!MAY[verb].includes(role)) return 'said.role'
  if (acting === null) return null
  if (!verb.startsWith('own.') && !MAY[verb].includes(acting.role)) return 'said.role'
  if (CREDENTIALS.has(verb)) return 'said.acting.credentials'
  return acting.changes || LOOKS.test(verb) ? null : 'said.acting.readOnly'
}

/** What of a session decides what it may. */
export type Standing = Pick<SessionRecord, 'role' | 'acting'>

/** Nobody sets a password, a PIN or a key while acting as another. @throws Forbidden */
export function refuseSecrets({ session }: Viewer): void {
  if (session.record.acting !== null) throw new Forbidden('said.acting.credentials')
}

/** Everything that somebody may: for pages, which show no button that would be refused. */
export function verbsOf(standing: Standing): readonly Verb[] {
  return VERBS.filter((verb) => refusalOf(standing, verb) === null)
}
