// The audit log: every change, and every look at a secret, is written down before it is made and again when
// it is known how it ended.
import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { UserFacingError, Unavailable } from '../../errors.ts'
import { log } from '../../log.ts'
import type { SessionRecord } from '../../session/record-doc.ts'
import { currentRequest, type RequestFacts } from '../../session/request.ts'
import type { Viewer } from '../../session/viewer.ts'
import {
  appendAuditEvent,
  appendAuditOutcome,
  type AuditDraft,
  type AuditEventKey,
  type AuditOutcome,
} from '../../store/audit-events.ts'
import { ROLES, type Verb } from '../../views/viewer.ts'
import { messageKeyOf } from '../../i18n/message-key.ts'

/** What a verb says of its change; who, from where and when come from the viewer. */
export type Change = Pick<AuditDraft, 'subject' | 'within' | 'path' | 'before' | 'after'>

/**
 * What the log calls a change: the permission it needs, or a name of its own where a permission covers
 * several.
 */
export type LogVerb = Verb | 'account.admin' | 'vmbox.edit' | 'vmbox.remove'

/**
 * Who does it; `member` is null for somebody who is none yet. Unless `kind` says otherwise they are a member,
 * or nobody.
 */
export type Actor = { tenant: string; member: string | null; name: string } & Pick<
  AuditDraft,
  'impersonation'
> &
  Pick<AuditDraft['actor'], 'kind'>

/** A member as who does it. */
export function actorOf({ tenant, id, name }: { tenant: string; id: string; name: string }): Actor {
  return { tenant, member: id, name }
}

const DONE: AuditOutcome = { stage: 'done', outcome: null }

/**
 * Writes that `verb` begins, runs it, and writes how it ended. Without the first line nothing is changed.
 * When the second cannot be written the change stands, and the event shows as begun. @throws what `run`
 * throws; Unavailable('postgres') before anything happened.
 */
export async function recorded<T>(
  viewer: Viewer,
  verb: LogVerb,
  change: Change,
  run: () => Promise<T>,
  made: (result: T) => AuditDraft['subject'] = () => null,
): Promise<T> {
  return record(doing(viewer.session.record), viewer.request, verb, change, run, (result) => {
    const subject = made(result)
    return subject === null ? DONE : { ...DONE, subject }
  })
}

/** Who works in a session: under their own name, whoever's eyes they have borrowed. */
function doing({ tenant, person, name, role, impersonation }: SessionRecord): Actor {
  if (impersonation !== null) {
    const { id, asWhom, account, native, reason, ticket } = impersonation
    const mode = native ? 'kazoo' : 'narrowed'
    const borrowed = { id, asWhom: asWhom ?? account, mode, reason, ticket } as const
    return { tenant, member: person, name, kind: 'member', impersonation: borrowed }
  }
  const kind = ROLES.some((each) => each === role) ? 'member' : 'customer'
  return { tenant, member: person, name, kind }
}

/** What an event reverts, and which fields of that it leaves as they are, each with the reason. */
type Reverting = { event: string; left: Readonly<Record<string, string>> }

const reverting = new AsyncLocalStorage<Reverting>()

/** Runs `act`, whose events are noted as reverting an event. */
export function recordAsRevert<T>(revert: Reverting, act: () => Promise<T>): Promise<T> {
  return reverting.run(revert, act)
}

/** Where an event that reverts another says, among what became, what it left. */
export const NOT_REVERTED = 'notReverted'

function withLeft(after: Change['after'], left: Reverting['left']): Change['after'] {
  return Object.keys(left).length === 0 ? after : { ...after, [NOT_REVERTED]: left }
}

/**
 * The same for who is not signed in: somebody with a link from a mail, or back from their identity provider.
 * `ended` says how a result counts that is no error.
 */
export async function recordedOf<T>(
  actor: Actor,
  verb: string,
  change: Change,
  run: () => Promise<T>,
  ended: (result: T) => AuditOutcome = () => DONE,
): Promise<T> {
  return record(actor, currentRequest(), verb, change, run, ended)
}

async function record<T>(
  { tenant, member, name, kind, impersonation = null }: Actor,
  { reference, address, agent }: RequestFacts,
  verb: string,
  change: Change,
  run: () => Promise<T>,
  ended: (result: T) => AuditOutcome,
): Promise<T> {
  const revert = reverting.getStore() ?? null
  const event = await appendAuditEvent({
    ...change,
    ...(revert !== null && { after: withLeft(change.after, revert.left) }),
    tenant,
    actor: { member, name, ...(kind && { kind }) },
    impersonation,
    undoes: revert?.event ?? null,
    verb,
    reference,
    clientAddress: address,
    userAgent: agent,
  })
  try {
    const result = await run()
    await conclude(reference, event, ended(result))
    return result
  } catch (error) {
    const outcome = messageKeyOf(error instanceof UserFacingError ? error.userMessage : 'messages.fault')
    // Whether it was done, somebody has to look (domain/audit/settle.ts).
    const lost = error instanceof Unavailable && error.reason === 'unknown'
    await conclude(reference, event, { stage: lost ? 'unknown' : 'failed', outcome })
    throw error
  }
}

async function conclude(reference: string, event: AuditEventKey, ending: AuditOutcome): Promise<void> {
  try {
    await appendAuditOutcome(event, ending)
  } catch (error) {
    const { tenant } = event
    log.error('an outcome is missing in the trail', {
      error,
      tenant,
      event: event.event,
      ...ending,
      reference,
    })
  }
}
