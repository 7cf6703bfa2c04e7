// Goes live: the account's API key replaces the trial's credentials, which are destroyed. Nothing else
// changes.
import 'server-only'
import { kazooForbids, NotFound, Rejected } from '../../errors.ts'
import { findApiKey } from '../../kazoo/accounts.ts'
import type { ApiKey } from '../../kazoo/ids.ts'
import { throttledProof } from '../../session/throttle.ts'
import type { Viewer } from '../../session/viewer.ts'
import { recorded } from '../audit/record.ts'
import { grantOf } from '../grant.ts'
import { requireFresh } from '../member/require-step-up.ts'
import { permit } from '../permission.ts'
import { credentialsOrNull, tenantOf } from './credentials.ts'
import { storeCredentials } from './credentials.ts'
import { testCredentials } from './credentials.ts'

/**
 * Goes live with a pasted key, or (null) with the one that Kazoo returns to the trial's credentials. The key
 * is tested first, and stored only if it opens the granted account.
 * @throws Rejected at `key`; StepUpNeeded; Forbidden; Unavailable
 */
export async function goLive(viewer: Viewer, pasted: ApiKey | null): Promise<void> {
  permit(viewer, 'connection.edit')
  requireFresh(viewer)
  const tenant = await tenantOf(viewer)
  const stored = await credentialsOrNull(tenant.id)
  const change = {
    subject: { kind: 'tenant', name: tenant.name, resource: { kind: 'account', ref: tenant.account } },
    path: [],
    before: { credentials: stored?.kind ?? null },
    after: { credentials: 'api key', key: pasted === null ? 'fetched' : 'pasted' },
  } as const
  await recorded(viewer, 'connection.edit', change, async () => {
    const key = pasted ?? (await fetched(viewer))
    const credentials = { kind: 'api key', key } as const
    const { token } = await throttledProof(null, () =>
      testCredentials(tenant, credentials, 'key', viewer.request.reference),
    )
    await storeCredentials(tenant, credentials, token, stored?.kind === 'user' ? 'apiKeyWorks' : null)
  })
}

async function fetched(viewer: Viewer): Promise<ApiKey> {
  const { kazoo, granted } = grantOf(viewer)
  return findApiKey(kazoo, granted).catch((error: unknown) => {
    if (error instanceof NotFound || kazooForbids(error))
      throw new Rejected({ key: 'messages.connection.noKey' }, 'messages.connection.noKey')
    throw error
  })
}
