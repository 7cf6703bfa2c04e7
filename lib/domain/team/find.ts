// The team of a tenant, and one of it, as the verbs of the team find them.
import 'server-only'
import { NotFound, Rejected } from '../../errors.ts'
import type { Viewer } from '../../session/viewer.ts'
import { findMember, listMembers, type MemberRecord } from '../../store/members.ts'
import type { MemberRow } from '../../views/member.ts'
import { ROLES, type Role, type Verb } from '../../views/viewer.ts'
import { permit } from '../permission.ts'

/** The viewer's team, by name. @throws Forbidden, Unavailable */
export async function listTeam(viewer: Viewer): Promise<MemberRow[]> {
  permit(viewer, 'member.list')
  const { member: me, tenant } = viewer.session.record
  return (await listMembers(tenant)).map(({ id, name, email, role, status, hasTotp, lastSignedInAt }) => ({
    member: id,
    name,
    email,
    role,
    status,
    secondFactor: hasTotp,
    lastSignedInAt: lastSignedInAt?.toISOString() ?? null,
    me: id === me,
  }))
}

/** The roles that the viewer may give: their own and those below it. */
export function rolesToGive({ session }: Viewer): readonly Role[] {
  return ROLES.slice(ROLES.indexOf(session.record.role))
}

/**
 * The member on whom `verb` is to be done: somebody else of the viewer's team, whose role is not above the viewer's.
 * @throws Forbidden; NotFound; Rejected for oneself and for those above; Unavailable
 */
export async function otherMember(viewer: Viewer, verb: Verb, member: string): Promise<MemberRecord> {
  permit(viewer, verb)
  const { member: me, tenant } = viewer.session.record
  const found = UUID.test(member) ? await findMember(member) : null
  if (found?.tenant !== tenant) throw new NotFound()
  if (found.id === me) throw new Rejected({}, 'said.team.self')
  if (!rolesToGive(viewer).includes(found.role)) throw new Rejected({}, 'said.team.above')
  return found
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
