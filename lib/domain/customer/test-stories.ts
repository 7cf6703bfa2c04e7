// For tests alone: customers on one version of Kazoo; a process has one environment, so each version has a file of its own.
// First of all: it prepares what Next needs.
import { openCustomers } from './test-customers.ts'
import type { KazooVersion } from '../../../scripts/services/simulator.ts'
import { storiesOfActingFor } from './test-acting-for.ts'
import { storiesOfAskingRecovery } from './test-asking-recovery.ts'
import { storiesOfForeignIds } from './test-foreign-ids.ts'
import { storiesOfOwnThings } from './test-own-things.ts'
import { storiesOfRecovering } from './test-recovering.ts'
import { storiesOfRefusing } from './test-refusing.ts'
import { storiesOfRenewing } from './test-renewing.ts'
import { storiesOfSigningIn } from './test-signing-in.ts'

/** Everything a customer can do, and what none of them can. */
export function stories(kazoo: KazooVersion): void {
  const customers = openCustomers(kazoo)
  storiesOfSigningIn(customers)
  storiesOfRefusing(customers)
  storiesOfOwnThings(customers)
  storiesOfForeignIds(customers)
  storiesOfActingFor(customers)
  storiesOfRenewing(customers)
  storiesOfAskingRecovery(customers)
  storiesOfRecovering(customers)
}
