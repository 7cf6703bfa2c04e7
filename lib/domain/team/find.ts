// Finds the team of a tenant, and single members of it.
import 'server-only'
import { NotFound, Rejected } from '../../errors.ts'
import type { Viewer } from '../../session/viewer.ts'
import { findMember, listMembers, type MemberRecord } from '../../store/members.ts'
import { passkeyHolders } from '../../store/passkeys.ts'
import type { MemberRow } from '../../views/member.ts'
import type { TeamMember } from '../../views/team.ts'
import { ROLES, type Role, type Verb } from '../../views/viewer.ts'
import { permit } from '../permission.ts'

/**
 * The viewer's team, by name.
 * @throws Forbidden, Unavailable
 */
export async function listTeam(viewer: Viewer): Promise<MemberRow[]> {
  permit(viewer, 'member.list')
  const { principal: me, tenant } = viewer.session.record
  const [members, holders] = await Promise.all([listMembers(tenant), passkeyHolders(tenant)])
  const owners = members.filter(({ role, status }) => role === 'owner' && status === 'active')
  return members.map(({ id, name, email, role, status, hasTotp, lastSignedInAt }) => ({
    member: id,
    name,
    email,
    role,
    status,
    secondFactor: hasTotp || holders.has(id),
    lastSignedInAt: lastSignedInAt?.toISOString() ?? null,
    me: id === me,
    lastOwner: owners.length === 1 && owners[0]?.id === id,
  }))
}

/**
 * One member of the viewer's team, with the actions available on them.
 * @throws NotFound, Forbidden, Unavailable
 */
export async function findTeamMember(viewer: Viewer, member: string): Promise<TeamMember> {
  const row = (await listTeam(viewer)).find((each) => each.member === member)
  if (row === undefined) throw new NotFound()
  const roles = assignableRoles(viewer)
  return { row, roles, above: !roles.includes(row.role) }
}

/**
 * The roles for an invitation.
 * @throws Forbidden
 */
export function findInvitableRoles(viewer: Viewer): readonly Role[] {
  permit(viewer, 'member.invite')
  return assignableRoles(viewer)
}

/** The roles that the viewer may give: their own and those below it. */
export function assignableRoles({ session }: Viewer): readonly Role[] {
  const own = ROLES.findIndex((role) => role === session.record.role)
  return own < 0 ? [] : ROLES.slice(own)
}

/**
 * The member for `verb`: another member of the viewer's team, whose role is not above the viewer's.
 * @throws Forbidden; NotFound; Rejected for oneself and for higher roles; Unavailable
 */
export async function otherMember(viewer: Viewer, verb: Verb, member: string): Promise<MemberRecord> {
  permit(viewer, verb)
  const { principal: me, tenant } = viewer.session.record
  const found = UUID.test(member) ? await findMember(member) : null
  if (found?.tenant !== tenant) throw new NotFound()
  if (found.id === me) throw new Rejected({}, 'messages.team.self')
  if (!assignableRoles(viewer).includes(found.role)) throw new Rejected({}, 'messages.team.above')
  return found
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
