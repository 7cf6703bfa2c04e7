// The viewer as a browser may see them.
import 'server-only'
import type { Viewer } from '../session/viewer.ts'
import type { ViewerBadge } from '../views/viewer.ts'
import { verbsOf } from './permission.ts'

/** Name, role, tenant, and what the role may do. */
export function badgeOf({ session: { record } }: Viewer): ViewerBadge {
  const { name, email, role, tenantName } = record
  return { name, email, role, tenant: tenantName, may: verbsOf(role) }
}
