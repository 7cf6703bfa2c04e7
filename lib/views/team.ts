// What a browser may know of what can be decided of the people of a team.
import type { MemberRow } from './member.ts'
import type { Role } from './viewer.ts'

/** One of the team; `roles` are those that the viewer may give, `above`: theirs is not among them. */
export type TeamMember = { row: MemberRow; roles: readonly Role[]; above: boolean }

/** What was done just now, as the address of the page says it. */
export const TEAM_FLASHES = ['invited', 'again', 'role', 'suspended', 'resumed', 'removed'] as const
export type TeamFlash = (typeof TEAM_FLASHES)[number]
