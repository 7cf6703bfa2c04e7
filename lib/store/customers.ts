// Derives the portal's id of a customer user from tenant, account and user; it leads back to none of them.
import 'server-only'
import type { Sealed } from '../sealed.ts'
import { database } from './database.ts'
import { digestKey } from './digest-key.ts'
import { digest } from './envelope.ts'

type User = { account: Sealed<'kazoo account'>; user: Sealed<'kazoo user'> }

/**
 * A uuid (RFC 9562, version 8) that is the same for the same user for as long as the database exists.
 * @throws Unavailable
 */
export async function customerId(tenant: string, { account, user }: User): Promise<string> {
  const hex = digest(await digestKey(database()), `customer of ${tenant}`, account, user)
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16)
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`]
  return [...parts, variant + hex.slice(17, 20), hex.slice(20, 32)].join('-')
}
