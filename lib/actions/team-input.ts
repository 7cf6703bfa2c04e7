// Parses the team forms for the domain.
import 'server-only'
import { z } from 'zod'
import { text } from '../views/form-text.ts'
import { inviteRules, roleRules } from '../views/team-form.ts'

export const inviteInput = inviteRules
export const roleInput = roleRules
/** A button that only names a member. */
export const memberInput = z.object({ member: text })
