// Proving who one is beyond a session that is open: by password, by a code, or by a passkey.
import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { Rejected } from '../../errors.ts'
import type { Sealed } from '../../sealed.ts'
import { countUse } from '../../session/limit.ts'
import { takeChallenge } from '../../session/pending.ts'
import { currentRequest } from '../../session/request.ts'
import { countAttempt, forgiveAttempts } from '../../session/throttle.ts'
import type { MemberRecord } from '../../store/members.ts'
import { takeRecoveryCode, takeTotpStep, totpOf } from '../../store/second-factors.ts'
import { verifyPassword } from '../password.ts'
import { digestOfCode } from './recovery-codes.ts'
import { passkeyProved } from './relying-party.ts'
import { stepOfCode } from './totp.ts'

/** Only who has the password gets to guess codes, so that a limit of each member's own locks nobody out by strangers. */
const CODES = { each: 20, all: 10_000, seconds: 60 * 60 }

/** What somebody offers. A code is one of their app, or one of those for when it is lost; `response` is what the browser's passkey gave. */
export type Proof =
  | { kind: 'password'; password: Sealed<'password'> }
  | { kind: 'code'; code: string }
  | { kind: 'passkey'; response: unknown }

/**
 * Whether `proof` is the member's; guessing is slowed down as at sign-in. `whom` was given the challenge of a passkey.
 * @throws Rejected, at `password` or `code`, when it is not, or there were too many; Unavailable
 */
export async function prove(member: MemberRecord, proof: Proof, whom: string): Promise<void> {
  const { address } = currentRequest()
  const throttled = await countAttempt(member.email, address)
  if (throttled.refused !== null) {
    const minutes = Math.ceil(throttled.refused / 60)
    throw new Rejected({}, { sentence: 'said.signIn.throttled', values: { minutes } })
  }
  await wait(throttled.delay)
  const seconds = proof.kind === 'code' ? await countUse('code', CODES, member.id) : null
  if (seconds !== null) {
    const minutes = Math.ceil(seconds / 60)
    throw new Rejected({}, { sentence: 'said.signIn.throttled', values: { minutes } })
  }
  if (!(await holds(member, proof, whom))) throw refused(proof)
  await forgiveAttempts(member.email, address)
}

function refused({ kind }: Proof): Rejected {
  if (kind === 'password') return new Rejected({ password: 'said.member.oldPassword' })
  if (kind === 'code') return new Rejected({ code: 'said.member.code' })
  return new Rejected({}, 'said.member.passkey')
}

async function holds(member: MemberRecord, proof: Proof, whom: string): Promise<boolean> {
  if (proof.kind === 'password') return verifyPassword(member.passwordHash, proof.password)
  if (proof.kind === 'code') return isCodeOf(member, proof.code)
  const challenge = await takeChallenge(whom)
  return challenge !== null && (await passkeyProved(proof.response, challenge))?.member === member.id
}

async function isCodeOf(member: MemberRecord, typed: string): Promise<boolean> {
  const digest = digestOfCode(typed)
  if (digest !== null) return takeRecoveryCode(member, digest)
  const { inForce } = await totpOf(member)
  const step = inForce === null ? null : stepOfCode(inForce, typed)
  return step !== null && takeTotpStep(member, step)
}
