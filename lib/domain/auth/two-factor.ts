// Runs the second step of a sign-in: a code or a passkey, within five minutes of the password and in the same
// browser.
import 'server-only'
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import { Rejected } from '../../errors.ts'
import { log } from '../../log.ts'
import {
  startPendingSignIn,
  pendingChallengeOwner,
  countPendingAttempt,
  currentPendingSignIn,
  storeChallenge,
  consumePendingSignIn,
} from '../../session/pending.ts'
import { currentRequest } from '../../session/request.ts'
import { throttledProof } from '../../session/throttle.ts'
import { findMember, type MemberRecord } from '../../store/members.ts'
import { passkeysOf } from '../../store/passkeys.ts'
import { findTenant } from '../../store/tenants.ts'
import type { TwoFactor } from '../../views/member.ts'
import { startMemberSession } from './start-session.ts'
import { requireProof, type Proof } from '../member/prove.ts'
import { relyingParty, requestOptions } from '../member/relying-party.ts'

/**
 * Whether the member needs more than a password.
 * @throws Unavailable
 */
export async function needsTwoFactor(member: MemberRecord): Promise<boolean> {
  return member.hasTotp || (await passkeysOf(member.id)).length > 0
}

/** Stores for this browser that the password was right; no session exists yet. */
export async function awaitTwoFactor({ id, stamp }: MemberRecord): Promise<void> {
  await startPendingSignIn({ member: id, stamp })
}

/**
 * The second factors of the pending sign-in in this browser; null: none is pending.
 * @throws Unavailable
 */
export async function findTwoFactor(): Promise<TwoFactor | null> {
  const member = await pendingMember()
  if (member === null) return null
  const passkey = (await passkeysOf(member.id)).some(({ rpId }) => rpId === relyingParty())
  return { app: member.hasTotp, passkey }
}

/**
 * The WebAuthn options to prove a passkey of the pending member.
 * @throws Rejected when no sign-in is pending; Unavailable
 */
export async function twoFactorOptions(): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const [member, challengeOwner] = [await pendingMember(), await pendingChallengeOwner()]
  if (member === null || challengeOwner === null) throw new Rejected({}, 'messages.member.tooLate')
  const passkeysOfHost = (await passkeysOf(member.id)).filter(({ rpId }) => rpId === relyingParty())
  const options = await requestOptions(passkeysOfHost)
  await storeChallenge(challengeOwner, options.challenge)
  return options
}

/**
 * Finishes the pending sign-in.
 * @throws Rejected at `code`, or at no field: none is pending, five attempts, unknown passkey; Unavailable
 */
export async function finishSignIn(proof: Exclude<Proof, { kind: 'password' }>): Promise<void> {
  const [member, challengeOwner] = [await pendingMember(), await pendingChallengeOwner()]
  if (member === null || challengeOwner === null) throw new Rejected({}, 'messages.member.tooLate')
  const { reference, address } = currentRequest()
  try {
    await throttledProof(member.email, async () => {
      if (!(await countPendingAttempt())) throw new Rejected({}, 'messages.member.tooLate')
      await requireProof(member, proof, challengeOwner)
    })
  } catch (error) {
    if (error instanceof Rejected) log.warn('second step refused', { member: member.id, reference, address })
    throw error
  }
  const tenant = await findTenant(member.tenant)
  if (tenant?.status !== 'active' || !(await consumePendingSignIn()))
    throw new Rejected({}, 'messages.member.tooLate')
  await startMemberSession(member, tenant)
}

/** The member of the pending sign-in, unless their access changed since. */
async function pendingMember(): Promise<MemberRecord | null> {
  const pending = await currentPendingSignIn()
  const member = pending === null ? null : await findMember(pending.member)
  return member?.status === 'active' && member.stamp === pending?.stamp ? member : null
}
