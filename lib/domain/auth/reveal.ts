// Unseals a secret for a viewer who asked to see it. The calling verb has checked the permission and recorded
// the event.
import 'server-only'
import type { Password } from '../../kazoo/ids.ts'
import { unseal } from '../../sealed.ts'

/** The password in clear text, for the response to one explicit request. */
export function reveal(password: Password): string {
  return unseal(password)
}
