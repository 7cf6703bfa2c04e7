// Whom somebody is about to act as: what the page says before it begins.
import 'server-only'
import type { Viewer } from '../../session/viewer.ts'
import type { ActingTarget } from '../../views/acting.ts'
import { permit, verbsOf } from '../permission.ts'
import { eyesOf } from './eyes.ts'

/** A user or an account, before somebody acts as or in it. @throws Forbidden, NotFound, Unavailable */
export async function findActingTarget(viewer: Viewer, target: string): Promise<ActingTarget> {
  permit(viewer, 'act.begin')
  const { name, accountName } = await eyesOf(viewer, target)
  const mayChange = verbsOf(viewer.session.record).includes('act.change')
  const back = name === null ? (`/accounts/${target}` as const) : (`/users/${target}` as const)
  return { target, asWhom: name, account: accountName, mayChange, back }
}
