// Who acts as whom: for the tenant's team, and for the customer whose eyes they are.
import 'server-only'
import type { Viewer } from '../../session/viewer.ts'
import {
  actingPolicyOf,
  actingsAs,
  actingsOf,
  setActingPolicy,
  type ActingPolicy,
  type ActingRecord,
} from '../../store/actings.ts'
import type { ActingRow } from '../../views/acting.ts'
import { recorded } from '../audit.ts'
import { permit } from '../permission.ts'

/** How many are told of at once. */
const MOST = 200

/** The tenant's actings, the newest first, and what customers are let know. @throws Forbidden, Unavailable */
export async function listActings(viewer: Viewer): Promise<{ rows: ActingRow[]; policy: ActingPolicy }> {
  permit(viewer, 'act.begin')
  const { tenant } = viewer.session.record
  const [actings, policy] = await Promise.all([actingsOf(tenant, MOST), actingPolicyOf(tenant)])
  return { rows: actings.map(toRow), policy }
}

/** Who looks with the viewer's own eyes now; nobody, where the tenant does not let customers see it. @throws Forbidden, Unavailable */
export async function listOwnActings(viewer: Viewer): Promise<ActingRow[]> {
  permit(viewer, 'own.read')
  const { tenant, granted, self, acting } = viewer.session.record
  if (self === null || acting !== null || !(await actingPolicyOf(tenant)).shown) return []
  const thing = { kind: 'user', ref: { account: granted, user: self } } as const
  return (await actingsAs(tenant, thing, new Date())).map(toRow)
}

/** Chooses what customers are let know. @throws Forbidden, Unavailable */
export async function chooseActingPolicy(viewer: Viewer, policy: ActingPolicy): Promise<void> {
  permit(viewer, 'act.end')
  const { tenant, tenantName: name } = viewer.session.record
  const subject = { kind: 'tenant', name, thing: null }
  const before = await actingPolicyOf(tenant)
  await recorded(viewer, 'act.end', { subject, path: [], before, after: policy }, () =>
    setActingPolicy(tenant, policy),
  )
}

function toRow(acting: ActingRecord): ActingRow {
  const { id, member, asWhom, account, reason, ticket, changes, native } = acting
  const over = acting.endedAt ?? (acting.endsAt.getTime() <= Date.now() ? acting.endsAt : null)
  return {
    id,
    member: member.name,
    asWhom,
    account,
    reason,
    ticket,
    changes,
    native,
    beganAt: acting.beganAt.toISOString(),
    endsAt: acting.endsAt.toISOString(),
    endedAt: over?.toISOString() ?? null,
    endedBy: acting.endedBy,
  }
}
