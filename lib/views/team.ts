// The view types of team actions.
import type { MemberRow } from './member.ts'
import type { Role } from './viewer.ts'

/**
 * One team member; `roles` are those that the viewer may give, `above`: the member's own is not among them.
 */
export type TeamMember = { row: MemberRow; roles: readonly Role[]; above: boolean }

/** The flash messages of the team pages. */
export const TEAM_FLASHES = [
  'invited',
  'again',
  'role',
  'suspended',
  'resumed',
  'removed',
  'withdrawn',
] as const
export type TeamFlash = (typeof TEAM_FLASHES)[number]
