// Defines the record of a session: its principal, tenant, granted account, impersonation and lifetime.
import 'server-only'
import { z } from 'zod'
import { kazooId } from '../kazoo/ids.ts'
import { seal } from '../sealed.ts'
import { CUSTOMER_ROLES, ROLES } from '../views/viewer.ts'

const ImpersonationDoc = z.object({
  id: z.uuid(),
  memberLineage: z.uuid(),
  role: z.enum(ROLES),
  targetName: z.string().nullable(),
  account: z.string(),
  reason: z.string(),
  ticket: z.string().nullable(),
  changes: z.boolean(),
  native: z.boolean(),
  startPath: z.string(),
  memberEndsAt: z.number(),
})

/**
 * The impersonation of a session: `memberLineage` is the lineage of the member's own session, `role` their
 * own role, `targetName` the impersonated user (null: the account's admin), `changes` whether changes are
 * allowed, `native` whether the token is the user's own from Kazoo, `startPath` the page to return to, and
 * `memberEndsAt` when the member's own session ends, in ms since 1970.
 */
export type Impersonation = z.output<typeof ImpersonationDoc>

/** The shape of a stored record. */
export const RecordDoc = z.object({
  lineage: z.uuid(),
  principal: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: z.enum([...ROLES, ...CUSTOMER_ROLES]),
  tenant: z.uuid(),
  tenantName: z.string(),
  origin: z.string(),
  granted: kazooId('account'),
  self: kazooId('user').nullable(),
  renewedBy: z.enum(['tenant', 'token', 'nobody']),
  mustChangePassword: z.boolean(),
  impersonation: ImpersonationDoc.nullable(),
  host: z.string(),
  idKey: z.string().transform(seal<'id key'>),
  trialEndsAt: z.number().nullable(),
  connected: z.boolean(),
  startedAt: z.number(),
  freshAt: z.number(),
  endsAt: z.number(),
})

/**
 * The record of a session. `lineage` stays when the session's id changes. `principal` is the member, or
 * stands for the customer user (a uuid derived from tenant and user). `granted` is the account that must not
 * be left. `self` is the Kazoo user of a customer session. `renewedBy` says how an old token is replaced:
 * with the tenant's credentials, by itself before it expires, or not at all. `idKey` derives the session's
 * proxy ids. `freshAt` is the last proof of identity. `connected`: the tenant has credentials. Instants in ms
 * since 1970.
 */
export type SessionRecord = z.output<typeof RecordDoc>
/** What the caller provides for a new session. */
export type NewSession = Omit<
  SessionRecord,
  'lineage' | 'host' | 'startedAt' | 'freshAt' | 'endsAt' | 'idKey'
>
/** The defaults of a member's own session: it uses the tenant's token and impersonates nobody. */
export const MEMBER_SESSION = {
  self: null,
  renewedBy: 'tenant',
  mustChangePassword: false,
  impersonation: null,
} as const satisfies Partial<SessionRecord>
/** What may change in a running session, when its tenant or member changes. */
export type SessionChange = Partial<
  Pick<SessionRecord, 'name' | 'email' | 'tenantName' | 'origin' | 'trialEndsAt' | 'connected'>
>
