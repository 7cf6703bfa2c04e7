// The secret that an identity's tokens depend on: when it changes, they are invalid.
import { text } from '../json.ts'
import type { Simulator } from '../simulator.ts'

/**
 * The secret behind an identity's tokens. A deleted user keeps it (the tokens stay valid), a changed
 * password makes a new one.
 */
export function secretOf(sim: Simulator, accountId: string, ownerId: string | undefined): string | undefined {
  const account = sim.store.account(accountId)
  if (!account) return undefined
  if (ownerId === undefined) return text(account, 'pvt_signature_secret') ?? accountId
  const user = sim.store.database(accountId).get(ownerId)
  return user && (text(user, 'pvt_signature_secret') ?? ownerId)
}
