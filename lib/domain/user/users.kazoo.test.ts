// Everything a reseller does for users, end to end below the pages: real Redis, real Postgres, the simulated
// Kazoo.
import { describe } from 'vitest'
import { KAZOO } from '../../../testing/kazoo-version.ts'
import { describeAccess } from '../../../testing/specs/user/access.ts'
import { describeOwnedResources } from '../../../testing/specs/user/owned-resources.ts'
import { describeDuplicates } from '../../../testing/specs/user/duplicates.ts'
import { describeEditing } from '../../../testing/specs/user/editing-users.ts'
import { describeGuards } from '../../../testing/specs/user/guards.ts'
import { describeRemovingUsers } from '../../../testing/specs/user/removing-users.ts'
import { describeListingUsers } from '../../../testing/specs/user/listing-users.ts'
import { describeCreatingUsers } from '../../../testing/specs/user/creating-users.ts'
import { openUsers } from '../../../testing/specs/user/users.ts'
import { describeRefusedEdits } from '../../../testing/specs/user/refused-edits.ts'

describe(`users on Kazoo ${KAZOO}`, () => {
  const people = openUsers(KAZOO)
  describeCreatingUsers(people)
  describeEditing(people)
  describeRefusedEdits(people)
  describeDuplicates(people)
  describeAccess(people)
  describeOwnedResources(people)
  describeRemovingUsers(people)
  describeGuards(people)
  describeListingUsers(people)
})
