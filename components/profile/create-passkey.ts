import {
  browserSupportsWebAuthn,
  startRegistration,
  WebAuthnError,
  type PublicKeyCredentialCreationOptionsJSON,
} from '@simplewebauthn/browser'

/** The new passkey's response as JSON, or why there is none. */
export type Creation = { ok: true; response: string } | { ok: false; why: 'cancelled' | 'known' | 'unable' }

/**
 * Has the browser create a passkey. A failure is reported in general terms only, so that no page learns which
 * authenticators exist.
 */
export async function createPasskey(options: PublicKeyCredentialCreationOptionsJSON): Promise<Creation> {
  if (!browserSupportsWebAuthn()) return { ok: false, why: 'unable' }
  try {
    return { ok: true, response: JSON.stringify(await startRegistration({ optionsJSON: options })) }
  } catch (error) {
    const known = error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED'
    return { ok: false, why: known ? 'known' : 'cancelled' }
  }
}
