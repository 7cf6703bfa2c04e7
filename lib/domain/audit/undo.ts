// Undoes what was just done: reverts whole events, for the Undo of a confirmation.
import 'server-only'
import { NotFound, Rejected, UserFacingError } from '../../errors.ts'
import { Sealed } from '../../sealed.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { AuditDraftValues } from '../../store/audit-events.ts'
import { oneLine } from '../../views/audit-line.ts'
import { permit, verbsOf } from '../permission.ts'
import { recordOf } from './list.ts'
import { recordedChanges, type RecordedChange } from './recorded-changes.ts'
import { revert } from './revert.ts'
import { revertible } from './revertible.ts'

/** How many events one Undo may name: as many as a list may change at a time. */
const MOST_EVENTS = 100

/**
 * The events of the changes that the current action has made, separated by commas, if the viewer may revert
 * all of them, with every field; otherwise null.
 */
export function undoableEvents({ session }: Viewer): string | null {
  const changes = recordedChanges()
  if (changes.length === 0 || !verbsOf(session.record).includes('audit.revert')) return null
  return changes.every(isUndoable) ? changes.map(({ event }) => event).join(',') : null
}

/** The new name of what the current action has changed in Kazoo; null: nothing, or several things. */
export function changedName(): string | null {
  const [change, ...others] = recordedChanges()
  if (change?.subject?.resource == null || others.length > 0) return null
  const renamed = change.after?.['name']
  return oneLine(typeof renamed === 'string' ? renamed : change.subject.name)
}

function isUndoable({ undoes, before, after, ...change }: RecordedChange): boolean {
  if (undoes !== null) return false
  const entry = { ...change, stage: 'done', before: asLogged(before), after: asLogged(after) } as const
  const { why, fields } = revertible(entry)
  return why === null && fields.length > 0 && fields.every((field) => field.why === null)
}

/** The values as the log has them: a secret is only named as changed. */
function asLogged(values: AuditDraftValues | null) {
  if (values === null) return null
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [field, value instanceof Sealed ? 'changed' : value]),
  )
}

/** How many changes were undone, the name of one alone, and how many could not be. */
export type Undone = { name: string; done: number; left: number }

/**
 * Reverts whole events, the last one first. What was changed again since then is left as it is.
 * @throws Rejected when a single event cannot be reverted, with the reason; Forbidden, NotFound, Unavailable
 */
export async function undoChanges(viewer: Viewer, events: readonly string[]): Promise<Undone> {
  permit(viewer, 'audit.revert')
  const [only] = events
  if (only === undefined || events.length > MOST_EVENTS) throw new NotFound()
  if (events.length === 1) return { name: await undoChange(viewer, only), done: 1, left: 0 }
  let left = 0
  for (const event of events.toReversed()) {
    try {
      await undoChange(viewer, event)
    } catch (error) {
      if (!(error instanceof UserFacingError)) throw error
      left += 1
    }
  }
  return { name: '', done: events.length - left, left }
}

/** Reverts one event. Returns the name of what it changed. */
async function undoChange(viewer: Viewer, event: string): Promise<string> {
  const record = await recordOf(viewer, event)
  const { why, fields } = revertible(record)
  if (why !== null) throw new Rejected({}, 'messages.audit.notUndoable')
  await revert(
    viewer,
    event,
    fields.map(({ field }) => field),
  )
  return oneLine(record.subject?.name ?? '')
}
