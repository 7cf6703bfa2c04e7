// New credentials that were tried take the place of the old: in the store, and in every session of the team.
import 'server-only'
import type { ApiToken } from '../../kazoo/ids.ts'
import { noteCredentialsWorked, replaceCredentials, type Credentials } from '../../store/credentials.ts'
import { database } from '../../store/database.ts'
import { listMembers } from '../../store/members.ts'
import { editTenant } from '../../store/tenant-state.ts'
import type { TenantRecord } from '../../store/tenants.ts'
import { enqueueMail, recipientOf } from '../mail.ts'
import { editSessionsOfTenant } from '../auth/tenant-sessions.ts'

/**
 * Keeps credentials that have just given `token`; an API key ends the trial. All of it is written in one transaction with the letter that
 * tells the owners; then every session goes on with the new token. @throws Conflict at `tenants_origin_account`; Unavailable
 */
export async function storeCredentials(
  tenant: TenantRecord,
  credentials: Credentials,
  token: ApiToken,
  letter: 'apiKeyWorks' | null,
): Promise<void> {
  const live = credentials.kind === 'api key'
  // Before the transaction, which has a connection already.
  const team = letter === null ? [] : await listMembers(tenant.id)
  await database()
    .transaction()
    .execute(async (db) => {
      await replaceCredentials(db, tenant.id, credentials)
      const went = live ? { trialEndsAt: null, wentLiveAt: tenant.wentLiveAt ?? new Date() } : {}
      await editTenant(tenant.id, { ...went, crossbarOrigin: tenant.crossbarOrigin }, db)
      for (const member of team) {
        const told = member.role === 'owner' && member.status === 'active'
        if (told && letter !== null) await enqueueMail(db, recipientOf(member), { kind: letter })
      }
    })
  await noteCredentialsWorked(tenant.id)
  const change = { connected: true, origin: tenant.crossbarOrigin, ...(live && { trialEndsAt: null }) }
  await editSessionsOfTenant(tenant.id, change, token)
}
