// Loads, tests and stores the tenant's credentials for its Kazoo (docs/security.md row 9).
import 'server-only'
import { NotFound, Rejected, Unavailable } from '../../errors.ts'
import { type LocalizedMessage } from '../../i18n/message-key.ts'
import { type Authenticated, authenticate } from '../../kazoo/auth.ts'
import { type ApiToken } from '../../kazoo/ids.ts'
import { crossbarOrigin } from '../../kazoo/origin.ts'
import { type Viewer } from '../../session/viewer.ts'
import {
  type Credentials,
  type StoredCredentials,
  credentialsOf,
  recordCredentialsSuccess,
  replaceCredentials,
} from '../../store/credentials.ts'
import { database } from '../../store/database.ts'
import { listMembers } from '../../store/members.ts'
import { editTenant } from '../../store/tenant-state.ts'
import { type TenantRecord, findTenant } from '../../store/tenants.ts'
import { editSessionsOfTenant } from '../auth/tenant-sessions.ts'
import { enqueueMail, recipientOf } from '../mail.ts'

/**
 * The viewer's tenant.
 * @throws NotFound when it was deleted; Unavailable
 */
export async function tenantOf({ session }: Viewer): Promise<TenantRecord> {
  const tenant = await findTenant(session.record.tenant)
  if (tenant === null) throw new NotFound()
  return tenant
}

/**
 * The tenant's credentials, or null: it is disconnected.
 * @throws Unavailable
 */
export async function credentialsOrNull(tenant: string): Promise<StoredCredentials | null> {
  try {
    return await credentialsOf(tenant)
  } catch (error) {
    if (error instanceof NotFound) return null
    throw error
  }
}

/**
 * Signs in to the tenant's Kazoo with new credentials.
 * @throws Rejected at `field` when they are refused, or open another account; Unavailable when Kazoo does not
 * answer
 */
export async function testCredentials(
  tenant: Pick<TenantRecord, 'account' | 'crossbarOrigin'>,
  credentials: Credentials,
  field: 'token' | 'key',
  reference: string,
): Promise<Authenticated> {
  const refuse = (message: LocalizedMessage) => new Rejected({ [field]: message }, message)
  const opened = await authenticate(crossbarOrigin(tenant.crossbarOrigin), credentials, reference).catch(
    (error: unknown) => {
      if (error instanceof Unavailable && error.reason === 'refused')
        throw refuse('messages.connection.refused')
      throw error
    },
  )
  if (!opened.account.equals(tenant.account)) throw refuse('messages.connection.foreign')
  return opened
}

/**
 * Stores credentials that have just returned `token`; an API key ends the trial. One transaction writes all
 * of it and the mail to the owners; then every session continues with the new token.
 * @throws Conflict at `tenants_origin_account`; Unavailable
 */
export async function storeCredentials(
  tenant: TenantRecord,
  credentials: Credentials,
  token: ApiToken,
  mailKind: 'apiKeyWorks' | null,
): Promise<void> {
  const live = credentials.kind === 'api key'
  // Read before the transaction, which occupies a connection already.
  const team = mailKind === null ? [] : await listMembers(tenant.id)
  await database()
    .transaction()
    .execute(async (db) => {
      await replaceCredentials(db, tenant.id, credentials)
      const activation = live ? { trialEndsAt: null, wentLiveAt: tenant.wentLiveAt ?? new Date() } : {}
      await editTenant(tenant.id, { ...activation, crossbarOrigin: tenant.crossbarOrigin }, db)
      for (const member of team) {
        const notified = member.role === 'owner' && member.status === 'active'
        if (notified && mailKind !== null) await enqueueMail(db, recipientOf(member), { kind: mailKind })
      }
    })
  await recordCredentialsSuccess(tenant.id)
  const change = { connected: true, origin: tenant.crossbarOrigin, ...(live && { trialEndsAt: null }) }
  await editSessionsOfTenant(tenant.id, change, token)
}
