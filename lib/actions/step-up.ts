'use server'
import { redirect } from 'next/navigation'
import { stepUp } from '../domain/member/step-up.ts'
import type { FormAction } from '../views/form.ts'
import type { StepUpField } from '../views/step-up-form.ts'
import { formAction } from '../web/form-action.ts'
import { stepUpInput } from './step-up-input.ts'

/** Verifies the password of the viewer; from the page that asks for it they continue where they were. */
export const stepUpAction: FormAction<StepUpField> = formAction(
  stepUpInput,
  async (viewer, { password, next }) => {
    await stepUp(viewer, { kind: 'password', password })
    return next === null ? 'messages.member.proved' : redirect(next)
  },
)
