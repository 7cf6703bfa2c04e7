// What the forms of a person say; bounds are Kazoo's (schemas `users` and `vmboxes`).
import * as z from 'zod'
import { editRules } from './edit-rules.ts'
import { checkbox, identifier, lines, needed, newSecret, refused, text } from './form-text.ts'
import { isIdentifier } from './text-rules.ts'
import { isZone } from './time-zone.ts'
import { EDITABLE_BOX, EDITABLE_USER, DISPOSITIONS, PRIVILEGES } from './user.ts'

const firstName = needed('rules.personName.firstName', 128, 'rules.atMost128')
const lastName = needed('rules.personName.lastName', 128, 'rules.atMost128')
const ADDRESS = /^[^@\s]+@[^@\s]+$/
const email = identifier.refine(
  (typed) => typed === '' || (ADDRESS.test(typed) && typed.length <= 254),
  refused('rules.personName.email'),
)
const username = identifier.refine(
  (typed) => /^[+@.\w-]{1,256}$/.test(typed),
  refused('rules.personName.username'),
)
/** Left empty, one is made up. */
const password = newSecret.refine(
  (typed) => typed === '' || (typed.length >= 8 && typed.length <= 128),
  refused('rules.personName.password'),
)
const timezone = text.refine((typed) => typed === '' || isZone(typed), refused('rules.account.timezone'))
const language = text.refine(
  (typed) => typed === '' || /^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i.test(typed),
  refused('rules.user.language'),
)
const extension = text.refine((typed) => /^[\w.+*#-]{0,64}$/.test(typed), refused('rules.user.extension'))
const privilege = z.enum(PRIVILEGES, refused('rules.user.privilege'))
const number = text.refine(
  (typed) => /^[+*#0-9A-Za-z ().-]{0,35}$/.test(typed),
  refused('rules.device.number'),
)
/** Where calls are forwarded to. */
export const forwardNumber = text.refine(
  (typed) => typed.length <= 35 && /^\+?[*#0-9]*$/.test(typed),
  refused('rules.user.forwardNumber'),
)
const label = text.pipe(z.string().max(35, refused('rules.atMost35')))
const ringtone = text.pipe(z.string().max(256, refused('rules.user.ringtone')))
const hotdeskId = text.refine((typed) => /^[0-9]{0,15}$/.test(typed), refused('rules.user.hotdeskId'))
const hotdeskPin = newSecret.refine(
  (typed) => typed === '' || /^[0-9]{4,15}$/.test(typed),
  refused('rules.user.hotdeskPin'),
)

/** The edit form: everything is text; `was` is what it was filled with. */
export const userEditRules = editRules(
  EDITABLE_USER,
  {
    user: text,
    firstName,
    lastName,
    email,
    enabled: checkbox,
    timezone,
    language,
    extension,
    voicemailToEmail: checkbox,
    doNotDisturb: checkbox,
    callWaiting: checkbox,
    contactListExclude: checkbox,
    hotdeskEnabled: checkbox,
    hotdeskId,
    hotdeskPin,
    hotdeskRequirePin: checkbox,
    hotdeskKeepLoggedIn: checkbox,
    internalRingtone: ringtone,
    externalRingtone: ringtone,
    forwardEnabled: checkbox,
    forwardNumber,
    forwardKeepCallerId: checkbox,
    forwardRequireKeypress: checkbox,
    forwardDirectCallsOnly: checkbox,
    forwardSubstitute: checkbox,
    forwardIgnoreEarlyMedia: checkbox,
    forwardFailover: checkbox,
    internalName: label,
    internalNumber: number,
    externalName: label,
    externalNumber: number,
    emergencyName: label,
    emergencyNumber: number,
  },
  [
    {
      of: ['forwardEnabled', 'forwardNumber'],
      holds: ({ forwardEnabled, forwardNumber: to }) => forwardEnabled === '' || to !== '',
      at: 'forwardNumber',
      rule: 'rules.device.forwardMissing',
    },
  ],
)

/** The form for a new person. */
export const userStartRules = z.object({
  account: text,
  firstName,
  lastName,
  email,
  username,
  password,
  // Who may not give roles is not asked.
  privilege: privilege.prefault('user'),
  timezone,
  extension,
  mustRenew: checkbox,
})
export type NewUserField = keyof z.input<typeof userStartRules>

/** What somebody signs in with. */
export const userPasswordRules = z.object({ user: text, username, password, mustRenew: checkbox })
export type UserPasswordField = keyof z.input<typeof userPasswordRules>

/** What somebody may in their account. */
export const userRoleRules = z.object({ user: text, privilege })
export type UserRoleField = keyof z.input<typeof userRoleRules>

const disposition = z.enum(DISPOSITIONS, refused('rules.user.disposition'))

/** Removing somebody, and what becomes of what is theirs. */
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

/** A new PIN of a voicemail box, or none. */
export const boxPin = newSecret.refine(
  (typed) => typed === '' || /^[0-9]{4,6}$/.test(typed),
  refused('rules.user.boxPin'),
)
/** Who is mailed when there is a message. */
export const notifyAddresses = lines
  .transform((typed) => addressesIn(typed).join(', '))
  .refine(
    (typed) => addressesIn(typed).every((one) => isIdentifier(one) && ADDRESS.test(one) && one.length <= 254),
    refused('rules.user.addresses'),
  )

/** The settings of a voicemail box. */
export const boxEditRules = editRules(EDITABLE_BOX, {
  box: text,
  name: needed('rules.user.boxName', 128, 'rules.nameTooLong'),
  mailbox: text.refine((typed) => /^[0-9]{1,30}$/.test(typed), refused('rules.user.mailbox')),
  pin: boxPin,
  requirePin: checkbox,
  notifyAddresses,
  includeMessage: checkbox,
  deleteAfterNotify: checkbox,
})

/** Addresses with commas, semicolons or spaces between them, each once. */
export function addressesIn(typed: string): string[] {
  return [...new Set(typed.split(/[\s,;]+/).filter((one) => one !== ''))]
}
