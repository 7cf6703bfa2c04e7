'use server'
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { beginTotp, confirmTotp, endTotp, renewRecoveryCodes } from '../domain/member/factors.ts'
import { addPasskey, beginPasskey, removePasskey } from '../domain/member/passkeys.ts'
import {
  askForEmail,
  changePassword,
  confirmEmail,
  editProfile,
  findProfile,
} from '../domain/member/profile.ts'
import { endOtherSessions, endSession } from '../domain/member/sessions.ts'
import { Rejected } from '../errors.ts'
import type { Answer, FormAction } from '../views/form.ts'
import type { SecurityFlash, SessionFlash } from '../views/member.ts'
import type {
  CodeField,
  EmailField,
  PasskeyField,
  PasswordField,
  ProfileField,
} from '../views/profile-form.ts'
import { noFields } from '../web/fields.ts'
import { formAction, guestAction, readAction } from '../web/form-action.ts'
import { setLanguageCookie } from '../web/frame-action.ts'
import { linkInCookie, clearLinkCookie } from '../web/link-cookie.ts'
import {
  codeInput,
  emailInput,
  newPasskeyInput,
  passkeyInput,
  passwordInput,
  profileInput,
  sessionInput,
} from './profile-input.ts'
import { requestOrigin } from '../web/same-origin.ts'

/** Redirects to the page of the second factors, which says what was done. */
function backToSecurity(flash: SecurityFlash): never {
  redirect(`/profile/security?done=${flash}`)
}

function backToSessions(flash: SessionFlash): never {
  redirect(`/profile/sessions?done=${flash}`)
}

/** Changes the viewer's name and language; pages in this browser use that language from then on. */
export const editProfileAction: FormAction<ProfileField> = formAction(
  profileInput,
  async (viewer, change) => {
    const before = await findProfile(viewer)
    const edited = await editProfile(viewer, change)
    if (before.language !== change.language) await setLanguageCookie(change.language)
    if (edited) revalidatePath('/', 'layout')
    return edited ? 'messages.saved' : 'messages.unchanged'
  },
)

/** Requests another e-mail address. */
export const askForEmailAction: FormAction<EmailField> = formAction(emailInput, async (viewer, { email }) => {
  await askForEmail(viewer, email)
  revalidatePath('/profile')
  return 'messages.member.emailAsked'
})

/** Uses the link that was sent to a new address, for whoever has it. */
export const confirmEmailAction: FormAction<never> = guestAction(noFields, async () => {
  const token = await linkInCookie('/confirm-email')
  if (token === null) throw new Rejected({}, 'messages.link.used')
  await confirmEmail(token, await requestOrigin())
  await clearLinkCookie('/confirm-email')
  return redirect('/confirm-email?done=1')
})

/** Sets another password, given the old one. */
export const changePasswordAction: FormAction<PasswordField> = formAction(
  passwordInput,
  async (viewer, { old, fresh }) => {
    await changePassword(viewer, old, fresh)
    return 'messages.member.passwordChanged'
  },
)

/** Begins to set up an authenticator app, and continues to the page that shows what it needs. */
export const beginTotpAction: FormAction<never> = formAction(noFields, async (viewer) => {
  await beginTotp(viewer)
  return redirect('/profile/security/app')
})

/** Activates the app; the recovery codes are shown only now. */
export const confirmTotpAction: FormAction<CodeField> = formAction(codeInput, async (viewer, { code }) => ({
  once: await confirmTotp(viewer, code),
  say: 'messages.member.totpInForce',
}))

/** Removes the app. */
export const endTotpAction: FormAction<never> = formAction(noFields, async (viewer) => {
  await endTotp(viewer)
  return backToSecurity('totpOff')
})

/** Replaces the recovery codes by new ones, which are shown only now. */
export const renewCodesAction: FormAction<never> = formAction(noFields, async (viewer) => ({
  once: await renewRecoveryCodes(viewer),
  say: 'messages.member.codesRenewed',
}))

/** Returns the options with which the browser creates a passkey. */
export async function beginPasskeyAction(): Promise<Answer<PublicKeyCredentialCreationOptionsJSON>> {
  return readPasskeyOptions(undefined)
}

const readPasskeyOptions = readAction(z.undefined(), beginPasskey)

/**
 * Stores the passkey that the browser created; the first factor brings recovery codes, which are shown only
 * now.
 */
export const addPasskeyAction: FormAction<PasskeyField> = formAction(
  newPasskeyInput,
  async (viewer, { name, response }) => {
    const codes = await addPasskey(viewer, name, response)
    return codes.length > 0
      ? { once: codes, say: 'messages.member.passkeyAdded' }
      : backToSecurity('passkeyAdded')
  },
)

/** Removes a passkey. */
export const removePasskeyAction: FormAction<'passkey'> = formAction(
  passkeyInput,
  async (viewer, { passkey }) => {
    await removePasskey(viewer, passkey)
    return backToSecurity('passkeyRemoved')
  },
)

/** Ends one of the viewer's own sessions. */
export const endSessionAction: FormAction<'session'> = formAction(
  sessionInput,
  async (viewer, { session }) => {
    await endSession(viewer, session)
    return backToSessions('one')
  },
)

/** Ends all of the viewer's sessions but this one. */
export const endOtherSessionsAction: FormAction<never> = formAction(noFields, async (viewer) => {
  await endOtherSessions(viewer)
  return backToSessions('others')
})
