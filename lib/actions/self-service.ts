'use server'
import { refresh } from 'next/cache'
import { editOwnBox } from '../domain/self-service/voicemail.ts'
import { editForward } from '../domain/self-service/forward.ts'
import { changeOwnPassword } from '../domain/self-service/password.ts'
import type { FormAction } from '../views/form.ts'
import type { PasswordField } from '../views/profile-form.ts'
import type { ForwardField } from '../views/user-fields.ts'
import type { OwnBoxField } from '../views/voicemail-fields.ts'
import { formAction } from '../web/form-action.ts'
import { redirectWithin } from '../web/redirect.ts'
import { forwardInput, ownBoxInput, ownPasswordInput } from './self-service-input.ts'

/** Saves the viewer's call forwarding. */
export const editForwardAction: FormAction<ForwardField> = formAction(forwardInput, async (viewer, edit) => {
  if (!(await editForward(viewer, edit))) return 'messages.unchanged'
  refresh()
  return 'messages.saved'
})

/** Saves the changed fields of the viewer's voicemail box. */
export const editOwnBoxAction: FormAction<OwnBoxField> = formAction(
  ownBoxInput,
  async (viewer, { box, ...edit }) => {
    if (!(await editOwnBox(viewer, box, edit))) return 'messages.unchanged'
    refresh()
    return 'messages.saved'
  },
)

/** Sets another password, given the old one, and shows the viewer's phone. */
export const changeOwnPasswordAction: FormAction<PasswordField> = formAction(
  ownPasswordInput,
  async (viewer, { old, fresh }) => {
    await changeOwnPassword(viewer, old, fresh)
    return redirectWithin(viewer, '/me?done=password')
  },
)
