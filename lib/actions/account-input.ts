// Parses the account forms for the domain, with the browser's rules and with secrets sealed.
import 'server-only'
import { EDITABLE_ACCOUNT } from '../views/account-fields.ts'
import { accountEditRules, accountStartRules } from '../views/account-form.ts'
import { seal } from '../sealed.ts'
import { initialValuesOf } from '../web/fields.ts'

/** The edit form of an account. */
export const accountEdit = accountEditRules.transform(({ initialValues, ...typed }) => ({
  ...typed,
  initialValues: initialValuesOf(EDITABLE_ACCOUNT, initialValues),
}))

/** The form for a new account and its first admin. */
export const accountStart = accountStartRules.transform(({ password, ...typed }) => ({
  ...typed,
  password: seal<'password'>(password),
}))
