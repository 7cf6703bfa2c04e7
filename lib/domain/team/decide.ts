// Changes role and status of team members: another role, suspended, resumed, removed; effective at once in
// every process.
import 'server-only'
import { NotFound, Rejected } from '../../errors.ts'
import { endSessionsOf } from '../../session/member-sessions.ts'
import type { Viewer } from '../../session/viewer.ts'
import { decide, type Decision } from '../../store/member-changes.ts'
import type { MemberStatus } from '../../views/member.ts'
import type { Role, Verb } from '../../views/viewer.ts'
import { recorded, type LogVerb } from '../audit/record.ts'
import { requireFresh } from '../member/require-step-up.ts'
import { permit } from '../permission.ts'
import { otherMember, assignableRoles } from './find.ts'

/**
 * Gives a member another role and ends their sessions (docs/security.md row 13).
 * @throws Rejected at `role`, for the last owner; StepUpNeeded, Forbidden, NotFound, Unavailable
 */
export async function changeRole(viewer: Viewer, member: string, role: Role): Promise<void> {
  permit(viewer, 'member.edit')
  if (!assignableRoles(viewer).includes(role)) throw new Rejected({ role: 'messages.team.above' })
  await applyDecision(viewer, 'member.edit', member, { role }, { role })
}

/**
 * Suspends a member: they cannot sign in until they are resumed.
 * @throws Rejected for the last owner; StepUpNeeded, Forbidden, NotFound, Unavailable
 */
export async function suspendMember(viewer: Viewer, member: string): Promise<void> {
  await applyDecision(viewer, 'member.suspend', member, { status: 'suspended' }, { status: 'suspended' })
}

/**
 * Resumes a suspended member.
 * @throws StepUpNeeded, Forbidden, NotFound, Unavailable
 */
export async function resumeMember(viewer: Viewer, member: string): Promise<void> {
  await applyDecision(
    viewer,
    'member.suspend',
    member,
    { status: 'active' },
    { status: 'active' },
    'member.resume',
  )
}

/**
 * Removes a member for good, or withdraws their invitation; returns their status until then. Their events
 * stay in the audit log under their name.
 * @throws Rejected for the last owner; StepUpNeeded, Forbidden, NotFound, Unavailable
 */
export async function removeMember(viewer: Viewer, member: string): Promise<MemberStatus> {
  return applyDecision(viewer, 'member.remove', member, 'removed', { status: 'removed' })
}

async function applyDecision(
  viewer: Viewer,
  verb: Verb,
  member: string,
  decision: Decision,
  after: Readonly<Record<string, string>>,
  recordedAs: LogVerb = verb,
): Promise<MemberStatus> {
  const other = await otherMember(viewer, verb, member)
  requireFresh(viewer)
  const { name, role, status } = other
  const subject = { kind: 'member', name, resource: null }
  await recorded(viewer, recordedAs, { subject, path: [], before: { role, status }, after }, async () => {
    const decided = await decide(other, decision)
    if (decided === 'gone') throw new NotFound()
    if (decided === 'last owner') throw new Rejected({}, 'messages.team.lastOwner')
    await endSessionsOf(other.id)
  })
  return status
}
