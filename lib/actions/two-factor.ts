'use server'
import { redirect } from 'next/navigation'
import { finishSignIn, twoFactorOptions } from '../domain/auth/two-factor.ts'
import type { FormAction } from '../views/form.ts'
import type { CodeField, PasskeyField } from '../views/two-factor-form.ts'
import { guestAction, guestReadAction } from '../web/form-action.ts'
import { noFields } from '../web/fields.ts'
import { codeInput, passkeyInput } from './two-factor-input.ts'

/** Finishes the sign-in that waits in this browser with a code, and goes on to where the person was. */
export const codeAction: FormAction<CodeField> = guestAction(codeInput, async ({ proof, next }) => {
  await finishSignIn(proof)
  return redirect(next)
})

/** The same with a passkey. */
export const passkeyAction: FormAction<PasskeyField> = guestAction(passkeyInput, async ({ proof, next }) => {
  await finishSignIn(proof)
  return redirect(next)
})

/** What the browser is to ask its passkey. */
export const passkeyOptionsAction = guestReadAction(noFields, twoFactorOptions)
