// For tests alone: what a reseller does for people, end to end below the pages: real Redis, real Postgres, the simulated Kazoo.
import type { KazooVersion } from '../../../scripts/services/simulator.ts'
import { describeAccess } from './test-access.ts'
import { describeBelongings } from './test-belongings.ts'
import { describeRefusedEdits } from './test-edit-refused.ts'
import { describeEditing } from './test-editing.ts'
import { describeGuards } from './test-guards.ts'
import { describeLeaving } from './test-leaving.ts'
import { describeListing } from './test-listing.ts'
import { describeMaking } from './test-making.ts'
import { openPeople } from './test-people.ts'

/** Everything a reseller does for people, on one version of Kazoo: a process has one environment, so each version has a file of its own. */
export function sharedSpecs(kazoo: KazooVersion): void {
  const people = openPeople(kazoo)
  describeMaking(people)
  describeEditing(people)
  describeRefusedEdits(people)
  describeAccess(people)
  describeBelongings(people)
  describeLeaving(people)
  describeGuards(people)
  describeListing(people)
}
