// The tenant is a reseller below the master account, as nearly all are: Kazoo refuses, and our own right is
// narrowed.
import { openWorld } from '../../../testing/world.ts'
import { describeImpersonation } from '../../../testing/specs/impersonation.ts'

describeImpersonation(false, async () => {
  const { simulator, tenant, viewer, close } = await openWorld('5.0')
  return { simulator, tenant: tenant.id, viewer, close }
})
