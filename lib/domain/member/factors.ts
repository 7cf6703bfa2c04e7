// Manages a member's second factors: an authenticator app, and recovery codes.
import 'server-only'
import { Rejected } from '../../errors.ts'
import type { Viewer } from '../../session/viewer.ts'
import { passkeysOf } from '../../store/passkeys.ts'
import {
  countRecoveryCodes,
  putTotp,
  putTotpCandidate,
  removeTotp,
  replaceRecoveryCodes,
  totpOf,
} from '../../store/second-factors.ts'
import type { Database } from '../../store/database.ts'
import type { MemberRecord } from '../../store/members.ts'
import type { Factors, TotpSetup } from '../../views/member.ts'
import { recorded } from '../audit/record.ts'
import { permit } from '../permission.ts'
import { isFresh, requireFresh } from './require-step-up.ts'
import { changeFactors, memberOf } from './own.ts'
import { digestOfCode, newRecoveryCodes } from './recovery-codes.ts'
import { newTotpSecret, stepOfCode, totpSetup } from './totp.ts'

/**
 * The second factors of the viewer.
 * @throws SignedOut, Unavailable
 */
export async function findFactors(viewer: Viewer): Promise<Factors> {
  permit(viewer, 'profile.factors')
  const member = await memberOf(viewer)
  const passkeys = (await passkeysOf(member.id)).map(({ id, name, rpId, createdAt, lastUsedAt }) => ({
    passkey: id,
    name,
    host: rpId,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }))
  const recoveryCodesLeft = await countRecoveryCodes(member)
  return { totp: member.hasTotp, passkeys, recoveryCodesLeft, fresh: isFresh(viewer) }
}

/**
 * Begins to set up an app. Returns the secret for it; sign-in does not require it before `confirmTotp`.
 * @throws StepUpNeeded, Rejected
 */
export async function beginTotp(viewer: Viewer): Promise<TotpSetup> {
  permit(viewer, 'profile.factors')
  requireFresh(viewer)
  const member = await memberOf(viewer)
  if (member.hasTotp) throw new Rejected({}, 'messages.member.totpOn')
  const secret = newTotpSecret()
  await putTotpCandidate(member, secret)
  return totpSetup(secret, member.email, viewer.session.record.tenantName)
}

/**
 * The secret of an unfinished set-up; null: none is in progress.
 * @throws StepUpNeeded, Unavailable
 */
export async function findTotpSetup(viewer: Viewer): Promise<TotpSetup | null> {
  permit(viewer, 'profile.factors')
  requireFresh(viewer)
  const member = await memberOf(viewer)
  const { candidate } = await totpOf(member)
  return candidate === null ? null : totpSetup(candidate, member.email, viewer.session.record.tenantName)
}

/**
 * Activates the app by its first code. Returns ten recovery codes, which are never shown again.
 * @throws StepUpNeeded; Rejected at `code`; Unavailable
 */
export async function confirmTotp(viewer: Viewer, code: string): Promise<string[]> {
  permit(viewer, 'profile.factors')
  requireFresh(viewer)
  const member = await memberOf(viewer)
  const { candidate } = await totpOf(member)
  const step = candidate === null ? null : stepOfCode(candidate, code)
  if (candidate === null || step === null) throw new Rejected({ code: 'messages.member.code' })
  return recorded(viewer, 'profile.factors', about(member, { totp: true }), () =>
    changeFactors(viewer, member, 'totpOn', async (db) => {
      await putTotp(db, member, candidate, step)
      return issueRecoveryCodes(db, member)
    }),
  )
}

/**
 * Removes the app; if no passkey is left, the recovery codes go too.
 * @throws StepUpNeeded; Unavailable
 */
export async function endTotp(viewer: Viewer): Promise<void> {
  permit(viewer, 'profile.factors')
  requireFresh(viewer)
  const member = await memberOf(viewer)
  const keys = await passkeysOf(member.id)
  await recorded(viewer, 'profile.factors', about(member, { totp: false }), () =>
    changeFactors(viewer, member, 'totpOff', async (db) => {
      await removeTotp(db, member)
      if (keys.length === 0) await replaceRecoveryCodes(db, member, [])
    }),
  )
}

/**
 * Ten new recovery codes; the old ones become invalid.
 * @throws StepUpNeeded; Rejected without a second factor; Unavailable
 */
export async function renewRecoveryCodes(viewer: Viewer): Promise<string[]> {
  permit(viewer, 'profile.factors')
  requireFresh(viewer)
  const member = await memberOf(viewer)
  if (!member.hasTotp && (await passkeysOf(member.id)).length === 0)
    throw new Rejected({}, 'messages.member.noFactor')
  return recorded(viewer, 'profile.factors', about(member, { recoveryCodes: 'changed' }), () =>
    changeFactors(viewer, member, 'recoveryCodes', (db) => issueRecoveryCodes(db, member)),
  )
}

/** Replaces the recovery codes, inside the caller's transaction. */
export async function issueRecoveryCodes(db: Database, member: MemberRecord): Promise<string[]> {
  const codes = newRecoveryCodes()
  await replaceRecoveryCodes(
    db,
    member,
    codes.flatMap((code) => digestOfCode(code) ?? []),
  )
  return codes
}

function about({ name }: MemberRecord, after: Readonly<Record<string, string | boolean>>) {
  return { subject: { kind: 'member', name, resource: null }, path: [], before: null, after }
}
