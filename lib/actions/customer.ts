'use server'
import { redirect } from 'next/navigation'
import { askForCustomerReset } from '../domain/customer/ask-recovery.ts'
import { recoverPassword } from '../domain/customer/recover.ts'
import { signInCustomer } from '../domain/customer/sign-in.ts'
import { Rejected } from '../errors.ts'
import type { AskResetField, CustomerSignInField } from '../views/customer-form.ts'
import type { FormAction } from '../views/form.ts'
import type { SetPasswordField } from '../views/recovery-form.ts'
import { askResetInput, customerSignInInput, recoverInput } from './customer-input.ts'
import { guestAction } from '../web/form-action.ts'
import { textInLinkCookie, clearLinkCookie } from '../web/link-cookie.ts'

/** Signs a customer in with their Kazoo credentials, and continues where they were. */
export const customerSignInAction: FormAction<CustomerSignInField> = guestAction(
  customerSignInInput,
  async ({ next, ...typed }) => {
    await signInCustomer(typed)
    return redirect(next)
  },
)

/** Requests a recovery mail of Kazoo; the response is the same for everybody. */
export const askForCustomerResetAction: FormAction<AskResetField> = guestAction(
  askResetInput,
  async (typed) => {
    await askForCustomerReset(typed)
    return 'messages.customer.asked'
  },
)

/** Sets the password of whoever has the link, and signs them in. */
export const recoverAction: FormAction<SetPasswordField> = guestAction(recoverInput, async ({ password }) => {
  const link = await textInLinkCookie('/recover/password')
  if (link === null) throw new Rejected({}, 'messages.customer.used')
  await recoverPassword(link, password)
  await clearLinkCookie('/recover/password')
  return redirect('/')
})
