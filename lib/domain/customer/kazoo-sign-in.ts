// Exchanges username and password for a token of the tenant's Kazoo, with whichever hash it takes.
import 'server-only'
import { Rejected, Unavailable } from '../../errors.ts'
import { authenticate, credentialsToken, type AccountSelector, type Authenticated } from '../../kazoo/auth.ts'
import type { Password } from '../../kazoo/ids.ts'
import { crossbarOrigin } from '../../kazoo/origin.ts'
import { RefusedAccount } from '../../kazoo/refusal.ts'
import type { Credentials } from '../../store/credentials.ts'
import type { TenantRecord } from '../../store/tenants.ts'

/** The tenant whose Kazoo is asked, with its stored credentials. */
export type Provider = { tenant: TenantRecord; credentials: Credentials }
export type Claim = { account: AccountSelector; username: string; password: Password }

/**
 * Null: Kazoo refuses them. Kazoo stores both hashes of a password; the tenant's own credentials show which
 * one it takes, unless they are an API key.
 * @throws Rejected where Kazoo asks for a second factor; Unavailable
 */
export async function kazooSignIn(
  { tenant, credentials }: Provider,
  { account, username, password }: Claim,
  reference: string,
): Promise<Authenticated | null> {
  const origin = crossbarOrigin(tenant.crossbarOrigin)
  const methods = credentials.kind === 'user' ? [credentials.method] : (['md5', 'sha'] as const)
  for (const method of methods) {
    const token = credentialsToken(username, password, method)
    try {
      return await authenticate(origin, { kind: 'user', account, method, token }, reference)
    } catch (error) {
      if (error instanceof RefusedAccount && error.accountState === 'second factor')
        throw new Rejected({}, 'messages.customer.secondFactor')
      if (!(error instanceof Unavailable) || error.reason !== 'refused') throw error
    }
  }
  return null
}
