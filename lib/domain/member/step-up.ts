// Proves the viewer's identity again, for ten minutes; their session continues under a new id.
import 'server-only'
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import { storeChallenge } from '../../session/pending.ts'
import { renewSession } from '../../session/lifecycle.ts'
import type { Viewer } from '../../session/viewer.ts'
import { passkeysOf } from '../../store/passkeys.ts'
import { memberOf } from './own.ts'
import { challengeOwnerOf } from './passkeys.ts'
import { prove, type Proof } from './prove.ts'
import { relyingParty, requestOptions } from './relying-party.ts'

/**
 * The options to prove one of the viewer's passkeys.
 * @throws SignedOut, Unavailable
 */
export async function stepUpOptions(viewer: Viewer): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const member = await memberOf(viewer)
  const passkeysOfHost = (await passkeysOf(member.id)).filter(({ rpId }) => rpId === relyingParty())
  const options = await requestOptions(passkeysOfHost)
  await storeChallenge(challengeOwnerOf(viewer), options.challenge)
  return options
}

/**
 * Accepts a proof: the password, a code, or a passkey.
 * @throws Rejected at `password` or `code`, or at no field; SignedOut; Unavailable
 */
export async function stepUp(viewer: Viewer, proof: Proof): Promise<void> {
  await prove(await memberOf(viewer), proof, challengeOwnerOf(viewer))
  await renewSession(viewer.session)
}
