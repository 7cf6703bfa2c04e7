'use client'
import { createContext, use } from 'react'
import type { Success } from '../../lib/views/form.ts'

/** What is confirmed. `next` is offered where there is nothing to undo. */
export type Confirmation = Pick<Success, 'message' | 'undo'> & {
  about?: string
  next?: { label: string; run: () => void }
}

/** Confirms a success in a toast, with Undo where it can be undone. */
export type Confirm = (done: Confirmation) => void

/** Null outside the portal's frame, where a form says itself that it was saved: there are no toasts. */
export const FeedbackContext = createContext<Confirm | null>(null)

/**
 * Confirms in a toast what an action has done. Forms, confirm dialogs and button forms do so by themselves;
 * whatever else calls an action passes its `Success` here. The server adds to it what undoes it (`undo`), if
 * this viewer may revert all that the action has changed. To undo the answers of several actions at once,
 * join their `undo` by commas.
 */
export function useFeedback(): Confirm | null {
  return use(FeedbackContext)
}
