// Credentials are tried before they are kept: they must open the very account that the tenant was granted (security.md row 9).
import 'server-only'
import { Rejected, Unavailable } from '../../errors.ts'
import { authenticate, type Authenticated } from '../../kazoo/auth.ts'
import { crossbarOrigin } from '../../kazoo/origin.ts'
import type { Credentials } from '../../store/credentials.ts'
import type { TenantRecord } from '../../store/tenants.ts'
import type { LocalizedMessage } from '../../i18n/message-key.ts'

/**
 * Signs in to the tenant's Kazoo with credentials that are not held yet. @throws Rejected at `field` when they are refused, or open
 * another account; Unavailable when Kazoo cannot say
 */
export async function testCredentials(
  tenant: Pick<TenantRecord, 'account' | 'crossbarOrigin'>,
  credentials: Credentials,
  field: 'token' | 'key',
  reference: string,
): Promise<Authenticated> {
  const refuse = (message: LocalizedMessage) => new Rejected({ [field]: message }, message)
  const opened = await authenticate(crossbarOrigin(tenant.crossbarOrigin), credentials, reference).catch(
    (error: unknown) => {
      if (error instanceof Unavailable && error.reason === 'refused') throw refuse('messages.connection.refused')
      throw error
    },
  )
  if (!opened.account.equals(tenant.account)) throw refuse('messages.connection.foreign')
  return opened
}
