// What the forms of somebody's own phone say to the domain: secrets are sealed as they are read.
import 'server-only'
import { EDITABLE_FORWARD, EDITABLE_OWN_BOX } from '../views/self-service.ts'
import { forwardRules, ownBoxRules } from '../views/self-service-form.ts'
import { newSecret, shownOf } from '../web/fields.ts'
import { passwordInput } from './profile-input.ts'

export const forwardInput = forwardRules.transform(({ initialValues, ...typed }) => ({
  typed,
  initialValues: shownOf(EDITABLE_FORWARD, initialValues),
}))

export const ownBoxInput = ownBoxRules.transform(({ box, pin, initialValues, ...typed }) => ({
  box,
  pin: newSecret(pin),
  typed,
  initialValues: shownOf(EDITABLE_OWN_BOX, initialValues),
}))

export const ownPasswordInput = passwordInput
