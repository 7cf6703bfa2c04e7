// The rules of the user forms: those of their fields, and of fields that depend on each other.
import * as z from 'zod'
import { editRules } from './edit-rules.ts'
import { checkbox, refused, rulesOfEach, text } from './form-text.ts'
import { EDITABLE_USER, SIGN_IN_FIELDS, USER_FIELDS } from './user-fields.ts'
import { DISPOSITIONS, PRIVILEGES } from './user.ts'
import { EDITABLE_BOX, VOICEMAIL_FIELDS } from './voicemail-fields.ts'

const rules = rulesOfEach(USER_FIELDS)
const { username, password } = rulesOfEach(SIGN_IN_FIELDS)
const privilege = z.enum(PRIVILEGES, refused('rules.user.privilege'))

/**
 * The address that another user has, as the refusal returned it, and a tick to save it all the same (decision
 * 265).
 */
const sharing = { emailInUse: text, sharedEmail: checkbox }
export type SharingField = keyof typeof sharing

/** The edit form: everything is text; `initialValues` is what it was filled with. */
export const userEditRules = editRules(EDITABLE_USER, { user: text, ...rules, ...sharing }, [
  {
    of: ['forwardEnabled', 'forwardNumber'],
    holds: ({ forwardEnabled, forwardNumber: to }) => forwardEnabled === '' || to !== '',
    at: 'forwardNumber',
    rule: 'rules.device.forwardMissing',
  },
])

/** The form for a new user. */
export const userStartRules = z.object({
  account: text,
  firstName: rules.firstName,
  lastName: rules.lastName,
  email: rules.email,
  ...sharing,
  username,
  password,
  // Viewers who may not give roles have no such field.
  privilege: privilege.prefault('user'),
  timezone: rules.timezone,
  extension: rules.extension,
  mustRenew: checkbox,
})
export type NewUserField = keyof z.input<typeof userStartRules>

/** How a user signs in. */
export const userPasswordRules = z.object({ user: text, username, password, mustRenew: checkbox })
export type UserPasswordField = keyof z.input<typeof userPasswordRules>

/** The role of a user in their account. */
export const userRoleRules = z.object({ user: text, privilege })
export type UserRoleField = keyof z.input<typeof userRoleRules>

const disposition = z.enum(DISPOSITIONS, refused('rules.user.disposition'))

/** The removal of a user, and what happens to what they own. */
export const userRemovalRules = z
  .object({
    user: text,
    devices: disposition.prefault('keep'),
    boxes: disposition.prefault('keep'),
    newOwner: text,
    typed: text,
  })
  .refine(({ devices, boxes, newOwner }) => newOwner !== '' || (devices !== 'give' && boxes !== 'give'), {
    path: ['newOwner'],
    message: refused('rules.user.newOwner'),
  })
export type UserRemovalField = keyof z.input<typeof userRemovalRules>

/** The settings of a voicemail box. */
export const boxEditRules = editRules(EDITABLE_BOX, { box: text, ...rulesOfEach(VOICEMAIL_FIELDS) })
