// The rules of the device forms: those of their fields, and of fields that depend on each other.
import * as z from 'zod'
import { DEVICE_TYPES } from './device.ts'
import { DEVICE_FIELDS, EDITABLE_DEVICE } from './device-fields.ts'
import { editRules } from './edit-rules.ts'
import { refused, rulesOfEach, text } from './form-text.ts'

const rules = rulesOfEach(DEVICE_FIELDS)

/** The edit form: everything is text; `initialValues` is what it was filled with. */
export const deviceEditRules = editRules(EDITABLE_DEVICE, { device: text, ...rules }, [
  {
    of: ['forwardEnabled', 'forwardNumber'],
    holds: ({ forwardEnabled, forwardNumber: to }) => forwardEnabled === '' || to !== '',
    at: 'forwardNumber',
    rule: 'rules.device.forwardMissing',
  },
])

/** One field of a row of the list. */
export const deviceNameRules = editRules(['name'], { device: text, name: rules.name })
export const deviceEnabledRules = editRules(['enabled'], { device: text, enabled: rules.enabled })

/** The form for a new device; what does not fit its type is left out later. */
export const deviceStartRules = z
  .object({
    account: text,
    type: z.enum(DEVICE_TYPES, refused('rules.device.type')),
    name: rules.name,
    macAddress: rules.macAddress,
    owner: rules.owner,
    sipUsername: rules.sipUsername,
    sipPassword: rules.sipPassword,
    forwardNumber: rules.forwardNumber,
  })
  .refine(({ type, forwardNumber: to }) => type !== 'cellphone' || to !== '', {
    path: ['forwardNumber'],
    message: refused('rules.device.mobileNumber'),
  })
