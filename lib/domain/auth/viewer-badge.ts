// Presents the viewer to the browser.
import 'server-only'
import { env } from '../../env.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { ViewerBadge } from '../../views/viewer.ts'
import { verbsOf } from '../permission.ts'

/** Name, role, tenant, permitted verbs, and the impersonation with its end. */
export function badgeOf({ session: { record }, base }: Viewer): ViewerBadge {
  const { name, email, role, tenantName, impersonation, endsAt } = record
  const secondsLeft = Math.max(Math.floor((endsAt - Date.now()) / 1000), 0)
  const current = impersonation && {
    targetName: impersonation.targetName,
    account: impersonation.account,
    reason: impersonation.reason,
    changes: impersonation.changes,
    native: impersonation.native,
    secondsLeft,
  }
  return {
    name,
    email,
    role,
    tenant: tenantName,
    base,
    help: env().helpUrl,
    impersonation: current,
    may: verbsOf(record),
  }
}
