// Settles events: appends what a later look at Kazoo found out about the outcome. Nothing is rewritten.
import 'server-only'
import type { Sealed } from '../sealed.ts'
import { appendRow, SETTLE_VERB, type NewRow } from './audit-append.ts'
import type { AuditOutcome } from './audit-events.ts'
import {
  accountOf,
  ensureSubject,
  findSubject,
  openSubject,
  type AuditSubject,
  type SubjectKey,
} from './audit-subjects.ts'
import { database } from './database.ts'
import { Conflict } from './errors.ts'

/** The actor's name in rows that settle events. */
const PORTAL = 'the portal'

/**
 * Settles an event, once. False when it was settled before, or is not in the tenant's log. `subject` is the
 * created resource, where it was found.
 * @throws Unavailable
 */
export async function settleAuditEvent(
  tenant: string,
  event: string,
  { stage, outcome, subject: about = null }: Omit<AuditOutcome, 'after'>,
): Promise<boolean> {
  const opening = await openingOf(tenant, event)
  if (opening === null) return false
  const resource = about?.resource ?? null
  const keys = resource === null ? {} : await subjectKeysOf(tenant, resource)
  const ending = { at: new Date(), stage, outcome, verb: SETTLE_VERB, opens: false }
  const actor = {
    actor: null,
    actor_kind: 'nobody',
    actor_name: PORTAL,
    impersonation: null,
    as_whom: null,
  } as const
  const from = { mode: null, reason: null, ticket: null, client_address: null, user_agent: null }
  try {
    return await appendRow({ ...opening, ...ending, ...actor, ...from, ...keys })
  } catch (error) {
    if (error instanceof Conflict) return false
    throw error
  }
}

/** The account in which an event began, where the log has it. @throws Unavailable, EnvelopeFault */
export async function accountOfEvent(tenant: string, event: string): Promise<Sealed<'kazoo account'> | null> {
  const row = await database()
    .selectFrom('audit_events as opening')
    .innerJoin('audit_subjects as home', 'home.id', 'opening.account')
    .select(['home.kind', 'home.digest', 'home.ref_sealed'])
    .where('opening.tenant', '=', tenant)
    .where('opening.event', '=', event)
    .where('opening.opens', '=', true)
    .executeTakeFirst()
  if (row === undefined) return null
  const home = openSubject(tenant, row.kind, row.digest, row.ref_sealed)
  return home.kind === 'account' ? home.ref : null
}

/** Whether another event is known to have created this resource. @throws Unavailable */
export async function createdByAnother(
  tenant: string,
  event: string,
  resource: AuditSubject,
): Promise<boolean> {
  const subject = await findSubject(database(), tenant, resource)
  if (subject === null) return false
  const found = await database()
    .selectFrom('audit_events as closing')
    .innerJoin('audit_events as opening', 'opening.event', 'closing.event')
    .select('closing.event')
    .where('closing.subject', '=', subject)
    .where('closing.stage', '=', 'done')
    .where('closing.event', '!=', event)
    .where('opening.opens', '=', true)
    .where((where) =>
      where.or([where('opening.verb', 'like', '%.create'), where('opening.verb', '=', 'account.admin')]),
    )
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

async function subjectKeysOf(tenant: string, resource: AuditSubject) {
  const subject = await ensureSubject(database(), tenant, resource)
  return { subject, account: await ensureSubject(database(), tenant, accountOf(resource)) }
}

/** The row that opened an event, in a form that can be appended again. */
async function openingOf(tenant: string, event: string): Promise<NewRow | null> {
  const found = await database()
    .selectFrom('audit_events as opening')
    .leftJoin('audit_subjects as resource', 'resource.id', 'opening.subject')
    .leftJoin('audit_subjects as home', 'home.id', 'opening.account')
    .selectAll('opening')
    .select(['resource.digest as resource_digest', 'home.digest as home_digest'])
    .where('opening.tenant', '=', tenant)
    .where('opening.event', '=', event)
    .where('opening.opens', '=', true)
    .executeTakeFirst()
  if (found === undefined) return null
  const { id: _id, seq: _seq, hash: _hash, resource_digest: resource, home_digest: home, ...row } = found
  return { ...row, subject: subjectKeyOf(row.subject, resource), account: subjectKeyOf(row.account, home) }
}

function subjectKeyOf(id: number | null, digest: string | null): SubjectKey | null {
  return id === null || digest === null ? null : { id, digest }
}
