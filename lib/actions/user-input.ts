// Parses the user forms for the domain, with the browser's rules and with secrets sealed.
import 'server-only'
import { z } from 'zod'
import { text } from '../views/form-text.ts'
import {
  boxEditRules,
  userEditRules,
  userPasswordRules,
  userRemovalRules,
  userRoleRules,
  userStartRules,
  type SharingField,
} from '../views/user-form.ts'
import { EDITABLE_USER } from '../views/user-fields.ts'
import { EDITABLE_BOX } from '../views/voicemail-fields.ts'
import { newSecret, initialValuesOf } from '../web/fields.ts'

/** The form with the e-mail address that was confirmed for several users, or none. */
function confirmed<Typed extends Record<SharingField, string>>({ emailInUse, sharedEmail, ...typed }: Typed) {
  return { ...typed, sharedEmail: sharedEmail === 'on' ? emailInUse : '' }
}

/** The edit form: everything is text; `initialValues` has its initial values. */
export const userEdit = userEditRules.transform(({ hotdeskPin, initialValues, ...typed }) => ({
  ...confirmed(typed),
  hotdeskPin: newSecret(hotdeskPin),
  initialValues: initialValuesOf(EDITABLE_USER, initialValues),
}))

/** The form for a new user. */
export const userStart = userStartRules.transform(({ password, mustRenew, ...typed }) => ({
  ...confirmed(typed),
  password: newSecret(password),
  mustRenew: mustRenew === 'on',
}))

/** Username and password. */
export const userPassword = userPasswordRules.transform(({ password, mustRenew, ...typed }) => ({
  ...typed,
  password: newSecret(password),
  mustRenew: mustRenew === 'on',
}))

export const userRole = userRoleRules
export const userRemoval = userRemovalRules

/** A button that only names a user. */
export const userIdInput = z.object({ user: text })

/** The settings of a voicemail box. */
export const boxEdit = boxEditRules.transform(({ pin, initialValues, ...typed }) => ({
  ...typed,
  pin: newSecret(pin),
  initialValues: initialValuesOf(EDITABLE_BOX, initialValues),
}))
