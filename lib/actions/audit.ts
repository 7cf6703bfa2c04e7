'use server'
import { revalidatePath } from 'next/cache'
import { keepTrail, sendTrailTo, stopTrail, testTrail } from '../domain/audit/settings.ts'
import { undo } from '../domain/audit/undo.ts'
import type { KeepField, OutField, UndoFormField } from '../views/audit-form.ts'
import type { FormAction } from '../views/form.ts'
import { keepInput, outInput, undoInput } from '../web/audit-input.ts'
import { nothing } from '../web/connection-input.ts'
import { formAction } from '../web/form-action.ts'
import { go } from '../web/go.ts'

/** Reverts what an event replaced, of the fields that the viewer was shown. */
export const undoAction: FormAction<UndoFormField> = formAction(
  undoInput,
  async (viewer, { event, fields }) => {
    await undo(viewer, event, fields)
    return go(viewer, `/audit/${event}?done=undone`)
  },
)

/** Keeps the trail for so many days. */
export const keepTrailAction: FormAction<KeepField> = formAction(keepInput, async (viewer, { days }) => {
  await keepTrail(viewer, days)
  revalidatePath('/audit/out')
  return go(viewer, '/audit/out?done=kept')
})

/** Sends the trail to where an owner says. */
export const sendTrailAction: FormAction<OutField> = formAction(outInput, async (viewer, draft) => {
  await sendTrailTo(viewer, draft)
  revalidatePath('/audit/out')
  return go(viewer, '/audit/out?done=out')
})

/** Sends it nowhere any more. */
export const stopTrailAction: FormAction<'kind'> = formAction(nothing, async (viewer) => {
  await stopTrail(viewer)
  revalidatePath('/audit/out')
  return go(viewer, '/audit/out?done=silent')
})

/** Sends a test. */
export const testTrailAction: FormAction<'kind'> = formAction(nothing, async (viewer) => {
  await testTrail(viewer)
  return go(viewer, '/audit/out?done=tested')
})
