// What the forms of a person say to the domain: read by the rules that the browser has too, secrets sealed.
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
} from '../views/user-form.ts'
import { EDITABLE_USER } from '../views/user-fields.ts'
import { EDITABLE_BOX } from '../views/voicemail-fields.ts'
import { newSecret, initialValuesOf } from '../web/fields.ts'

/** The edit form: everything is text; `was` is what it was filled with. */
export const userEdit = userEditRules.transform(({ hotdeskPin, initialValues, ...typed }) => ({
  ...typed,
  hotdeskPin: newSecret(hotdeskPin),
  initialValues: initialValuesOf(EDITABLE_USER, initialValues),
}))

/** The form for a new person. */
export const userStart = userStartRules.transform(({ password, mustRenew, ...typed }) => ({
  ...typed,
  password: newSecret(password),
  mustRenew: mustRenew === 'on',
}))

/** User name and password. */
export const userPassword = userPasswordRules.transform(({ password, mustRenew, ...typed }) => ({
  ...typed,
  password: newSecret(password),
  mustRenew: mustRenew === 'on',
}))

export const userRole = userRoleRules
export const userRemoval = userRemovalRules

/** A button that names somebody and says no more. */
export const userIdInput = z.object({ user: text })

/** The settings of a voicemail box. */
export const boxEdit = boxEditRules.transform(({ pin, initialValues, ...typed }) => ({
  ...typed,
  pin: newSecret(pin),
  initialValues: initialValuesOf(EDITABLE_BOX, initialValues),
}))
