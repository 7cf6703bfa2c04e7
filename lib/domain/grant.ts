// Opens a viewer's way to Kazoo: the client that works under their grant, and the account they may not leave.
import 'server-only'
import { NotFound, Unavailable } from '../errors.ts'
import { ancestorsOf, type AncestorDoc } from '../kazoo/accounts.ts'
import { authenticate } from '../kazoo/auth.ts'
import { Kazoo } from '../kazoo/client.ts'
import type { ApiToken, KazooId } from '../kazoo/ids.ts'
import { crossbarOrigin } from '../kazoo/origin.ts'
import { log } from '../log.ts'
import type { SessionRecord } from '../session/record.ts'
import { renewToken } from '../session/token.ts'
import type { Viewer } from '../session/viewer.ts'
import { credentialsOf, noteCredentialsFailed, noteCredentialsWorked } from '../store/credentials.ts'

/** The right under which a verb works: a client of Kazoo, and the account the tenant was granted. */
export type Grant = { readonly kazoo: Kazoo; readonly granted: KazooId<'account'> }

/** The grant of the viewer. Only verbs of the domain ask for it, after `permit`. */
export function grantOf(viewer: Viewer): Grant {
  const { digest, record, token } = viewer.session
  const { reference } = viewer.request
  const kazoo = new Kazoo({
    origin: crossbarOrigin(record.origin),
    token,
    reference,
    renew: (stale) => renewToken(digest, stale, () => reauthenticate(record, reference)),
  })
  return { kazoo, granted: record.granted }
}

async function reauthenticate(
  { tenant, origin, granted }: SessionRecord,
  reference: string,
): Promise<ApiToken> {
  const credentials = await credentialsOf(tenant)
  try {
    const { token, account } = await authenticate(crossbarOrigin(origin), credentials, reference)
    // Credentials that now open another account open nothing (security.md row 9).
    if (!account.equals(granted)) throw new Unavailable('kazoo', 'refused')
    log.info('kazoo token renewed', { tenant, reference })
    await noteCredentialsWorked(tenant)
    return token
  } catch (error) {
    if (error instanceof Unavailable && error.neighbour === 'kazoo')
      await noteCredentialsFailed(tenant, error.trouble)
    throw error
  }
}

/**
 * The accounts above `account`, from the granted one down to its parent; none for the granted account itself. It proves, by what Kazoo
 * says now, that the account is at or below the granted one (security.md row 4). @throws NotFound when it is not.
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
