// The tenant's own way to its Kazoo, to prove what a stranger claims. Its token is kept for a while, or every
// guess would cost a sign-in.
import 'server-only'
import { Kazoo } from '../../kazoo/client.ts'
import type { ApiToken } from '../../kazoo/ids.ts'
import { crossbarOrigin } from '../../kazoo/origin.ts'
import type { TenantRecord } from '../../store/tenants.ts'
import { tenantToken, type Grant } from '../grant.ts'

/** A token is good for an hour; for so long it is taken again, in ms. */
const KEPT = 20 * 60_000

const kept = new Map<string, { token: ApiToken; until: number }>()

/** What the tenant's credentials open now. @throws Unavailable, NotFound where nothing is held */
export async function tenantGrant(tenant: TenantRecord, reference: string): Promise<Grant> {
  const origin = crossbarOrigin(tenant.crossbarOrigin)
  const token = await currentTenantToken(tenant, reference)
  const renew = () => freshToken(tenant, reference)
  return { kazoo: new Kazoo({ origin, token, reference, renew }), granted: tenant.account }
}

/** The token that `tenantGrant` works with now, for a call that is not its own. @throws as `tenantGrant` */
export async function currentTenantToken(tenant: TenantRecord, reference: string): Promise<ApiToken> {
  const last = kept.get(placeOf(tenant))
  return last !== undefined && last.until > Date.now() ? last.token : freshToken(tenant, reference)
}

async function freshToken(tenant: TenantRecord, reference: string): Promise<ApiToken> {
  kept.delete(placeOf(tenant))
  const token = await tenantToken(tenant.id, reference)
  kept.set(placeOf(tenant), { token, until: Date.now() + KEPT })
  return token
}

function placeOf({ id, crossbarOrigin: origin }: TenantRecord): string {
  return `${id} ${crossbarOrigin(origin).text}`
}
