// The rules of the account forms; limits are Kazoo's (schemas `accounts` and `users`).
import * as z from 'zod'
import { EDITABLE_ACCOUNT } from './account.ts'
import { editRules } from './edit-rules.ts'
import { checkbox, identifier, needed, newSecret, refused, text } from './form-text.ts'
import { isRealm } from './host-name.ts'
import { isZone } from './time-zone.ts'

/**
 * Kazoo compares names by their ASCII letters and digits; two names without any are equal to it
 * (docs/kazoo.md section 9.2).
 */
const name = needed('rules.account.nameMissing', 128, 'rules.nameTooLong').pipe(
  z.string().regex(/[a-z0-9]/i, refused('rules.account.nameLetters')),
)
/** A new realm must suit telephones and sign-in; an existing one stays as it is. */
const realm = identifier.refine((typed) => typed === '' || isRealm(typed), refused('rules.account.realm'))
const timezone = text.refine((typed) => typed === '' || isZone(typed), refused('rules.account.timezone'))

/** The edit form of an account. */
export const accountEditRules = editRules(EDITABLE_ACCOUNT, {
  account: text,
  name,
  realm: realm.refine((typed) => typed !== '', refused('rules.account.realmMissing')),
  timezone,
  enabled: checkbox,
})

/** The form for a new account and its first admin. */
export const accountStartRules = z.object({
  parent: text,
  name,
  realm,
  timezone,
  firstName: needed('rules.personName.firstName', 128, 'rules.atMost128'),
  lastName: needed('rules.personName.lastName', 128, 'rules.atMost128'),
  email: identifier.refine(
    (typed) => typed === '' || (/^[^@\s]+@[^@\s]+$/.test(typed) && typed.length <= 254),
    refused('rules.personName.email'),
  ),
  username: identifier.refine(
    (typed) => /^[+@.\w-]{1,256}$/.test(typed),
    refused('rules.personName.username'),
  ),
  password: newSecret.pipe(
    z
      .string()
      .min(1, refused('rules.personName.passwordMissing'))
      .min(8, refused('rules.personName.password'))
      .max(128, refused('rules.personName.password')),
  ),
  created: text,
  unconfirmed: text,
})
