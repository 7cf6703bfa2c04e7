// What the forms of an account may say, each rule with its sentence; bounds are Kazoo's (schemas `accounts` and `users`).
import 'server-only'
import { z } from 'zod'
import { EDITABLE_ACCOUNT } from '../views/account.ts'
import { checkbox, password, text, was } from './fields.ts'

const ZONES = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])

const name = text.pipe(
  z
    .string()
    .min(1, 'Give the account a name.')
    .max(128, 'A name has at most 128 characters.')
    // Kazoo compares names by their ASCII letters and digits; without any, two such names are the same to it (crossbar.md 9.2).
    .regex(
      /[a-z0-9]/i,
      'A name needs at least one letter from a to z or a digit: Kazoo tells accounts apart by them.',
    ),
)
const realm = text.refine(
  (typed) => typed === '' || /^[\w.-]{4,253}$/.test(typed),
  'A realm is like a host name: 4 to 253 letters, digits, dots and hyphens.',
)
const timezone = text.refine(
  (typed) => typed === '' || ZONES.has(typed),
  'Choose a time zone from the list, such as Europe/Berlin.',
)
const person = (what: string) =>
  text.pipe(z.string().min(1, `Give the ${what}.`).max(128, 'At most 128 characters.'))

/** The edit form of an account. */
export const accountEdit = z.object({
  account: text,
  name,
  realm: realm.refine((typed) => typed !== '', 'An account needs a realm.'),
  timezone,
  enabled: checkbox,
  was: was(EDITABLE_ACCOUNT),
})

/** The form for a new account and its first admin. */
export const accountStart = z.object({
  parent: text,
  name,
  realm,
  timezone,
  firstName: person('first name'),
  lastName: person('last name'),
  email: text.refine(
    (typed) => typed === '' || (/^[^@\s]+@[^@\s]+$/.test(typed) && typed.length <= 254),
    'This is not an e-mail address.',
  ),
  username: text.refine(
    (typed) => /^[+@.\w-]{1,256}$/.test(typed),
    'A user name has letters, digits and any of + @ . _ -, without spaces.',
  ),
  password: password('The first admin needs a password.', 8, 128, 'A password has 8 to 128 characters.'),
  created: text,
})
