'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { addMailDomain, checkMailDomain, removeMailDomain } from '../domain/mail-domain/edit.ts'
import { removeSignOn, requireSignOn, setProvider, vouchForProvider } from '../domain/sign-on/provider.ts'
import { startSignOn, testSignOn } from '../domain/sign-on/start.ts'
import type { FormAction } from '../views/form.ts'
import type { AskField } from '../views/recovery-form.ts'
import type { MailDomainField, SignOnFlash, SignOnField } from '../views/sign-on.ts'
import { noFields } from '../web/fields.ts'
import { formAction, guestAction } from '../web/form-action.ts'
import { askInput } from './recovery-input.ts'
import { mailDomainInput, providerInput, requiredInput, vouchesInput } from './sign-on-input.ts'

function backToSignOn(flash: SignOnFlash): never {
  revalidatePath('/connection/sign-on')
  redirect(`/connection/sign-on?done=${flash}`)
}

/** Redirects to the identity provider for the domain of that address. */
export const startSignOnAction: FormAction<AskField> = guestAction(askInput, async ({ email }) =>
  redirect(await startSignOn(email)),
)

/** Sets the identity provider of the team. */
export const setProviderAction: FormAction<SignOnField> = formAction(providerInput, async (viewer, draft) => {
  await setProvider(viewer, draft)
  return backToSignOn('kept')
})

/** Redirects to the provider, to test whether it works. */
export const testSignOnAction: FormAction<'required'> = formAction(noFields, async (viewer) =>
  redirect(await testSignOn(viewer)),
)

/** Makes it the only sign-in for all but owners, or optional again. */
export const requireSignOnAction: FormAction<'required'> = formAction(
  requiredInput,
  async (viewer, { required }) => {
    await requireSignOn(viewer, required)
    return backToSignOn(required ? 'required' : 'optional')
  },
)

/** Removes the provider. */
export const removeSignOnAction: FormAction<'required'> = formAction(noFields, async (viewer) => {
  await removeSignOn(viewer)
  return backToSignOn('removed')
})

/** Accepts the provider's addresses although it does not claim to have verified them, or no longer. */
export const vouchAction: FormAction<'vouches'> = formAction(vouchesInput, async (viewer, { vouches }) => {
  await vouchForProvider(viewer, vouches)
  return backToSignOn(vouches ? 'vouched' : 'unvouched')
})

/** Claims a mail domain, which its DNS then has to prove. */
export const addMailDomainAction: FormAction<MailDomainField> = formAction(
  mailDomainInput,
  async (viewer, { domain }) => {
    await addMailDomain(viewer, domain)
    return backToSignOn('added')
  },
)

/** Checks the DNS of a mail domain. */
export const checkMailDomainAction: FormAction<MailDomainField> = formAction(
  mailDomainInput,
  async (viewer, { domain }) =>
    backToSignOn((await checkMailDomain(viewer, domain)) === 'live' ? 'proved' : 'unproved'),
)

/** Removes a mail domain. */
export const removeMailDomainAction: FormAction<MailDomainField> = formAction(
  mailDomainInput,
  async (viewer, { domain }) => {
    await removeMailDomain(viewer, domain)
    return backToSignOn('dropped')
  },
)
