// What the forms of a device may say; bounds are Kazoo's (schema `devices`).
import * as z from 'zod'
import { bareMac, DEVICE_TYPES, EDITABLE } from './device.ts'
import { editRules } from './edit-rules.ts'
import { checkbox, identifier, needed, newSecret, refused, text } from './form-text.ts'

const name = needed('rules.device.nameMissing', 128, 'rules.nameTooLong')
const macAddress = text
  .transform(bareMac)
  .refine((mac) => mac === '' || /^[0-9a-f]{12}$/.test(mac), refused('rules.device.macAddress'))
const sipUsername = identifier.refine(
  (typed) => typed === '' || /^[^\s@:;<>"]{2,32}$/.test(typed),
  refused('rules.device.sipUsername'),
)
const sipPassword = newSecret.refine(
  (typed) => typed === '' || (typed.length >= 5 && typed.length <= 32),
  refused('rules.device.sipPassword'),
)
const number = text.refine(
  (typed) => /^[+*#0-9A-Za-z ().-]{0,35}$/.test(typed),
  refused('rules.device.number'),
)
const forwardNumber = text.refine(
  (typed) => /^\+?[*#0-9]{0,14}$/.test(typed),
  refused('rules.device.forwardNumber'),
)
const label = text.pipe(z.string().max(35, refused('rules.atMost35')))

/** The edit form: everything is text; `was` is what it was filled with. */
export const deviceEditRules = editRules(
  EDITABLE,
  {
    device: text,
    name,
    macAddress,
    enabled: checkbox,
    owner: text,
    sipUsername,
    sipPassword,
    forwardEnabled: checkbox,
    forwardNumber,
    forwardKeepCallerId: checkbox,
    forwardRequireKeypress: checkbox,
    forwardDirectCallsOnly: checkbox,
    internalName: label,
    internalNumber: number,
    externalName: label,
    externalNumber: number,
    emergencyName: label,
    emergencyNumber: number,
  },
  [
    {
      of: ['forwardEnabled', 'forwardNumber'],
      holds: ({ forwardEnabled, forwardNumber: to }) => forwardEnabled === '' || to !== '',
      at: 'forwardNumber',
      rule: 'rules.device.forwardMissing',
    },
  ],
)

/** The form for a new device; what does not fit its type is left out later. */
export const deviceStartRules = z
  .object({
    account: text,
    type: z.enum(DEVICE_TYPES, refused('rules.device.type')),
    name,
    macAddress,
    owner: text,
    sipUsername,
    sipPassword,
    forwardNumber,
  })
  .refine(({ type, forwardNumber: to }) => type !== 'cellphone' || to !== '', {
    path: ['forwardNumber'],
    message: refused('rules.device.mobileNumber'),
  })
