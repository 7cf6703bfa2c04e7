// The rules of the account forms; limits are Kazoo's (schemas `accounts` and `users`).
import * as z from 'zod'
import { ACCOUNT_FIELDS, EDITABLE_ACCOUNT } from './account-fields.ts'
import { editRules } from './edit-rules.ts'
import { identifier, needed, newSecret, refused, rulesOf, rulesOfEach, text } from './form-text.ts'

const rules = rulesOfEach(ACCOUNT_FIELDS)

/** The edit form of an account. */
export const accountEditRules = editRules(EDITABLE_ACCOUNT, { account: text, ...rules })

/** The form for a new account and its first admin. */
export const accountStartRules = z.object({
  parent: text,
  name: rules.name,
  // Left blank, Kazoo generates one.
  realm: rulesOf({ ...ACCOUNT_FIELDS.realm, required: undefined }),
  timezone: rules.timezone,
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
