import {
  browserSupportsWebAuthn,
  startRegistration,
  WebAuthnError,
  type PublicKeyCredentialCreationOptionsJSON,
} from '@simplewebauthn/browser'

/** What an authenticator made, as JSON; or why it made nothing. */
export type Made = { ok: true; response: string } | { ok: false; why: 'cancelled' | 'known' | 'unable' }

/** Has the browser make a passkey. Why it made none it says in general only, so that no page learns which devices there are. */
export async function createPasskey(options: PublicKeyCredentialCreationOptionsJSON): Promise<Made> {
  if (!browserSupportsWebAuthn()) return { ok: false, why: 'unable' }
  try {
    return { ok: true, response: JSON.stringify(await startRegistration({ optionsJSON: options })) }
  } catch (error) {
    const known = error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED'
    return { ok: false, why: known ? 'known' : 'cancelled' }
  }
}
