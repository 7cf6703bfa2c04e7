'use server'
import { refresh } from 'next/cache'
import { startImpersonation } from '../domain/impersonation/start.ts'
import { endImpersonationOfMe, endImpersonationOf, endOwnImpersonation } from '../domain/impersonation/end.ts'
import { chooseImpersonationPolicy } from '../domain/impersonation/find.ts'
import type { ImpersonationField, ImpersonationPolicyField } from '../views/impersonation.ts'
import type { FormAction } from '../views/form.ts'
import { impersonationIdInput, impersonationInput, impersonationPolicyInput } from './impersonation-input.ts'
import { noFields } from '../web/fields.ts'
import { formAction } from '../web/form-action.ts'
import { redirectTo } from '../web/redirect.ts'

/** Starts to impersonate a user or an account, and shows what they see. */
export const startImpersonationAction: FormAction<ImpersonationField> = formAction(
  impersonationInput,
  async (viewer, start) => redirectTo(await startImpersonation(viewer, start)),
)

/** Ends the impersonation, and redirects to where it started. */
export const endOwnImpersonationAction: FormAction<never> = formAction(noFields, async (viewer) =>
  redirectTo(await endOwnImpersonation(viewer)),
)

/** Ends the impersonation of a team member. */
export const endImpersonationAction: FormAction<'impersonation'> = formAction(
  impersonationIdInput,
  async (viewer, { impersonation }) => {
    await endImpersonationOf(viewer, impersonation)
    refresh()
    return 'messages.impersonation.over'
  },
)

/** Ends an impersonation of the viewer. */
export const endImpersonationOfMeAction: FormAction<'impersonation'> = formAction(
  impersonationIdInput,
  async (viewer, { impersonation }) => {
    await endImpersonationOfMe(viewer, impersonation)
    refresh()
    return 'messages.impersonation.over'
  },
)

/** Sets what customers learn of impersonations. */
export const impersonationPolicyAction: FormAction<ImpersonationPolicyField> = formAction(
  impersonationPolicyInput,
  async (viewer, policy) => {
    await chooseImpersonationPolicy(viewer, policy)
    refresh()
    return 'messages.saved'
  },
)
