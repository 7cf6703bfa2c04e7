// The documents of real Kazoos, from the list to a saved change: real Redis, real Postgres, the simulated
// Kazoo.
import { describe } from 'vitest'
import { KAZOO } from '../../testing/kazoo-version.ts'
import { describeRecorded } from '../../testing/specs/recorded/saving.ts'
import { openReseller } from '../../testing/specs/reseller/reseller.ts'

describe(`documents that a real Kazoo ${KAZOO} answered with`, () => {
  describeRecorded(openReseller(KAZOO))
})
