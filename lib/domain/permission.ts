// Who may do what: the one table, because Kazoo hardly enforces anything of its own (crossbar.md section 25.6).
import 'server-only'
import { Forbidden } from '../errors.ts'
import type { Viewer } from '../session/viewer.ts'
import { VERBS, type Role, type Verb } from '../views/viewer.ts'

const EVERYBODY: readonly Role[] = ['owner', 'admin', 'support', 'viewer']
const HELPERS: readonly Role[] = ['owner', 'admin', 'support']
const ADMINS: readonly Role[] = ['owner', 'admin']

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
}

/** Lets the viewer's role through. @throws Forbidden */
export function permit(viewer: Viewer, verb: Verb): void {
  if (!MAY[verb].includes(viewer.session.record.role)) {
    throw new Forbidden('said.role')
  }
}

/** Everything a role may do: for pages, which show no button that would be refused. */
export function verbsOf(role: Role): readonly Verb[] {
  return VERBS.filter((verb) => MAY[verb].includes(role))
}
