// Whom somebody is about to act as: what the page says before it begins.
import 'server-only'
import type { Viewer } from '../../session/viewer.ts'
import type { ActingTarget } from '../../views/acting.ts'
import { impersonatesByKazoo } from '../connection/capabilities.ts'
import { permit, verbsOf } from '../permission.ts'
import { eyesOf } from './eyes.ts'

/** A user or an account, before somebody acts as or in it. @throws Forbidden, NotFound, Unavailable */
export async function findActingTarget(viewer: Viewer, target: string): Promise<ActingTarget> {
  permit(viewer, 'act.begin')
  const [{ user, name, accountName }, native] = await Promise.all([
    eyesOf(viewer, target),
    impersonatesByKazoo(viewer),
  ])
  const mayChange = verbsOf(viewer.session.record).includes('act.change')
  const back = name === null ? (`/accounts/${target}` as const) : (`/users/${target}` as const)
  const by = user === null ? 'portal' : byWhom(native)
  return { target, asWhom: name, account: accountName, mayChange, by, back }
}

function byWhom(native: boolean | null): ActingTarget['by'] {
  if (native === null) return 'unknown'
  return native ? 'kazoo' : 'portal'
}
