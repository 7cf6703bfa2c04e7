'use server'
import { redirect } from 'next/navigation'
import { finishSignIn, twoFactorOptions } from '../domain/auth/two-factor.ts'
import type { FormAction } from '../views/form.ts'
import type { CodeField, PasskeyField } from '../views/two-factor-form.ts'
import { guestAction, guestReadAction } from '../web/form-action.ts'
import { noFields } from '../web/fields.ts'
import { codeInput, passkeyInput } from './two-factor-input.ts'

/** Finishes the pending sign-in of this browser with a code, and continues where the user was. */
export const codeAction: FormAction<CodeField> = guestAction(codeInput, async ({ proof, next }) => {
  await finishSignIn(proof)
  return redirect(next)
})

/** The same with a passkey. */
export const passkeyAction: FormAction<PasskeyField> = guestAction(passkeyInput, async ({ proof, next }) => {
  await finishSignIn(proof)
  return redirect(next)
})

/** Returns the options with which the browser asks for its passkey. */
export const passkeyOptionsAction = guestReadAction(noFields, twoFactorOptions)
