// The rules of the team forms.
import * as z from 'zod'
import { identifier, needed, refused, text } from './form-text.ts'
import { LANGUAGES } from './language.ts'
import { ROLES } from './viewer.ts'

export type InviteField = 'name' | 'email' | 'role' | 'language'
export type RoleField = 'member' | 'role'

const role = z.enum(ROLES, refused('rules.team.role'))

/** The address, role and language of an invitation. The domain decides which roles may be given. */
export const inviteRules = z.object({
  name: needed('rules.team.nameMissing', 128, 'rules.nameTooLong'),
  email: needed('rules.team.emailMissing', 254, 'rules.personName.email', identifier).pipe(
    z.string().regex(/^[^@\s]+@[^@\s]+\.[^@\s]+$/, refused('rules.personName.email')),
  ),
  role,
  language: z.enum(LANGUAGES, refused('rules.team.language')),
})

/** Another role for a member. */
export const roleRules = z.object({ member: text, role })
