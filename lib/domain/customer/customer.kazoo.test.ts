// All that a customer can do, and what no customer can do. Imported first, because it prepares what Next
// needs.
import { openCustomers } from '../../../testing/specs/customer/customers.ts'
import { describe } from 'vitest'
import { KAZOO } from '../../../testing/kazoo-version.ts'
import { describeAskingRecovery } from '../../../testing/specs/customer/asking-recovery.ts'
import { describeForeignIds } from '../../../testing/specs/customer/foreign-ids.ts'
import { describeImpersonatingCustomers } from '../../../testing/specs/customer/impersonating-customers.ts'
import { describeSelfService } from '../../../testing/specs/customer/self-service.ts'
import { describeRecovering } from '../../../testing/specs/customer/recovering.ts'
import { describeRefusing } from '../../../testing/specs/customer/refusing.ts'
import { describeRenewing } from '../../../testing/specs/customer/renewing.ts'
import { describeSigningIn } from '../../../testing/specs/customer/signing-in.ts'
import { describeTypingUsernames } from '../../../testing/specs/customer/typing-usernames.ts'

describe(`customers on Kazoo ${KAZOO}`, () => {
  const customers = openCustomers(KAZOO)
  describeSigningIn(customers)
  describeRefusing(customers)
  describeSelfService(customers)
  describeForeignIds(customers)
  describeImpersonatingCustomers(customers)
  describeRenewing(customers)
  describeAskingRecovery(customers)
  describeRecovering(customers)
  describeTypingUsernames(customers)
})
