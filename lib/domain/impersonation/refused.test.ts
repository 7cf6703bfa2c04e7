// The tenant is a reseller below the master account, as most are: Kazoo refuses, and the portal narrows its
// own grant.
import { openWorld } from '../../../testing/world.ts'
import { describeImpersonation } from '../../../testing/specs/impersonation.ts'

describeImpersonation(false, async () => {
  const { simulator, tenant, viewer, close } = await openWorld('5.0')
  return { simulator, tenant: tenant.id, viewer, close }
})
