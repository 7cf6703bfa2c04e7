// What a reseller can do, end to end below the pages: real Redis, real Postgres, the simulated Kazoo.
import { describe } from 'vitest'
import { KAZOO } from '../../testing/kazoo-version.ts'
import { describeAccounts } from '../../testing/specs/reseller/accounts.ts'
import { describeCreating } from '../../testing/specs/reseller/creating-accounts.ts'
import { describeDuplicates } from '../../testing/specs/reseller/duplicates.ts'
import { describeEditing } from '../../testing/specs/reseller/editing-devices.ts'
import { describeDevices } from '../../testing/specs/reseller/devices.ts'
import { describeOddDocuments } from '../../testing/specs/reseller/odd-documents.ts'
import { openReseller } from '../../testing/specs/reseller/reseller.ts'
import { describeSavingAccounts } from '../../testing/specs/reseller/saving-accounts.ts'
import { describeSessions } from '../../testing/specs/reseller/sessions.ts'
import { describeTypedValues } from '../../testing/specs/reseller/typed-values.ts'
import { describeUntouchedFields } from '../../testing/specs/reseller/untouched-fields.ts'

describe(`a reseller on Kazoo ${KAZOO}`, () => {
  const reseller = openReseller(KAZOO)
  describeAccounts(reseller)
  describeCreating(reseller)
  describeSavingAccounts(reseller)
  describeDevices(reseller)
  describeDuplicates(reseller)
  describeEditing(reseller)
  describeTypedValues(reseller)
  describeUntouchedFields(reseller)
  describeSessions(reseller)
  describeOddDocuments(reseller)
})
