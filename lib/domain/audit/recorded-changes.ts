// Collects the changes that one action records, so that its answer can name what was changed and offer to
// undo it.
import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import type { AuditDraft } from '../../store/audit-events.ts'

/** A change that has been made and recorded as `event`; `undoes`: the event that it reverted. */
export type RecordedChange = Pick<AuditDraft, 'verb' | 'subject' | 'before' | 'after'> & {
  event: string
  undoes: string | null
}

const collecting = new AsyncLocalStorage<RecordedChange[]>()

/** Runs `act` and collects the changes that it records; `recordedChanges` returns them from inside. */
export function collectChanges<T>(act: () => Promise<T>): Promise<T> {
  return collecting.run([], act)
}

/** The changes that the current action has made, in order; none outside of an action. */
export function recordedChanges(): readonly RecordedChange[] {
  return collecting.getStore() ?? []
}

/** Adds a change that has been made. */
export function noteChange(change: RecordedChange): void {
  collecting.getStore()?.push(change)
}
