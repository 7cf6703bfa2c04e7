// Finds the target of an impersonation for the page that confirms it.
import 'server-only'
import type { Viewer } from '../../session/viewer.ts'
import type { ImpersonationTarget } from '../../views/impersonation.ts'
import { impersonatesByKazoo } from '../connection/capabilities.ts'
import { permit, verbsOf } from '../permission.ts'
import { resolveTarget } from './resolve-target.ts'

/**
 * The user or account to be impersonated.
 * @throws Forbidden, NotFound, Unavailable
 */
export async function findImpersonationTarget(viewer: Viewer, target: string): Promise<ImpersonationTarget> {
  permit(viewer, 'impersonation.start')
  const [{ user, name, accountName }, native] = await Promise.all([
    resolveTarget(viewer, target),
    impersonatesByKazoo(viewer),
  ])
  const mayChange = verbsOf(viewer.session.record).includes('impersonation.change')
  const back = name === null ? (`/accounts/${target}` as const) : (`/users/${target}` as const)
  const by = user === null ? 'portal' : byWhom(native)
  return { target, targetName: name, account: accountName, mayChange, by, back }
}

function byWhom(native: boolean | null): ImpersonationTarget['by'] {
  if (native === null) return 'unknown'
  return native ? 'kazoo' : 'portal'
}
