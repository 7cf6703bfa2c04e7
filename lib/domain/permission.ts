// Who may do what: the one table, because Kazoo hardly enforces anything of its own (crossbar.md section 25.6).
import 'server-only'
import { Forbidden } from '../errors.ts'
import type { Viewer } from '../session/viewer.ts'
import { VERBS, type Role, type Verb } from '../views/viewer.ts'

const EVERYBODY: readonly Role[] = ['owner', 'admin', 'support', 'viewer']
const HELPERS: readonly Role[] = ['owner', 'admin', 'support']
const ADMINS: readonly Role[] = ['owner', 'admin']
const OWNERS: readonly Role[] = ['owner']

const MAY: Readonly<Record<Verb, readonly Role[]>> = {
  'account.read': EVERYBODY,
  'account.create': ADMINS,
  'account.edit': ADMINS,
  'device.read': EVERYBODY,
  'device.create': HELPERS,
  'device.edit': HELPERS,
  'device.remove': ADMINS,
  'device.reboot': HELPERS,
  'device.reveal': ADMINS,
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
  'profile.edit': EVERYBODY,
  'profile.password': EVERYBODY,
  'profile.factors': EVERYBODY,
  'profile.sessions': EVERYBODY,
}

/** What remains when the trial has ended or nothing is held: to see why, to mend it, to leave, and one's own affairs. */
const REMAINS = /^(connection|profile)\./

/** Lets the viewer through whose role may, unless their trial has ended or nothing connects them. @throws Forbidden */
export function permit(viewer: Viewer, verb: Verb): void {
  const { role, trialEndsAt, connected } = viewer.session.record
  if (!MAY[verb].includes(role)) throw new Forbidden('said.role')
  if (REMAINS.test(verb)) return
  if (trialEndsAt !== null && trialEndsAt <= Date.now()) throw new Forbidden('said.trial.ended')
  if (!connected) throw new Forbidden('said.trial.disconnected')
}

/** Everything a role may do: for pages, which show no button that would be refused. */
export function verbsOf(role: Role): readonly Verb[] {
  return VERBS.filter((verb) => MAY[verb].includes(role))
}
