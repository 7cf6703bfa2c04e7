'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { newPublicPuzzle } from '../domain/trial/guard.ts'
import { startTrial } from '../domain/trial/trial.ts'
import type { FormAction } from '../views/form.ts'
import type { Puzzle, TrialField } from '../views/trial.ts'
import { guestAction } from '../web/form-action.ts'
import { trialInput } from './trial-input.ts'

/** Starts a trial, and goes on to the page that says where to look next. */
export const startTrialAction: FormAction<TrialField> = guestAction(trialInput, async (start) => {
  await startTrial({ ...start, language: await getLocale() })
  return redirect('/trial/sent')
})

/** Work for the browser before its next attempt; it is anybody's, and worth nothing until it is done. */
export async function puzzleAction(): Promise<Puzzle> {
  return Promise.resolve(newPublicPuzzle())
}
