// Signs in to the tenant's own Kazoo, to check what an unauthenticated client claims. The token is cached, so
// that a guess does not cost a sign-in.
import 'server-only'
import { LRUCache } from 'lru-cache'
import { Kazoo } from '../../kazoo/client.ts'
import type { ApiToken } from '../../kazoo/ids.ts'
import { crossbarOrigin } from '../../kazoo/origin.ts'
import type { TenantRecord } from '../../store/tenants.ts'
import { tenantToken, type Grant } from '../grant.ts'

/** How long a token of an hour is reused, in ms. */
const REUSE_MS = 20 * 60_000

/** How many tenants' tokens are cached. */
const MOST = 5_000

const tokens = new LRUCache<string, ApiToken>({ max: MOST, ttl: REUSE_MS })

/**
 * A grant from the tenant's stored credentials.
 * @throws Unavailable, NotFound without credentials
 */
export async function tenantGrant(tenant: TenantRecord, reference: string): Promise<Grant> {
  const origin = crossbarOrigin(tenant.crossbarOrigin)
  const token = await currentTenantToken(tenant, reference)
  const renew = () => freshToken(tenant, reference)
  return { kazoo: new Kazoo({ origin, token, reference, renew }), granted: tenant.account }
}

/**
 * The current token of `tenantGrant`, for a call outside that client.
 * @throws as `tenantGrant`
 */
export async function currentTenantToken(tenant: TenantRecord, reference: string): Promise<ApiToken> {
  return tokens.get(keyOf(tenant)) ?? freshToken(tenant, reference)
}

async function freshToken(tenant: TenantRecord, reference: string): Promise<ApiToken> {
  tokens.delete(keyOf(tenant))
  const token = await tenantToken(tenant.id, reference)
  tokens.set(keyOf(tenant), token)
  return token
}

function keyOf({ id, crossbarOrigin: origin }: TenantRecord): string {
  return `${id} ${crossbarOrigin(origin).text}`
}
