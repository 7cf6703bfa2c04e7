// Creates and verifies passkeys (WebAuthn, level 3), bound to one host, always with user verification.
import 'server-only'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticatorTransport,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { z } from 'zod'
import { currentRequest } from '../../session/request.ts'
import { findPasskey, recordPasskeyUse, type PasskeyDraft, type PasskeyRecord } from '../../store/passkeys.ts'
import { currentSite } from '../site.ts'

const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const
const encoded = z.string().regex(/^[A-Za-z0-9_-]{1,8192}$/)
const shape = { id: encoded, rawId: encoded, type: z.literal('public-key') }
const Registration = z.object({
  ...shape,
  response: z.object({
    clientDataJSON: encoded,
    attestationObject: encoded,
    transports: z.array(z.enum(TRANSPORTS)).catch([]),
  }),
})
const Authentication = z.object({
  ...shape,
  response: z.object({ clientDataJSON: encoded, authenticatorData: encoded, signature: encoded }),
})

/** The host of the passkeys: that of the current site. */
export function relyingParty(): string {
  return new URL(`http://${currentRequest().host}`).hostname
}

/** The options to create a passkey; the caller must store their `challenge`. */
export async function creationOptions(
  member: { id: string; email: string; name: string },
  known: readonly PasskeyRecord[],
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return generateRegistrationOptions({
    rpName: relyingParty(),
    rpID: relyingParty(),
    userID: new TextEncoder().encode(member.id),
    userName: member.email,
    userDisplayName: member.name,
    attestationType: 'none',
    excludeCredentials: known.map(described),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  })
}

/** The options to prove a passkey; without `known`, any passkey of this host. */
export async function requestOptions(
  known: readonly PasskeyRecord[] | null,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: relyingParty(),
    userVerification: 'required',
    ...(known !== null && { allowCredentials: known.map(described) }),
  })
}

/** The new passkey that answers this challenge, or null if any check fails. */
export async function verifyRegistration(
  posted: unknown,
  challenge: string,
): Promise<Omit<PasskeyDraft, 'tenant' | 'member' | 'name'> | null> {
  const parsed = Registration.safeParse(posted)
  if (!parsed.success) return null
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: { ...parsed.data, clientExtensionResults: {} },
    expectedChallenge: challenge,
    expectedOrigin: (await currentSite()).origin,
    expectedRPID: relyingParty(),
    requireUserVerification: true,
  }).catch(() => ({ verified: false, registrationInfo: undefined }))
  if (!verified || registrationInfo === undefined) return null
  const { id: credential, publicKey, counter } = registrationInfo.credential
  const { transports } = parsed.data.response
  return { rpId: relyingParty(), credential, publicKey, counter, transports }
}

/**
 * The passkey that signed this challenge, or null. Records its use.
 * @throws Unavailable
 */
export async function verifyAuthentication(
  posted: unknown,
  challenge: string,
): Promise<PasskeyRecord | null> {
  const parsed = Authentication.safeParse(posted)
  const passkey = parsed.success ? await findPasskey(relyingParty(), parsed.data.id) : null
  if (!parsed.success || passkey === null) return null
  const { publicKey, counter } = passkey
  const proof = await verifyAuthenticationResponse({
    response: { ...parsed.data, clientExtensionResults: {} },
    expectedChallenge: challenge,
    expectedOrigin: (await currentSite()).origin,
    expectedRPID: relyingParty(),
    credential: { id: passkey.credential, publicKey, counter },
    requireUserVerification: true,
  }).catch(() => null)
  if (!proof?.verified) return null
  return (await recordPasskeyUse(passkey, proof.authenticationInfo.newCounter)) ? passkey : null
}

function described({ credential, transports }: PasskeyRecord) {
  const known = transports.filter((each): each is AuthenticatorTransport =>
    TRANSPORTS.some((transport) => transport === each),
  )
  return { id: credential, transports: known }
}
