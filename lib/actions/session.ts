'use server'
import { redirect } from 'next/navigation'
import { signIn } from '../domain/auth/sign-in.ts'
import type { FormAction } from '../views/form.ts'
import type { SignInField } from '../views/viewer.ts'
import { guestAction } from '../web/form-action.ts'
import { signInInput } from './session-input.ts'

/**
 * Signs in with e-mail and password, and continues where the user was; first to the second step where there
 * is one.
 */
export const signInAction: FormAction<SignInField> = guestAction(
  signInInput,
  async ({ email, password, next }) => {
    const reached = await signIn(email, password)
    return redirect(reached === 'signed in' ? next : `/sign-in/second?next=${encodeURIComponent(next)}`)
  },
)
