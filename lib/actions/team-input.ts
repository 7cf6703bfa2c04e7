// What the forms of the team say to the domain.
import 'server-only'
import { z } from 'zod'
import { text } from '../views/form-text.ts'
import { inviteRules, roleRules } from '../views/team-form.ts'

export const inviteInput = inviteRules
export const roleInput = roleRules
/** A button that names a member and says no more. */
export const memberInput = z.object({ member: text })
