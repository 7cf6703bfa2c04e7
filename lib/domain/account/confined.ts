// Finds the account that a customer's session is confined to, for the navigation.
import 'server-only'
import { withProxyIds } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { ProxyId } from '../../views/ids.ts'
import { verbsOf } from '../permission.ts'

/**
 * The account of a customer's admin, or of the customer who is impersonated; null for everybody else.
 * Sends nothing to Kazoo.
 * @throws SignedOut, Unavailable
 */
export async function confinedTo({ session }: Viewer): Promise<ProxyId<'account'> | null> {
  const { record } = session
  if (record.role !== 'accountAdmin' || !verbsOf(record).includes('account.read')) return null
  return withProxyIds(session, (issue) => issue('account', record.granted))
}
