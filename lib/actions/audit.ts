'use server'
import { refresh, revalidatePath } from 'next/cache'
import { setRetention, setForwarding, stopForwarding, testForwarding } from '../domain/audit/settings.ts'
import { revert } from '../domain/audit/revert.ts'
import { undoChanges } from '../domain/audit/undo.ts'
import type { RetentionField, ForwardingField, RevertFormField } from '../views/audit-form.ts'
import type { FormAction } from '../views/form.ts'
import { isBlank } from '../views/text-rules.ts'
import { retentionInput, forwardingInput, revertInput, undoInput } from './audit-input.ts'
import { noFields } from '../web/fields.ts'
import { formAction } from '../web/form-action.ts'
import { redirectWithin } from '../web/redirect.ts'

/** Undoes what another action has just done, as its answer names it. */
export const undoAction: FormAction<'events'> = formAction(undoInput, async (viewer, { events }) => {
  const { name, done, left } = await undoChanges(viewer, events)
  refresh()
  if (left > 0) return { key: 'messages.audit.undoneSome', values: { done, left } }
  return isBlank(name) ? 'messages.audit.undone' : { key: 'messages.audit.undoneNamed', values: { name } }
})

/** Reverts the fields of an event that the viewer was shown. */
export const revertAction: FormAction<RevertFormField> = formAction(
  revertInput,
  async (viewer, { event, fields }) => {
    await revert(viewer, event, fields)
    return redirectWithin(viewer, `/audit/${event}?done=reverted`)
  },
)

/** Sets for how many days the audit log is kept. */
export const setRetentionAction: FormAction<RetentionField> = formAction(
  retentionInput,
  async (viewer, { days }) => {
    await setRetention(viewer, days)
    revalidatePath('/audit/settings')
    return redirectWithin(viewer, '/audit/settings?done=retention')
  },
)

/** Forwards the audit log to the address that an owner enters. */
export const setForwardingAction: FormAction<ForwardingField> = formAction(
  forwardingInput,
  async (viewer, draft) => {
    await setForwarding(viewer, draft)
    revalidatePath('/audit/settings')
    return redirectWithin(viewer, '/audit/settings?done=forwarding')
  },
)

/** Stops forwarding. */
export const stopForwardingAction: FormAction<'kind'> = formAction(noFields, async (viewer) => {
  await stopForwarding(viewer)
  revalidatePath('/audit/settings')
  return redirectWithin(viewer, '/audit/settings?done=silent')
})

/** Sends a test message. */
export const testForwardingAction: FormAction<'kind'> = formAction(noFields, async (viewer) => {
  await testForwarding(viewer)
  return redirectWithin(viewer, '/audit/settings?done=tested')
})
