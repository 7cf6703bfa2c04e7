// Parses the device forms for the domain, with the browser's rules and with secrets sealed.
import 'server-only'
import { z } from 'zod'
import { EDITABLE_DEVICE } from '../views/device-fields.ts'
import {
  deviceEditRules,
  deviceEnabledRules,
  deviceNameRules,
  deviceStartRules,
} from '../views/device-form.ts'
import { text } from '../views/form-text.ts'
import { newSecret, initialValuesOf } from '../web/fields.ts'

/** The edit form: everything is text; `initialValues` has its initial values. */
export const deviceEdit = deviceEditRules.transform(({ sipPassword, initialValues, ...typed }) => ({
  ...typed,
  sipPassword: newSecret(sipPassword),
  initialValues: initialValuesOf(EDITABLE_DEVICE, initialValues),
}))

/** The name or the switch of a row of the list. */
export const deviceRename = deviceNameRules.transform(({ initialValues, ...typed }) => ({
  ...typed,
  initialValues: initialValuesOf(['name'], initialValues),
}))
export const deviceSwitch = deviceEnabledRules.transform(({ initialValues, ...typed }) => ({
  ...typed,
  initialValues: initialValuesOf(['enabled'], initialValues),
}))

/** The form for a new device; what does not fit its type is left out later. */
export const deviceStart = deviceStartRules.transform(({ sipPassword, ...typed }) => ({
  ...typed,
  sipPassword: newSecret(sipPassword),
}))

/** A button that names one device. */
export const deviceIdInput = z.object({ device: text })
