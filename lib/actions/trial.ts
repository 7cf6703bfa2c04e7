'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { dismissFirstSteps } from '../domain/trial/first-steps.ts'
import { newPublicPuzzle } from '../domain/trial/guard.ts'
import { startTrial } from '../domain/trial/trial.ts'
import type { FormAction } from '../views/form.ts'
import { languageIn } from '../views/language.ts'
import type { Puzzle, TrialField } from '../views/trial.ts'
import { noFields } from '../web/fields.ts'
import { formAction, guestAction } from '../web/form-action.ts'
import { redirectWithin } from '../web/redirect.ts'
import { setMailedAddress } from '../web/trial-cookie.ts'
import { trialInput } from './trial-input.ts'

/** Starts a trial, and continues to the page that says what to do next. */
export const startTrialAction: FormAction<TrialField> = guestAction(trialInput, async (start) => {
  await startTrial({ ...start, language: languageIn(await getLocale()) })
  await setMailedAddress(start.email)
  return redirect('/trial/sent')
})

/**
 * Returns a puzzle for the browser's next attempt; anybody may have it, and it is worth nothing until it is
 * solved.
 */
export async function puzzleAction(): Promise<Puzzle> {
  return Promise.resolve(newPublicPuzzle())
}

/** Removes the list of first steps from the viewer's home page. */
export const dismissFirstStepsAction: FormAction<never> = formAction(noFields, async (viewer) => {
  await dismissFirstSteps(viewer)
  return redirectWithin(viewer, '/')
})
