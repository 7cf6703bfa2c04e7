// The trail: every change, and every look at a secret, is written down before it is made and again when it is known how it ended.
import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { Told } from '../errors.ts'
import { log } from '../log.ts'
import type { SessionRecord } from '../session/record-doc.ts'
import { currentRequest, type RequestFacts } from '../session/request.ts'
import type { Viewer } from '../session/viewer.ts'
import {
  appendAuditEvent,
  appendAuditOutcome,
  type AuditDraft,
  type AuditEventKey,
  type AuditOutcome,
} from '../store/audit-events.ts'
import { ROLES, type Verb } from '../views/viewer.ts'
import { keyOf } from '../words/said.ts'

/** What a verb says of its change; who, from where and when come from the viewer. */
export type Change = Pick<AuditDraft, 'subject' | 'path' | 'before' | 'after'>

/** Who does it; `member` is null for somebody who is none yet. Unless `kind` says otherwise they are a member, or nobody. */
export type Doer = { tenant: string; member: string | null; name: string } & Pick<AuditDraft, 'acting'> &
  Pick<AuditDraft['actor'], 'kind'>

/** A member as who does it. */
export function doerOf({ tenant, id, name }: { tenant: string; id: string; name: string }): Doer {
  return { tenant, member: id, name }
}

const DONE: AuditOutcome = { stage: 'done', outcome: null }

/**
 * Writes that `verb` begins, runs it, and writes how it ended. Without the first line nothing is changed. When the second cannot be
 * written the change stands, and the event shows as begun. @throws what `run` throws; Unavailable('postgres') before anything happened.
 */
export async function recorded<T>(
  viewer: Viewer,
  verb: Verb,
  change: Change,
  run: () => Promise<T>,
  made: (result: T) => AuditDraft['subject'] = () => null,
): Promise<T> {
  return inTrail(doing(viewer.session.record), viewer.request, verb, change, run, (result) => {
    const subject = made(result)
    return subject === null ? DONE : { ...DONE, subject }
  })
}

/** Who works in a session: under their own name, whoever's eyes they have borrowed. */
function doing({ tenant, person, name, role, acting }: SessionRecord): Doer {
  if (acting !== null) {
    const { id, asWhom, account, native, reason, ticket } = acting
    const way = native ? 'kazoo' : 'narrowed'
    const borrowed = { id, asWhom: asWhom ?? account, way, reason, ticket } as const
    return { tenant, member: person, name, kind: 'member', acting: borrowed }
  }
  const kind = ROLES.some((each) => each === role) ? 'member' : 'customer'
  return { tenant, member: person, name, kind }
}

const undone = new AsyncLocalStorage<string>()

/** Runs `act`, whose events are noted as putting back `event`. */
export function puttingBack<T>(event: string, act: () => Promise<T>): Promise<T> {
  return undone.run(event, act)
}

/**
 * The same for who is not signed in: somebody with a link from a mail, or back from their identity provider. `ended` says how a result
 * counts that is no error.
 */
export async function recordedOf<T>(
  doer: Doer,
  verb: string,
  change: Change,
  run: () => Promise<T>,
  ended: (result: T) => AuditOutcome = () => DONE,
): Promise<T> {
  return inTrail(doer, currentRequest(), verb, change, run, ended)
}

async function inTrail<T>(
  { tenant, member, name, kind, acting = null }: Doer,
  { reference, address, agent }: RequestFacts,
  verb: string,
  change: Change,
  run: () => Promise<T>,
  ended: (result: T) => AuditOutcome,
): Promise<T> {
  const event = await appendAuditEvent({
    ...change,
    tenant,
    actor: { member, name, ...(kind && { kind }) },
    acting,
    undoes: undone.getStore() ?? null,
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
    const outcome = keyOf(error instanceof Told ? error.said : 'said.fault')
    await conclude(reference, event, { stage: 'failed', outcome })
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
