// Records every change and every reveal of a secret in the audit log: once before it happens and once with
// its outcome.
import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { SavedThoughRefused, UserFacingError, Unavailable } from '../../errors.ts'
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
import type { AuditOnlyVerb } from '../../views/audit.ts'
import { ROLES, type Verb } from '../../views/viewer.ts'
import { messageKeyOf } from '../../i18n/message-key.ts'
import { noteChange } from './recorded-changes.ts'

/** What a verb records of its change; actor, address and time come from the viewer. */
export type Change = Pick<AuditDraft, 'subject' | 'within' | 'path' | 'before' | 'after'>

/**
 * The verb in the log: the permission that is needed, or a name of its own where one permission covers
 * several changes.
 */
export type LogVerb = Verb | AuditOnlyVerb

/**
 * The actor of an event; `member` is null before an account in the team exists. `kind` defaults to `member`,
 * or `anonymous`.
 */
export type Actor = { tenant: string; member: string | null; name: string } & Pick<
  AuditDraft,
  'impersonation'
> &
  Pick<AuditDraft['actor'], 'kind'>

/** A member as the actor of an event. */
export function actorOf({ tenant, id, name }: { tenant: string; id: string; name: string }): Actor {
  return { tenant, member: id, name }
}

const DONE: AuditOutcome = { stage: 'done', outcome: null }

/**
 * Records the beginning of `verb`, runs it, and records its outcome. Nothing is changed if the first write
 * fails. If the second write fails, the change remains and the event stays open.
 * @throws whatever `run` throws; Unavailable('postgres') before anything happened
 */
export async function recorded<T>(
  viewer: Viewer,
  verb: LogVerb,
  change: Change,
  run: () => Promise<T>,
  made: (result: T) => AuditDraft['subject'] = () => null,
): Promise<T> {
  return record(actorOfSession(viewer.session.record), viewer.request, verb, change, run, (result) => {
    const subject = made(result)
    return subject === null ? DONE : { ...DONE, subject }
  })
}

/** The actor of a session: the member's own name, also while they impersonate. */
function actorOfSession({ tenant, principal, name, role, impersonation }: SessionRecord): Actor {
  if (impersonation !== null) {
    const { id, targetName, account, native, reason, ticket } = impersonation
    const mode = native ? 'kazoo' : 'narrowed'
    const target = { id, targetName: targetName ?? account, mode, reason, ticket } as const
    return { tenant, member: principal, name, kind: 'member', impersonation: target }
  }
  const kind = ROLES.some((each) => each === role) ? 'member' : 'customer'
  return { tenant, member: principal, name, kind }
}

/**
 * The event that is being reverted, and the fields that the revert leaves unchanged, each with the reason.
 */
type Reverting = { event: string; left: Readonly<Record<string, string>> }

const reverting = new AsyncLocalStorage<Reverting>()

/** Runs `act` and marks its events as reverting another event. */
export function recordAsRevert<T>(revert: Reverting, act: () => Promise<T>): Promise<T> {
  return reverting.run(revert, act)
}

/** The key in `after` under which a revert records the fields that it left unchanged. */
export const NOT_REVERTED = 'notReverted'

function withLeft(after: Change['after'], left: Reverting['left']): Change['after'] {
  return Object.keys(left).length === 0 ? after : { ...after, [NOT_REVERTED]: left }
}

/**
 * Like `recorded`, for a client that is not signed in: one with a link from a mail, or back from an identity
 * provider. `ended` maps a result to an outcome.
 * @throws whatever `run` throws; Unavailable('postgres') before anything happened
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
  const { subject, before, after } = change
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
    const outcome = ended(result)
    await conclude(reference, event, outcome)
    if (outcome.stage === 'done')
      noteChange({ event: event.event, undoes: revert?.event ?? null, verb, before, after, subject })
    return result
  } catch (error) {
    const outcome = messageKeyOf(error instanceof UserFacingError ? error.userMessage : 'messages.fault')
    await conclude(reference, event, { stage: stageAfter(error), outcome })
    throw error
  }
}

function stageAfter(error: unknown): AuditOutcome['stage'] {
  if (error instanceof SavedThoughRefused) return 'done'
  // The outcome is unknown until domain/audit/settle.ts reads Kazoo again.
  return error instanceof Unavailable && error.reason === 'unknown' ? 'unknown' : 'failed'
}

async function conclude(reference: string, event: AuditEventKey, ending: AuditOutcome): Promise<void> {
  try {
    await appendAuditOutcome(event, ending)
  } catch (error) {
    const { tenant } = event
    log.error('an outcome is missing in the audit log', {
      error,
      tenant,
      event: event.event,
      ...ending,
      reference,
    })
  }
}
