// What a session says: who is at work, as whom, under which grant, and until when.
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
 * A member who works with a customer's eyes: under which session of their own (its lineage), what role they really have, as whom (null: as the
 * account's admin), in which account, why, whether they may change anything, whether with Kazoo's own token of that person, from which page they
 * began, and until when their own session lasts at most, in ms since 1970.
 */
export type Impersonation = z.output<typeof ImpersonationDoc>

/** What a stored record has to be. */
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
 * A session as we work with it. `lineage` stays when its id changes; `person` is the member, or stands for the customer (a uuid made of tenant
 * and user); `granted` is the account that may not be left; `self` is the user of Kazoo who is at work, for customers; `renewedBy` says how an
 * old token becomes a new one: by the tenant's credentials, by itself before it ends, or not at all. `idKey` derives this session's proxy ids;
 * at `freshAt` the person last proved who they are; `connected`: the tenant holds credentials. Instants in ms since 1970.
 */
export type SessionRecord = z.output<typeof RecordDoc>
/** What the caller says of a new session; the rest is made here. */
export type NewSession = Omit<
  SessionRecord,
  'lineage' | 'host' | 'startedAt' | 'freshAt' | 'endsAt' | 'idKey'
>
/** What a session of a member says beside: they work with the tenant's own token, as themselves. */
export const MEMBER_SESSION = {
  self: null,
  renewedBy: 'tenant',
  mustChangePassword: false,
  impersonation: null,
} as const satisfies Partial<SessionRecord>
/** What may change of a session that goes on, because its tenant or member did. */
export type SessionChange = Partial<
  Pick<SessionRecord, 'name' | 'email' | 'tenantName' | 'origin' | 'trialEndsAt' | 'connected'>
>
