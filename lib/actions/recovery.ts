'use server'
import { redirect } from 'next/navigation'
import { askForReset, resetPassword } from '../domain/recovery.ts'
import { Rejected } from '../errors.ts'
import type { FormAction } from '../views/form.ts'
import type { AskField, SetPasswordField } from '../views/recovery-form.ts'
import { guestAction } from '../web/form-action.ts'
import { originHere } from '../web/here.ts'
import { forgetLink, linkAtHand } from '../web/link-cookie.ts'
import { askInput, setPasswordInput } from '../web/recovery-input.ts'

/** Asks for a link to a new password: one answer for every address. */
export const askForResetAction: FormAction<AskField> = guestAction(askInput, async ({ email }) => {
  await askForReset(email, originHere())
  return 'said.link.asked'
})

/** Sets the password of whoever holds the link, and goes on to signing in. */
export const setPasswordAction: FormAction<SetPasswordField> = guestAction(
  setPasswordInput,
  async ({ password }) => {
    const token = await linkAtHand()
    if (token === null) throw new Rejected({}, 'said.link.spent')
    await resetPassword(token, originHere(), password)
    await forgetLink()
    return redirect('/sign-in?ready')
  },
)
