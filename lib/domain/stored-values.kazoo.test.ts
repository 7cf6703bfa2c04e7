// Documents that are older and stranger than the forms: nothing that a form does not change is judged or
// sent.
import { describe } from 'vitest'
import { KAZOO } from '../../testing/kazoo-version.ts'
import { describeReplacing } from '../../testing/specs/stored/replacing.ts'
import { openStored } from '../../testing/specs/stored/stored.ts'
import { describeStoredValues } from '../../testing/specs/stored/stored-values.ts'

describe(`stored values on Kazoo ${KAZOO}`, () => {
  const stored = openStored(KAZOO)
  describeStoredValues(stored, KAZOO)
  describeReplacing(stored, KAZOO)
})
