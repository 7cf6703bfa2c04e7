// For tests alone: customers on one version of Kazoo; a process has one environment, so each version has a file of its own.
// First of all: it prepares what Next needs.
import { openCustomers } from './test-customers.ts'
import type { KazooVersion } from '../../../scripts/services/simulator.ts'
import { describeImpersonatingCustomers } from './test-acting-for.ts'
import { describeAskingRecovery } from './test-asking-recovery.ts'
import { describeForeignIds } from './test-foreign-ids.ts'
import { describeOwnThings } from './test-own-things.ts'
import { describeRecovering } from './test-recovering.ts'
import { describeRefusing } from './test-refusing.ts'
import { describeRenewing } from './test-renewing.ts'
import { describeSigningIn } from './test-signing-in.ts'

/** Everything a customer can do, and what none of them can. */
export function sharedSpecs(kazoo: KazooVersion): void {
  const customers = openCustomers(kazoo)
  describeSigningIn(customers)
  describeRefusing(customers)
  describeOwnThings(customers)
  describeForeignIds(customers)
  describeImpersonatingCustomers(customers)
  describeRenewing(customers)
  describeAskingRecovery(customers)
  describeRecovering(customers)
}
