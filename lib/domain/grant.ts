// Creates the Kazoo client of a viewer, and confines it to the granted account.
import 'server-only'
import { ImpersonationEnded, NotFound, SignedOut, Unavailable } from '../errors.ts'
import { ancestorsOf, type AncestorDoc } from '../kazoo/accounts.ts'
import { authenticate, refreshToken } from '../kazoo/auth.ts'
import { Kazoo } from '../kazoo/client.ts'
import type { ApiToken, KazooId } from '../kazoo/ids.ts'
import { crossbarOrigin, type CrossbarOrigin } from '../kazoo/origin.ts'
import { log } from '../log.ts'
import type { SessionRecord } from '../session/record-doc.ts'
import { renewToken } from '../session/token.ts'
import type { Viewer } from '../session/viewer.ts'
import { credentialsOf, recordCredentialsFailure, recordCredentialsSuccess } from '../store/credentials.ts'
import { findTenant } from '../store/tenants.ts'

/** A Kazoo client, and the account that it must not leave. */
export type Grant = { readonly kazoo: Kazoo; readonly granted: KazooId<'account'> }

/**
 * In ms: half of a token's hour, after which a token is exchanged where no stored credentials can replace it.
 * Sessions stay idle for less.
 */
const HALF_LIFE = 25 * 60_000

/** The grant of the viewer. Only domain functions call it, after `permit`. */
export function grantOf(viewer: Viewer): Grant {
  const { digest, record, token, tokenAt } = viewer.session
  const { reference } = viewer.request
  const origin = crossbarOrigin(record.origin)
  const kazoo = new Kazoo({
    origin,
    token,
    reference,
    impersonated: record.impersonation !== null,
    ...(viewer.deadline && { signal: viewer.deadline.signal, timeoutMs: viewer.deadline.ms }),
    renewFirst: record.renewedBy === 'token' && Date.now() - tokenAt > HALF_LIFE,
    renew: (stale) =>
      renewToken(digest, stale, () => replacementToken(record, { origin, token: stale, tokenAt, reference })),
  })
  return { kazoo, granted: record.granted }
}

type CurrentToken = { origin: CrossbarOrigin; token: ApiToken; tokenAt: number; reference: string }

/**
 * A new token for one that is old or was refused.
 * @throws SignedOut, ImpersonationEnded where there is none
 */
async function replacementToken(record: SessionRecord, current: CurrentToken): Promise<ApiToken> {
  if (record.renewedBy === 'nobody') throw new ImpersonationEnded()
  return record.renewedBy === 'tenant'
    ? tenantToken(record.tenant, current.reference)
    : exchangeToken(current)
}

async function exchangeToken(current: CurrentToken): Promise<ApiToken> {
  try {
    return await refreshToken(current)
  } catch (error) {
    // The token has expired, or Kazoo has revoked it: the customer's password changed, or the user is gone.
    if (error instanceof Unavailable && error.reason === 'refused') throw new SignedOut()
    throw error
  }
}

/**
 * A token from the tenant's stored credentials. Records whether they worked.
 * @throws NotFound without credentials; Unavailable, with `refused` also for credentials that now open
 * another account (docs/security.md row 9)
 */
export async function tenantToken(tenant: string, reference: string): Promise<ApiToken> {
  const [credentials, record] = await Promise.all([credentialsOf(tenant), findTenant(tenant)])
  if (record === null) throw new NotFound()
  try {
    const { token, account } = await authenticate(
      crossbarOrigin(record.crossbarOrigin),
      credentials,
      reference,
    )
    if (!account.equals(record.account)) throw new Unavailable('kazoo', 'refused')
    log.info('kazoo token renewed', { tenant, reference })
    await recordCredentialsSuccess(tenant)
    return token
  } catch (error) {
    if (error instanceof Unavailable && error.dependency === 'kazoo')
      await recordCredentialsFailure(tenant, error.reason)
    throw error
  }
}

/**
 * The accounts above `account`, from the granted one down to its parent; none for the granted account itself.
 * Proves, by Kazoo's current answer, that the account is at or below the granted one (docs/security.md row
 * 4).
 * @throws NotFound when it is not; Unavailable
 */
export async function ancestorsWithin(
  { kazoo, granted }: Grant,
  account: KazooId<'account'>,
): Promise<AncestorDoc[]> {
  if (account.equals(granted)) return []
  const ancestors = await ancestorsOf(kazoo, account)
  const top = ancestors.findIndex(({ id }) => id.equals(granted))
  if (top < 0) throw new NotFound()
  return ancestors.slice(top)
}
