// Borrowing somebody's eyes: with a reason, for an hour at most, to look, or with changes where that was asked for and proved.
import 'server-only'
import { randomUUID } from 'node:crypto'
import { Forbidden } from '../../errors.ts'
import { impersonate } from '../../kazoo/auth.ts'
import type { ApiToken, UserRef } from '../../kazoo/ids.ts'
import { crossbarOrigin } from '../../kazoo/origin.ts'
import { actingDigest, baseOf, newGrant, storeActing, type GrantName } from '../../session/acting.ts'
import { indexActing } from '../../session/member-sessions.ts'
import type { Acting } from '../../session/record-doc.ts'
import type { Viewer } from '../../session/viewer.ts'
import { actingPolicyOf, insertActing } from '../../store/actings.ts'
import { database } from '../../store/database.ts'
import { ROLES, type Role } from '../../views/viewer.ts'
import { recorded } from '../audit.ts'
import { heldBy } from '../connection/held.ts'
import { enqueueMail } from '../mail.ts'
import { requireFresh } from '../member/fresh.ts'
import { permit } from '../permission.ts'
import { eyesOf, type Eyes } from './eyes.ts'

/** How long an acting lasts at most, in ms. */
const LONGEST = 60 * 60_000

/** As whom or in which account, by proxy id; why; and how far: `changes` false only looks. */
export type ActingStart = { target: string; reason: string; ticket: string; changes: boolean }

/**
 * Acts as a user, or in an account as its admin would see it, and answers the base of every path of that.
 * @throws StepUpNeeded where changes are wanted; Forbidden, NotFound, Unavailable
 */
export async function act(viewer: Viewer, start: ActingStart): Promise<string> {
  permit(viewer, 'act.begin')
  if (start.changes) {
    permit(viewer, 'act.change')
    requireFresh(viewer)
  }
  const eyes = await eyesOf(viewer, start.target)
  const { reason, changes, ticket } = start
  const subject = { kind: eyes.thing.kind, name: eyes.name ?? eyes.accountName, thing: eyes.thing }
  const after = { reason, ticket: ticket === '' ? null : ticket, changes }
  return recorded(viewer, 'act.begin', { subject, path: eyes.path, before: null, after }, () =>
    begin(viewer, eyes, after),
  )
}

type Why = Pick<Acting, 'reason' | 'ticket' | 'changes'>

async function begin(viewer: Viewer, eyes: Eyes, why: Why): Promise<string> {
  const { record } = viewer.session
  const native = await nativeToken(viewer, eyes.user)
  const grant = newGrant()
  const now = Date.now()
  const endsAt = Math.min(record.endsAt, now + LONGEST)
  const acting = {
    ...why,
    id: randomUUID(),
    under: record.lineage,
    role: roleIn(record.role),
    asWhom: eyes.name,
    account: eyes.accountName,
    native: native !== null,
    from: viewer.request.path.replace(/\/act$/, ''),
    until: record.endsAt,
  }
  // Indexed first: whoever ends all sessions of this member finds it, whatever comes between.
  await indexActing(actingDigest(grant), record.person)
  await write(viewer, eyes, acting, { grant, now, endsAt })
  const customers = { role: eyes.role, granted: eyes.account, self: eyes.user?.user ?? null }
  const renewedBy = native === null ? 'tenant' : 'nobody'
  const borrowed = { ...record, ...customers, renewedBy, acting, startedAt: now, endsAt } as const
  await storeActing(grant, borrowed, record.lineage, native ?? viewer.session.token)
  return baseOf(grant)
}

/** Down in the list of actings; and a mail to the customer where the tenant wants that. */
async function write(
  { session: { record } }: Viewer,
  eyes: Eyes,
  acting: Acting,
  { grant, now, endsAt }: { grant: GrantName; now: number; endsAt: number },
): Promise<void> {
  const { tenant, person: id, name } = record
  const { mailed } = await actingPolicyOf(tenant)
  const times = { beganAt: new Date(now), endsAt: new Date(endsAt) }
  const { digest } = actingDigest(grant)
  await database()
    .transaction()
    .execute(async (db) => {
      const row = {
        ...acting,
        tenant,
        member: { id, name },
        thing: eyes.thing,
        digest,
        lineage: acting.under,
      }
      await insertActing(db, { ...row, ...times })
      if (!mailed || eyes.email === null || eyes.name === null) return
      const to = { tenant, member: null, name: eyes.name, email: eyes.email, language: null }
      const { reason, changes } = acting
      await enqueueMail(db, to, {
        kind: 'actedFor',
        member: name,
        reason,
        changes,
        at: times.beganAt.toISOString(),
      })
    })
}

/** Kazoo's own token of that user, where it gives one: only to a user, never to an API key (crossbar.md 5.5). Otherwise we narrow our own. */
async function nativeToken(viewer: Viewer, user: UserRef | null): Promise<ApiToken | null> {
  const { record, token } = viewer.session
  if (user === null || (await heldBy(record.tenant))?.kind !== 'user') return null
  const origin = crossbarOrigin(record.origin)
  return impersonate({ origin, token, reference: viewer.request.reference }, user)
}

/** The role in the team of who may begin: `permit` has let nobody else through. */
function roleIn(role: string): Role {
  const found = ROLES.find((each) => each === role)
  if (found === undefined) throw new Forbidden('said.role')
  return found
}
