// Verifies a proof of identity beyond an open session: a password, a code, or a passkey.
import 'server-only'
import { Rejected } from '../../errors.ts'
import type { Sealed } from '../../sealed.ts'
import { consumeChallenge } from '../../session/pending.ts'
import { permitAttempt, throttledProof } from '../../session/throttle.ts'
import type { MemberRecord } from '../../store/members.ts'
import { consumeRecoveryCode, consumeTotpStep, totpOf } from '../../store/second-factors.ts'
import { verifyPassword } from '../auth/password.ts'
import { digestOfCode } from './recovery-codes.ts'
import { verifyAuthentication } from './relying-party.ts'
import { stepOfCode } from './totp.ts'

/**
 * A proof as submitted. A code is one of the authenticator app, or a recovery code; `response` is the
 * WebAuthn response.
 */
export type Proof =
  | { kind: 'password'; password: Sealed<'password'> }
  | { kind: 'code'; code: string }
  | { kind: 'passkey'; response: unknown }

/**
 * Verifies that `proof` is the member's; guesses are throttled as at sign-in. `challengeOwner` is the owner
 * of the passkey challenge.
 * @throws Rejected, at `password` or `code`, when it is not; Throttled; Unavailable
 */
export async function prove(member: MemberRecord, proof: Proof, challengeOwner: string): Promise<void> {
  await throttledProof(member.email, () => requireProof(member, proof, challengeOwner))
}

/**
 * The same inside an attempt that was counted already. Codes have a limit per member.
 * @throws as above
 */
export async function requireProof(
  member: MemberRecord,
  proof: Proof,
  challengeOwner: string,
): Promise<void> {
  const counted =
    proof.kind === 'code' ? await permitAttempt('code', `${member.id} ${member.stamp}`, null) : null
  if (!(await isProofOf(member, proof, challengeOwner))) throw refused(proof)
  await counted?.refund()
}

function refused({ kind }: Proof): Rejected {
  if (kind === 'password') return new Rejected({ password: 'messages.member.oldPassword' })
  if (kind === 'code') return new Rejected({ code: 'messages.member.code' })
  return new Rejected({}, 'messages.member.passkey')
}

async function isProofOf(member: MemberRecord, proof: Proof, challengeOwner: string): Promise<boolean> {
  if (proof.kind === 'password') return verifyPassword(member.passwordHash, proof.password)
  if (proof.kind === 'code') return isCodeOf(member, proof.code)
  const challenge = await consumeChallenge(challengeOwner)
  return challenge !== null && (await verifyAuthentication(proof.response, challenge))?.member === member.id
}

async function isCodeOf(member: MemberRecord, typed: string): Promise<boolean> {
  const digest = digestOfCode(typed)
  if (digest !== null) return consumeRecoveryCode(member, digest)
  const { active: secret } = await totpOf(member)
  const step = secret === null ? null : stepOfCode(secret, typed)
  return step !== null && consumeTotpStep(member, step)
}
