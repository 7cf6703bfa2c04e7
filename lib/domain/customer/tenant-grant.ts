// The tenant's own way to its Kazoo, to prove what a stranger claims. Its token is kept for a while, or every guess would cost a sign-in.
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
  const place = `${tenant.id} ${origin.text}`
  const fresh = async (): Promise<ApiToken> => {
    kept.delete(place)
    const token = await tenantToken(tenant.id, reference)
    kept.set(place, { token, until: Date.now() + KEPT })
    return token
  }
  const last = kept.get(place)
  const token = last !== undefined && last.until > Date.now() ? last.token : await fresh()
  return { kazoo: new Kazoo({ origin, token, reference, renew: fresh }), granted: tenant.account }
}
