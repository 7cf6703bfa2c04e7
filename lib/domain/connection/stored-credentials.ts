// The viewer's tenant and what it holds, as the verbs of the connection need them.
import 'server-only'
import { NotFound } from '../../errors.ts'
import type { Viewer } from '../../session/viewer.ts'
import { credentialsOf, type HeldCredentials } from '../../store/credentials.ts'
import { findTenant, type TenantRecord } from '../../store/tenants.ts'

/** The viewer's tenant. @throws NotFound when it was deleted */
export async function tenantOf({ session }: Viewer): Promise<TenantRecord> {
  const tenant = await findTenant(session.record.tenant)
  if (tenant === null) throw new NotFound()
  return tenant
}

/** What a tenant holds, or null: it is disconnected. */
export async function credentialsOrNull(tenant: string): Promise<HeldCredentials | null> {
  try {
    return await credentialsOf(tenant)
  } catch (error) {
    if (error instanceof NotFound) return null
    throw error
  }
}
