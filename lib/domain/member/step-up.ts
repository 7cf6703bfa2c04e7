// The viewer proves anew who they are, and for ten minutes may do what needs it; their session goes on under
// another id.
import 'server-only'
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import { keepChallenge } from '../../session/pending.ts'
import { renewSession } from '../../session/lifecycle.ts'
import type { Viewer } from '../../session/viewer.ts'
import { passkeysOf } from '../../store/passkeys.ts'
import { memberOf } from './own.ts'
import { challengedIn } from './passkeys.ts'
import { prove, type Proof } from './prove.ts'
import { relyingParty, requestOptions } from './relying-party.ts'

/** What the browser is told to prove one of the viewer's passkeys with. @throws SignedOut, Unavailable */
export async function stepUpOptions(viewer: Viewer): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const member = await memberOf(viewer)
  const here = (await passkeysOf(member.id)).filter(({ rpId }) => rpId === relyingParty())
  const options = await requestOptions(here)
  await keepChallenge(challengedIn(viewer), options.challenge)
  return options
}

/**
 * Takes a proof: the password, a code, or a passkey. @throws Rejected at `password` or `code`, or at no
 * field; SignedOut; Unavailable
 */
export async function stepUp(viewer: Viewer, proof: Proof): Promise<void> {
  await prove(await memberOf(viewer), proof, challengedIn(viewer))
  await renewSession(viewer.session)
}
