// For tests alone: what a reseller does for people, end to end below the pages: real Redis, real Postgres, the simulated Kazoo.
import type { KazooVersion } from '../../../scripts/services/simulator.ts'
import { storiesOfAccess } from './test-access.ts'
import { storiesOfBelongings } from './test-belongings.ts'
import { storiesOfRefusedEdits } from './test-edit-refused.ts'
import { storiesOfEditing } from './test-editing.ts'
import { storiesOfGuards } from './test-guards.ts'
import { storiesOfLeaving } from './test-leaving.ts'
import { storiesOfListing } from './test-listing.ts'
import { storiesOfMaking } from './test-making.ts'
import { openPeople } from './test-people.ts'

/** Everything a reseller does for people, on one version of Kazoo: a process has one environment, so each version has a file of its own. */
export function stories(kazoo: KazooVersion): void {
  const people = openPeople(kazoo)
  storiesOfMaking(people)
  storiesOfEditing(people)
  storiesOfRefusedEdits(people)
  storiesOfAccess(people)
  storiesOfBelongings(people)
  storiesOfLeaving(people)
  storiesOfGuards(people)
  storiesOfListing(people)
}
