// The fields of the account form; limits are Kazoo's (schema `accounts`).
import { between, shownNames, type FieldList, type FormText } from './field-list.ts'
import { isPhoneRealm } from './realm.ts'
import { accountZone, isAccountZone } from './time-zone.ts'

export const ACCOUNT_FIELDS = {
  name: {
    group: 'account',
    path: 'name',
    kind: 'text',
    label: 'accounts.form.name',
    required: 'rules.account.nameMissing',
    checks: [
      between(1, 128, 'rules.nameTooLong'),
      // Kazoo compares names by their ASCII letters and digits; two names without any are equal to it
      // (docs/kazoo.md section 9.2).
      { holds: (typed) => /[a-z0-9]/i.test(typed), otherwise: 'rules.account.nameLetters' },
    ],
  },
  // A new realm must suit telephones and sign-in; an existing one stays as it is.
  realm: {
    group: 'account',
    path: 'realm',
    kind: 'identifier',
    label: 'accounts.form.realm',
    hint: 'accounts.form.realmHint',
    required: 'rules.account.realmMissing',
    checks: [{ holds: (typed) => typed === '' || isPhoneRealm(typed), otherwise: 'rules.account.realm' }],
  },
  timezone: {
    group: 'account',
    path: 'timezone',
    kind: 'timezone',
    label: 'accounts.form.timezone',
    hint: 'accounts.form.zoneAbove',
    normalize: accountZone,
    checks: [{ holds: (typed) => typed === '' || isAccountZone(typed), otherwise: 'rules.account.timezone' }],
    cleared: 'inherit',
  },
  enabled: {
    group: 'state',
    path: 'enabled',
    kind: 'switch',
    unset: true,
    label: 'accounts.form.enabled',
    hint: 'accounts.form.enabledHint',
  },
} as const satisfies FieldList

export type AccountText = FormText<typeof ACCOUNT_FIELDS>
/** The fields that the form can change, and a revert too. */
export const EDITABLE_ACCOUNT = shownNames(ACCOUNT_FIELDS)
export type AccountField = keyof typeof ACCOUNT_FIELDS | 'account' | 'initialValues'
