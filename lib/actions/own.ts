'use server'
import { refresh } from 'next/cache'
import { editOwnBox } from '../domain/own/box.ts'
import { editForward } from '../domain/own/forward.ts'
import { changeOwnPassword } from '../domain/own/password.ts'
import type { FormAction } from '../views/form.ts'
import type { ForwardField, OwnBoxField } from '../views/own-form.ts'
import type { PasswordField } from '../views/profile-form.ts'
import { formAction } from '../web/form-action.ts'
import { go } from '../web/go.ts'
import { forwardInput, ownBoxInput, ownPasswordInput } from '../web/own-input.ts'

/** Saves where one's own calls go. */
export const editForwardAction: FormAction<ForwardField> = formAction(forwardInput, async (viewer, edit) => {
  if (!(await editForward(viewer, edit))) return 'said.unchanged'
  refresh()
  return 'said.saved'
})

/** Saves what changed of one's own voicemail box. */
export const editOwnBoxAction: FormAction<OwnBoxField> = formAction(
  ownBoxInput,
  async (viewer, { box, ...edit }) => {
    if (!(await editOwnBox(viewer, box, edit))) return 'said.unchanged'
    refresh()
    return 'said.saved'
  },
)

/** Sets another password, on the old one, and shows one's phone. */
export const changeOwnPasswordAction: FormAction<PasswordField> = formAction(
  ownPasswordInput,
  async (viewer, { old, fresh }) => {
    await changeOwnPassword(viewer, old, fresh)
    return go(viewer, '/me?done=password')
  },
)
