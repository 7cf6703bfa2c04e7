// Manages a member's passkeys on this host.
import 'server-only'
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server'
import { NotFound, Rejected } from '../../errors.ts'
import { storeChallenge, consumeChallenge } from '../../session/pending.ts'
import type { Viewer } from '../../session/viewer.ts'
import { Conflict } from '../../store/errors.ts'
import { deletePasskey, insertPasskey, passkeysOf } from '../../store/passkeys.ts'
import { countRecoveryCodes, replaceRecoveryCodes } from '../../store/second-factors.ts'
import { recorded } from '../audit/record.ts'
import { permit } from '../permission.ts'
import { issueRecoveryCodes } from './factors.ts'
import { requireFresh } from './require-step-up.ts'
import { changeFactors, memberOf } from './own.ts'
import { creationOptions, verifyRegistration, relyingParty } from './relying-party.ts'

const LONGEST_NAME = 64

/** The owner of a challenge: the viewer's session. */
export const challengeOwnerOf = ({ session }: Viewer): string => `session ${session.digest.digest}`

/**
 * Begins to create a passkey. Returns the WebAuthn options.
 * @throws StepUpNeeded, Unavailable
 */
export async function beginPasskey(viewer: Viewer): Promise<PublicKeyCredentialCreationOptionsJSON> {
  permit(viewer, 'profile.factors')
  requireFresh(viewer)
  const member = await memberOf(viewer)
  const passkeysOfHost = (await passkeysOf(member.id)).filter(({ rpId }) => rpId === relyingParty())
  const options = await creationOptions(member, passkeysOfHost)
  await storeChallenge(challengeOwnerOf(viewer), options.challenge)
  return options
}

/**
 * Stores a new passkey. The first factor brings ten recovery codes, which are never shown again; any other
 * brings none.
 * @throws StepUpNeeded; Rejected when it does not answer the challenge, or exists already; Unavailable
 */
export async function addPasskey(viewer: Viewer, name: string, posted: unknown): Promise<string[]> {
  permit(viewer, 'profile.factors')
  requireFresh(viewer)
  const member = await memberOf(viewer)
  const challenge = await consumeChallenge(challengeOwnerOf(viewer))
  const made = challenge === null ? null : await verifyRegistration(posted, challenge)
  if (made === null) throw new Rejected({}, 'messages.member.passkey')
  const called = name.trim().slice(0, LONGEST_NAME) || made.rpId
  const hasCodes = (await countRecoveryCodes(member)) > 0
  const change = subjectOf(called, { passkey: 'added' })
  return recorded(viewer, 'profile.factors', change, () =>
    changeFactors(viewer, member, 'passkeyAdded', async (db) => {
      await insertPasskey(db, { ...made, tenant: member.tenant, member: member.id, name: called })
      return hasCodes ? [] : issueRecoveryCodes(db, member)
    }).catch((error: unknown) => {
      if (error instanceof Conflict) throw new Rejected({}, 'messages.member.passkeyKnown')
      throw error
    }),
  )
}

/**
 * Removes one of the viewer's passkeys; with the last factor the recovery codes go too.
 * @throws StepUpNeeded, NotFound, Unavailable
 */
export async function removePasskey(viewer: Viewer, passkey: string): Promise<void> {
  permit(viewer, 'profile.factors')
  requireFresh(viewer)
  const member = await memberOf(viewer)
  const passkeys = await passkeysOf(member.id)
  const found = passkeys.find(({ id }) => id === passkey)
  if (found === undefined) throw new NotFound()
  const last = passkeys.length === 1 && !member.hasTotp
  await recorded(viewer, 'profile.factors', subjectOf(found.name, { passkey: 'removed' }), () =>
    changeFactors(viewer, member, 'passkeyRemoved', async (db) => {
      if (!(await deletePasskey(db, member.id, passkey))) throw new NotFound()
      if (last) await replaceRecoveryCodes(db, member, [])
    }),
  )
}

function subjectOf(name: string, after: Readonly<Record<string, string>>) {
  return { subject: { kind: 'passkey', name, resource: null }, path: [], before: null, after }
}
