// Everything a reseller does for users, end to end below the pages: real Redis, real Postgres, the simulated Kazoo.
import { describe } from 'vitest'
import { KAZOO } from '../../../testing/kazoo-version.ts'
import { describeAccess } from '../../../testing/specs/user/access.ts'
import { describeBelongings } from '../../../testing/specs/user/belongings.ts'
import { describeEditing } from '../../../testing/specs/user/editing-users.ts'
import { describeGuards } from '../../../testing/specs/user/guards.ts'
import { describeLeaving } from '../../../testing/specs/user/leaving.ts'
import { describeListing } from '../../../testing/specs/user/listing.ts'
import { describeMaking } from '../../../testing/specs/user/making-users.ts'
import { openPeople } from '../../../testing/specs/user/people.ts'
import { describeRefusedEdits } from '../../../testing/specs/user/refused-edits.ts'

describe(`users on Kazoo ${KAZOO}`, () => {
  const people = openPeople(KAZOO)
  describeMaking(people)
  describeEditing(people)
  describeRefusedEdits(people)
  describeAccess(people)
  describeBelongings(people)
  describeLeaving(people)
  describeGuards(people)
  describeListing(people)
})
