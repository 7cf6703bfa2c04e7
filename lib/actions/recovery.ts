'use server'
import { redirect } from 'next/navigation'
import { askForReset, resetPassword } from '../domain/auth/recovery.ts'
import { Rejected } from '../errors.ts'
import type { FormAction } from '../views/form.ts'
import type { AskField, SetPasswordField } from '../views/recovery-form.ts'
import { guestAction } from '../web/form-action.ts'
import { linkInCookie, clearLinkCookie } from '../web/link-cookie.ts'
import { askInput, setPasswordInput } from './recovery-input.ts'
import { requestOrigin } from '../web/same-origin.ts'

/** Requests a link to a new password; the response is the same for every address. */
export const askForResetAction: FormAction<AskField> = guestAction(askInput, async ({ email }) => {
  await askForReset(email, await requestOrigin())
  return 'messages.link.asked'
})

/** Sets the password of whoever has the link, and continues to sign-in. */
export const setPasswordAction: FormAction<SetPasswordField> = guestAction(
  setPasswordInput,
  async ({ password }) => {
    const token = await linkInCookie('/set-password')
    if (token === null) throw new Rejected({}, 'messages.link.used')
    await resetPassword(token, await requestOrigin(), password)
    await clearLinkCookie('/set-password')
    return redirect('/sign-in?ready')
  },
)
