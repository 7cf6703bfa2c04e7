// Lists impersonations: for the tenant's team, and for the impersonated customer.
import 'server-only'
import type { Viewer } from '../../session/viewer.ts'
import {
  impersonationPolicyOf,
  impersonationsOfCustomer,
  impersonationsOf,
  setImpersonationPolicy,
  type ImpersonationPolicy,
  type ImpersonationRecord,
} from '../../store/impersonations.ts'
import type { ImpersonationRow } from '../../views/impersonation.ts'
import {
  impersonationBasePath,
  impersonationDigest,
  impersonationNameFor,
} from '../../session/impersonation.ts'
import { recorded } from '../audit/record.ts'
import { permit } from '../permission.ts'

/** How many are listed at most. */
const MOST = 200

/**
 * The tenant's impersonations, newest first, and the policy for customers.
 * @throws Forbidden, Unavailable
 */
export async function listImpersonations(
  viewer: Viewer,
): Promise<{ rows: ImpersonationRow[]; policy: ImpersonationPolicy }> {
  permit(viewer, 'impersonation.start')
  const { tenant } = viewer.session.record
  const [impersonations, policy] = await Promise.all([
    impersonationsOf(tenant, MOST),
    impersonationPolicyOf(tenant),
  ])
  const rows = impersonations.map((each) => toRow(each, resumePath(viewer, each)))
  return { rows, policy }
}

/**
 * The current impersonations of the viewer; none where the tenant does not show them to customers.
 * @throws Forbidden, Unavailable
 */
export async function listOwnImpersonations(viewer: Viewer): Promise<ImpersonationRow[]> {
  permit(viewer, 'selfService.read')
  const { tenant, granted, self, impersonation } = viewer.session.record
  if (self === null || impersonation !== null || !(await impersonationPolicyOf(tenant)).shown) return []
  const resource = { kind: 'user', ref: { account: granted, user: self } } as const
  return (await impersonationsOfCustomer(tenant, resource, new Date())).map((each) => toRow(each, null))
}

/**
 * Sets what customers learn of impersonations.
 * @throws Forbidden, Unavailable
 */
export async function chooseImpersonationPolicy(viewer: Viewer, policy: ImpersonationPolicy): Promise<void> {
  permit(viewer, 'impersonation.end')
  const { tenant, tenantName: name } = viewer.session.record
  const subject = { kind: 'tenant', name, resource: null }
  const before = await impersonationPolicyOf(tenant)
  await recorded(viewer, 'impersonation.policy', { subject, path: [], before, after: policy }, () =>
    setImpersonationPolicy(tenant, policy),
  )
}

/** The path of an active impersonation that the viewer's own session started, or null. */
function resumePath({ session }: Viewer, impersonation: ImpersonationRecord): ImpersonationRow['resume'] {
  if (impersonation.endedAt !== null || impersonation.endsAt.getTime() <= Date.now()) return null
  const name = impersonationNameFor(session, impersonation.id)
  return impersonationDigest(name).digest === impersonation.digest ? impersonationBasePath(name) : null
}

function toRow(impersonation: ImpersonationRecord, resume: ImpersonationRow['resume']): ImpersonationRow {
  const { id, member, targetName, account, reason, ticket, changes, native } = impersonation
  const over =
    impersonation.endedAt ?? (impersonation.endsAt.getTime() <= Date.now() ? impersonation.endsAt : null)
  return {
    id,
    member: member.name,
    targetName,
    account,
    reason,
    ticket,
    changes,
    native,
    beganAt: impersonation.beganAt.toISOString(),
    endsAt: impersonation.endsAt.toISOString(),
    endedAt: over?.toISOString() ?? null,
    endedBy: impersonation.endedBy,
    resume,
  }
}
