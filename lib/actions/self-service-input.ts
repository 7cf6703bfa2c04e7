// Parses the self-service forms for the domain: secrets are sealed as they are read.
import 'server-only'
import { forwardRules, ownBoxRules } from '../views/self-service-form.ts'
import { EDITABLE_FORWARD } from '../views/user-fields.ts'
import { EDITABLE_OWN_BOX } from '../views/voicemail-fields.ts'
import { newSecret, initialValuesOf } from '../web/fields.ts'
import { passwordInput } from './profile-input.ts'

export const forwardInput = forwardRules.transform(({ initialValues, ...typed }) => ({
  typed,
  initialValues: initialValuesOf(EDITABLE_FORWARD, initialValues),
}))

export const ownBoxInput = ownBoxRules.transform(({ box, pin, initialValues, ...typed }) => ({
  box,
  pin: newSecret(pin),
  typed,
  initialValues: initialValuesOf(EDITABLE_OWN_BOX, initialValues),
}))

export const ownPasswordInput = passwordInput
