// Whether somebody is the customer they say they are: by their own Kazoo, and within the account of the
// tenant that asks.
import 'server-only'
import { kazooForbids, NotFound, Rejected, Unavailable } from '../../errors.ts'
import { findAccount } from '../../kazoo/accounts.ts'
import type { Authenticated } from '../../kazoo/auth.ts'
import type { ApiToken, Password, UserRef } from '../../kazoo/ids.ts'
import { findUser, type UserDoc } from '../../kazoo/users.ts'
import { ancestorsWithin, type Grant } from '../grant.ts'
import { accountTyped } from './resolve-account.ts'
import { kazooSignIn } from './kazoo-sign-in.ts'
import type { OpenSite } from './open-site.ts'
import { tenantGrant } from './tenant-grant.ts'

/** What somebody types. `account` does not count on a domain that is for one account. */
export type Typed = { account: string; username: string; password: Password }

/** Somebody who is who they say: with a token of theirs. */
export type Proved = { ref: UserRef; doc: UserDoc; token: ApiToken }

/**
 * Null when they are not, whatever is wrong: there is no such account or user, another password, somebody or
 * something is disabled, or it is not an account of this tenant. @throws Rejected where a second factor is
 * asked for, or the tenant's own credentials open nothing; Unavailable
 */
export async function prove(open: OpenSite, typed: Typed, reference: string): Promise<Proved | null> {
  const { site, tenant } = open
  if (site.account === null) {
    const claimed = await kazooSignIn(open, { ...typed, account: accountTyped(typed.account) }, reference)
    return claimed && within(open, await closedUnless(tenantGrant(tenant, reference)), claimed)
  }
  const grant = await closedUnless(tenantGrant(tenant, reference))
  const { realm } = await closedUnless(findAccount(grant.kazoo, site.account))
  const claimed = await kazooSignIn(open, { ...typed, account: { realm } }, reference)
  return claimed && within(open, grant, claimed)
}

/**
 * That an account and a user of it are this tenant's, and this domain's. Null when not. @throws Rejected,
 * Unavailable
 */
export async function within(
  { site }: OpenSite,
  grant: Grant,
  { account, user, token }: Pick<Authenticated, 'account' | 'user' | 'token'>,
): Promise<Proved | null> {
  if (user === null || (site.account !== null && !site.account.equals(account))) return null
  const ref = { account, user }
  try {
    const [doc] = await closedUnless(
      Promise.all([findUser(grant.kazoo, ref), ancestorsWithin(grant, account)]),
    )
    return doc.enabled ? { ref, doc, token } : null
  } catch (error) {
    if (error instanceof NotFound || kazooForbids(error)) return null
    throw error
  }
}

/**
 * To a customer it is all one whether their provider is disconnected, or its credentials are worth nothing
 * any more.
 */
export async function closedUnless<T>(call: Promise<T>): Promise<T> {
  try {
    return await call
  } catch (error) {
    const refused = error instanceof Unavailable && error.reason === 'refused'
    throw refused ? new Rejected({}, 'messages.customer.closed') : error
  }
}
