// Authenticates a customer against their own Kazoo, within the account of the tenant.
import 'server-only'
import { kazooForbids, NotFound, Rejected, Unavailable } from '../../errors.ts'
import { findAccount, type AccountDoc } from '../../kazoo/accounts.ts'
import type { Authenticated } from '../../kazoo/auth.ts'
import type { ApiToken, KazooId, Password, UserRef } from '../../kazoo/ids.ts'
import { findUser, type UserDoc } from '../../kazoo/users.ts'
import { isSameRealm } from '../../views/realm.ts'
import { ancestorsWithin, type Grant } from '../grant.ts'
import { accountSelectorsOf, accountTyped, selectorOf, usernamesOf } from './resolve-account.ts'
import { kazooSignIn } from './kazoo-sign-in.ts'
import type { OpenSite } from './open-site.ts'
import { tenantGrant } from './tenant-grant.ts'

/**
 * The input of the form. `account` is ignored on a domain that serves one account, and may be blank where
 * `username` is `user@realm`.
 */
export type CustomerSignInInput = { account: string; username: string; password: Password }

/** An authenticated customer, with their own token. */
export type AuthenticatedCustomer = { ref: UserRef; doc: UserDoc; token: ApiToken }

/**
 * Null for whatever reason: unknown account or user, wrong password, a disabled account or user, or an
 * account of another tenant.
 * @throws Rejected where a second factor is required, or the tenant's own credentials fail; Unavailable
 */
export async function prove(
  open: OpenSite,
  typed: CustomerSignInInput,
  reference: string,
): Promise<AuthenticatedCustomer | null> {
  const { site, tenant } = open
  const grantNow = () => closedIfRefused(tenantGrant(tenant, reference))
  // A domain for one account needs the tenant's own access to know the realm; elsewhere only who is proved.
  const own = site.account === null ? null : await grantNow()
  const accounts =
    site.account === null || own === null
      ? accountSelectorsOf(accountTyped(typed))
      : [selectorOf(await accountOf(own, site.account))]
  for (const { username, realm } of usernamesOf(typed.username)) {
    for (const account of accounts) {
      const claimed = await kazooSignIn(open, { account, username, password: typed.password }, reference)
      if (claimed === null) continue
      const grant = own ?? (await grantNow())
      const found = await findWithin(open, grant, claimed)
      if (found === null) continue
      if (realm === null || isSameRealm((await accountOf(grant, claimed.account)).realm, realm)) return found
    }
  }
  return null
}

function accountOf({ kazoo }: Grant, account: KazooId<'account'>): Promise<AccountDoc> {
  return closedIfRefused(findAccount(kazoo, account))
}

/**
 * Proves that an account and its user belong to this tenant and this domain. Returns null when they do not.
 * @throws Rejected, Unavailable
 */
export async function findWithin(
  { site }: OpenSite,
  grant: Grant,
  { account, user, token }: Pick<Authenticated, 'account' | 'user' | 'token'>,
): Promise<AuthenticatedCustomer | null> {
  if (user === null || (site.account !== null && !site.account.equals(account))) return null
  const ref = { account, user }
  try {
    const [doc] = await closedIfRefused(
      Promise.all([findUser(grant.kazoo, ref), ancestorsWithin(grant, account)]),
    )
    return doc.enabled ? { ref, doc, token } : null
  } catch (error) {
    if (error instanceof NotFound || kazooForbids(error)) return null
    throw error
  }
}

/** Reports failing tenant credentials to a customer in the same way as a disconnected provider. */
export async function closedIfRefused<T>(call: Promise<T>): Promise<T> {
  try {
    return await call
  } catch (error) {
    const refused = error instanceof Unavailable && error.reason === 'refused'
    throw refused ? new Rejected({}, 'messages.customer.closed') : error
  }
}
