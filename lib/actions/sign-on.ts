'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { removeSignOn, requireSignOn, setProvider } from '../domain/sign-on/provider.ts'
import { startSignOn, testSignOn } from '../domain/sign-on/start.ts'
import type { FormAction } from '../views/form.ts'
import type { AskField } from '../views/recovery-form.ts'
import type { SignOnDeed, SignOnField } from '../views/sign-on.ts'
import { nothing } from '../web/connection-input.ts'
import { formAction, guestAction } from '../web/form-action.ts'
import { askInput } from '../web/recovery-input.ts'
import { providerInput, requiredInput } from '../web/sign-on-input.ts'

function done(deed: SignOnDeed): never {
  revalidatePath('/connection/sign-on')
  redirect(`/connection/sign-on?done=${deed}`)
}

/** Goes on to the identity provider of whoever has an address of that domain. */
export const startSignOnAction: FormAction<AskField> = guestAction(askInput, async ({ email }) =>
  redirect(await startSignOn(email)),
)

/** Sets the identity provider of the team. */
export const setProviderAction: FormAction<SignOnField> = formAction(providerInput, async (viewer, draft) => {
  await setProvider(viewer, draft)
  return done('kept')
})

/** Goes on to the provider, to see whether it works. */
export const testSignOnAction: FormAction<'required'> = formAction(nothing, async (viewer) =>
  redirect(await testSignOn(viewer)),
)

/** Makes it the only way in for all but owners, or not. */
export const requireSignOnAction: FormAction<'required'> = formAction(
  requiredInput,
  async (viewer, { required }) => {
    await requireSignOn(viewer, required)
    return done(required ? 'required' : 'optional')
  },
)

/** Forgets the provider. */
export const removeSignOnAction: FormAction<'required'> = formAction(nothing, async (viewer) => {
  await removeSignOn(viewer)
  return done('removed')
})
