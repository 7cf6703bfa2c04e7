// Borrowing somebody's eyes: with a reason, for an hour at most, to look, or with changes where that was asked for and proved.
import 'server-only'
import { randomUUID } from 'node:crypto'
import { Forbidden } from '../../errors.ts'
import { findAccount } from '../../kazoo/accounts.ts'
import { impersonate } from '../../kazoo/auth.ts'
import type { ApiToken, KazooId, UserRef } from '../../kazoo/ids.ts'
import { crossbarOrigin } from '../../kazoo/origin.ts'
import { findUser, type UserDoc } from '../../kazoo/users.ts'
import { actingDigest, baseOf, newGrant, storeActing } from '../../session/acting.ts'
import { indexActing } from '../../session/member-sessions.ts'
import { resolve } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import { actingPolicyOf, insertActing } from '../../store/actings.ts'
import type { AuditSubject } from '../../store/audit-subjects.ts'
import { database } from '../../store/database.ts'
import { ROLES, type Role } from '../../views/viewer.ts'
import { pathOf } from '../account/place.ts'
import { recorded } from '../audit.ts'
import { heldBy } from '../connection/held.ts'
import { ancestorsWithin, grantOf, type Grant } from '../grant.ts'
import { enqueueMail } from '../mail.ts'
import { requireFresh } from '../member/fresh.ts'
import { permit } from '../permission.ts'

/** How long an acting lasts at most, in ms. */
const LONGEST = 60 * 60_000

/** Why, and how far: `changes` false only looks. */
export type ActingStart = { reason: string; ticket: string; changes: boolean }
type Eyes = { account: KazooId<'account'>; accountName: string; user: UserRef | null; doc: UserDoc | null }

/** Acts as a user. @returns the base of every path of the acting. @throws StepUpNeeded, Forbidden, NotFound, Unavailable */
export async function actAs(viewer: Viewer, user: string, start: ActingStart): Promise<string> {
  mayBegin(viewer, start)
  const ref = await resolve(viewer.session, 'user', user)
  const grant = grantOf(viewer)
  const [account, doc] = await Promise.all([
    findAccount(grant.kazoo, ref.account),
    findUser(grant.kazoo, ref),
    ancestorsWithin(grant, ref.account),
  ])
  const eyes = { account: ref.account, accountName: account.name, user: ref, doc }
  return begin(viewer, grant, eyes, start)
}

/** Acts in an account, as its admin would see it. Otherwise as `actAs`. */
export async function actIn(viewer: Viewer, account: string, start: ActingStart): Promise<string> {
  mayBegin(viewer, start)
  const id = await resolve(viewer.session, 'account', account)
  const grant = grantOf(viewer)
  const [doc] = await Promise.all([findAccount(grant.kazoo, id), ancestorsWithin(grant, id)])
  return begin(viewer, grant, { account: id, accountName: doc.name, user: null, doc: null }, start)
}

function mayBegin(viewer: Viewer, { changes }: ActingStart): void {
  permit(viewer, 'act.begin')
  if (!changes) return
  permit(viewer, 'act.change')
  requireFresh(viewer)
}

async function begin(viewer: Viewer, grant: Grant, eyes: Eyes, start: ActingStart): Promise<string> {
  const { record } = viewer.session
  const { reason, changes } = start
  const ticket = start.ticket === '' ? null : start.ticket
  const asWhom = eyes.doc === null ? null : nameOf(eyes.doc)
  const thing: AuditSubject =
    eyes.user === null ? { kind: 'account', ref: eyes.account } : { kind: 'user', ref: eyes.user }
  const subject = { kind: thing.kind, name: asWhom ?? eyes.accountName, thing }
  const path = await pathOf(grant, eyes.account)
  const after = { reason, ticket, changes }
  return recorded(viewer, 'act.begin', { subject, path, before: null, after }, async () => {
    const native = await nativeToken(viewer, eyes.user)
    const grantName = newGrant()
    const digest = actingDigest(grantName)
    const now = Date.now()
    const endsAt = Math.min(record.endsAt, now + LONGEST)
    const acting = {
      id: randomUUID(),
      under: record.lineage,
      role: roleIn(record.role),
      asWhom,
      account: eyes.accountName,
      reason,
      ticket,
      changes,
      native: native !== null,
      from: viewer.request.path.replace(/\/act$/, ''),
      until: record.endsAt,
    }
    // Indexed first: whoever ends all sessions of this member finds it, whatever comes between.
    await indexActing(digest, record.person)
    await database()
      .transaction()
      .execute(async (db) => {
        await insertActing(db, {
          ...acting,
          tenant: record.tenant,
          member: { id: record.person, name: record.name },
          thing,
          digest: digest.digest,
          lineage: record.lineage,
          beganAt: new Date(now),
          endsAt: new Date(endsAt),
        })
        const { mailed } = await actingPolicyOf(record.tenant)
        const email = eyes.doc?.email ?? null
        if (!mailed || email === null || asWhom === null) return
        const to = { tenant: record.tenant, member: null, name: asWhom, email, language: null }
        const at = new Date(now).toISOString()
        await enqueueMail(db, to, { kind: 'actedFor', member: record.name, reason, changes, at })
      })
    const kept = {
      ...record,
      role: eyes.doc === null || eyes.doc.privilege === 'admin' ? 'accountAdmin' : 'accountUser',
      granted: eyes.account,
      self: eyes.user?.user ?? null,
      renewedBy: native === null ? 'tenant' : 'nobody',
      acting,
      startedAt: now,
      endsAt,
    } as const
    await storeActing(grantName, kept, record.lineage, native ?? viewer.session.token)
    return baseOf(grantName)
  })
}

/** The role in the team of who may begin: `permit` has let nobody else through. */
function roleIn(role: Viewer['session']['record']['role']): Role {
  const found = ROLES.find((each) => each === role)
  if (found === undefined) throw new Forbidden('said.role')
  return found
}

/** Kazoo's own token of that user, where it gives one: only to a user, never to an API key (crossbar.md 5.5). Otherwise we narrow our own. */
async function nativeToken(viewer: Viewer, user: UserRef | null): Promise<ApiToken | null> {
  const { record, token } = viewer.session
  if (user === null || (await heldBy(record.tenant))?.kind !== 'user') return null
  return impersonate(
    { origin: crossbarOrigin(record.origin), token, reference: viewer.request.reference },
    user,
  )
}

/** What a user is called. */
export function nameOf({ firstName, lastName, username }: UserDoc): string {
  return `${firstName} ${lastName}`.trim() || (username ?? '')
}
