// The trail: every change, and every look at a secret, is written down before it is made and again when it is known how it ended.
import 'server-only'
import { Told } from '../errors.ts'
import { log } from '../log.ts'
import type { Viewer } from '../session/viewer.ts'
import {
  appendAuditEvent,
  appendAuditOutcome,
  type AuditDraft,
  type AuditEventKey,
  type AuditOutcome,
} from '../store/audit-events.ts'
import type { Verb } from '../views/viewer.ts'
import { keyOf } from '../words/said.ts'

/** What a verb says of its change; who, from where and when come from the viewer. */
export type Change = Pick<AuditDraft, 'subject' | 'path' | 'before' | 'after'>

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
  const { session, request } = viewer
  const event = await appendAuditEvent({
    ...change,
    tenant: session.record.tenant,
    actor: { member: session.record.member, name: session.record.name },
    asWhom: null,
    verb,
    reference: request.reference,
    clientAddress: request.address,
    userAgent: request.agent,
  })
  try {
    const result = await run()
    const subject = made(result)
    await conclude(viewer, event, { stage: 'done', outcome: null, ...(subject === null ? {} : { subject }) })
    return result
  } catch (error) {
    await conclude(viewer, event, {
      stage: 'failed',
      outcome: keyOf(error instanceof Told ? error.said : 'said.fault'),
    })
    throw error
  }
}

async function conclude(viewer: Viewer, event: AuditEventKey, ending: AuditOutcome): Promise<void> {
  try {
    await appendAuditOutcome(event, ending)
  } catch (error) {
    log.error('an outcome is missing in the trail', {
      error,
      ...event,
      ...ending,
      reference: viewer.request.reference,
    })
  }
}
