// The one place that opens a secret for a person who asked to see it; the verb around it has permitted and
// recorded it.
import 'server-only'
import type { Password } from '../../kazoo/ids.ts'
import { unseal } from '../../sealed.ts'

/** The password in clear, for the reply to one explicit request. */
export function reveal(password: Password): string {
  return unseal(password)
}
