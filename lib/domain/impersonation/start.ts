// Starts an impersonation: with a reason, for an hour at most, read-only or with changes after a step-up.
import 'server-only'
import { randomUUID } from 'node:crypto'
import { Forbidden } from '../../errors.ts'
import { impersonate } from '../../kazoo/auth.ts'
import type { ApiToken, UserRef } from '../../kazoo/ids.ts'
import { crossbarOrigin } from '../../kazoo/origin.ts'
import {
  impersonationDigest,
  impersonationBasePath,
  impersonationNameFor,
  storeImpersonation,
  type ImpersonationName,
} from '../../session/impersonation.ts'
import { indexImpersonation } from '../../session/member-sessions.ts'
import type { Impersonation } from '../../session/record-doc.ts'
import { withProxyIds } from '../../session/proxy-ids.ts'
import type { Session } from '../../session/record.ts'
import type { Viewer } from '../../session/viewer.ts'
import { impersonationPolicyOf, insertImpersonation } from '../../store/impersonations.ts'
import { database } from '../../store/database.ts'
import { ROLES, type Role } from '../../views/viewer.ts'
import { recorded } from '../audit/record.ts'
import { credentialsOrNull } from '../connection/credentials.ts'
import { enqueueMail } from '../mail.ts'
import { requireFresh } from '../member/require-step-up.ts'
import { permit } from '../permission.ts'
import { resolveTarget, type ResolvedTarget } from './resolve-target.ts'

/** How long an impersonation lasts at most, in ms. */
const LONGEST = 60 * 60_000

/** `target` is the proxy id of a user or account; `changes` false is read-only. */
export type ImpersonationStart = { target: string; reason: string; ticket: string; changes: boolean }

/**
 * Impersonates a user, or the admin of an account. Returns the path of the customer's devices, below the base
 * path of the impersonation.
 * @throws StepUpNeeded where changes are wanted; Forbidden, NotFound, Unavailable
 */
export async function startImpersonation(viewer: Viewer, start: ImpersonationStart): Promise<string> {
  permit(viewer, 'impersonation.start')
  if (start.changes) {
    permit(viewer, 'impersonation.change')
    requireFresh(viewer)
  }
  const target = await resolveTarget(viewer, start.target)
  const { reason, changes, ticket } = start
  const subject = {
    kind: target.resource.kind,
    name: target.name ?? target.accountName,
    resource: target.resource,
  }
  const after = { reason, ticket: ticket === '' ? null : ticket, changes }
  return recorded(viewer, 'impersonation.start', { subject, path: target.path, before: null, after }, () =>
    create(viewer, target, after),
  )
}

type Reason = Pick<Impersonation, 'reason' | 'ticket' | 'changes'>

async function create(viewer: Viewer, target: ResolvedTarget, why: Reason): Promise<string> {
  const { record } = viewer.session
  const native = await nativeToken(viewer, target.user)
  const id = randomUUID()
  const grant = impersonationNameFor(viewer.session, id)
  const now = Date.now()
  const endsAt = Math.min(record.endsAt, now + LONGEST)
  const impersonation = {
    ...why,
    id,
    memberLineage: record.lineage,
    role: roleIn(record.role),
    targetName: target.name,
    account: target.accountName,
    native: native !== null,
    startPath: viewer.request.path.replace(/\/impersonate$/, ''),
    memberEndsAt: record.endsAt,
  }
  // Indexed first, so that ending all sessions of this member finds it even if a later step fails.
  await indexImpersonation(impersonationDigest(grant), record.principal)
  await store(viewer, target, impersonation, { grant, now, endsAt })
  const customers = { role: target.role, granted: target.account, self: target.user?.user ?? null }
  const renewedBy = native === null ? 'tenant' : 'nobody'
  const session = { ...record, ...customers, renewedBy, impersonation, startedAt: now, endsAt } as const
  const token = native ?? viewer.session.token
  const started = await storeImpersonation(grant, session, record.lineage, token)
  return impersonationBasePath(grant) + (await devicesPath(started))
}

/** The customer's devices: those of the account, or a user's own. */
async function devicesPath(session: Session): Promise<string> {
  const { role, granted } = session.record
  if (role === 'accountUser') return '/me'
  return `/accounts/${await withProxyIds(session, (issue) => issue('account', granted))}`
}

/** Stores the impersonation, and mails the customer where the tenant's policy says so. */
async function store(
  { session: { record } }: Viewer,
  target: ResolvedTarget,
  impersonation: Impersonation,
  { grant, now, endsAt }: { grant: ImpersonationName; now: number; endsAt: number },
): Promise<void> {
  const { tenant, principal: id, name } = record
  const { mailed } = await impersonationPolicyOf(tenant)
  const times = { beganAt: new Date(now), endsAt: new Date(endsAt) }
  const { digest } = impersonationDigest(grant)
  await database()
    .transaction()
    .execute(async (db) => {
      const row = {
        ...impersonation,
        tenant,
        member: { id, name },
        resource: target.resource,
        digest,
        lineage: impersonation.memberLineage,
      }
      await insertImpersonation(db, { ...row, ...times })
      if (!mailed || target.email === null || target.name === null) return
      const to = { tenant, member: null, name: target.name, email: target.email, language: null }
      const { reason, changes } = impersonation
      await enqueueMail(db, to, {
        kind: 'impersonated',
        member: name,
        reason,
        changes,
        at: times.beganAt.toISOString(),
      })
    })
}

/**
 * Kazoo's own token for that user, where it issues one: only to a user, never to an API key (docs/kazoo.md
 * section 5.5). Otherwise the portal narrows its own.
 */
async function nativeToken(viewer: Viewer, user: UserRef | null): Promise<ApiToken | null> {
  const { record, token } = viewer.session
  if (user === null || (await credentialsOrNull(record.tenant))?.kind !== 'user') return null
  const origin = crossbarOrigin(record.origin)
  return impersonate({ origin, token, reference: viewer.request.reference }, user)
}

/** The team role of the viewer: `permit` has refused all others. */
function roleIn(role: string): Role {
  const found = ROLES.find((each) => each === role)
  if (found === undefined) throw new Forbidden('messages.role')
  return found
}
