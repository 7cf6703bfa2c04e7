'use server'
import { redirect } from 'next/navigation'
import { stepUp } from '../domain/member/step-up.ts'
import type { FormAction } from '../views/form.ts'
import type { StepUpField } from '../views/step-up-form.ts'
import { formAction } from '../web/form-action.ts'
import { stepUpInput } from './step-up-input.ts'

/** Takes the password of who is signed in; from the page that asks for it they go on to where they were. */
export const stepUpAction: FormAction<StepUpField> = formAction(
  stepUpInput,
  async (viewer, { password, next }) => {
    await stepUp(viewer, { kind: 'password', password })
    return next === null ? 'messages.member.proved' : redirect(next)
  },
)
