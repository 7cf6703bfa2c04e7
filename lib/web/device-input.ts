// What the forms of a device may say, each rule with its sentence; bounds are Kazoo's (schema `devices`).
import 'server-only'
import { z } from 'zod'
import { bareMac, DEVICE_TYPES, EDITABLE } from '../views/device.ts'
import { checkbox, newPassword, text, was } from './fields.ts'

const name = text.pipe(
  z.string().min(1, 'Give the device a name.').max(128, 'A name has at most 128 characters.'),
)
const macAddress = text
  .transform(bareMac)
  .refine(
    (mac) => mac === '' || /^[0-9a-f]{12}$/.test(mac),
    'A MAC address has 12 hexadecimal digits, such as 00:15:65:ab:cd:ef.',
  )
const sipUsername = text.refine(
  (typed) => typed === '' || /^[^\s@:;<>"]{2,32}$/.test(typed),
  'A SIP user name has 2 to 32 characters, without spaces or any of @ : ; < > ".',
)
const sipPassword = newPassword(5, 32, 'A SIP password has 5 to 32 characters.')
const number = text.refine(
  (typed) => /^[+*#0-9A-Za-z ().-]{0,35}$/.test(typed),
  'A number has at most 35 characters: digits, and + * # ( ) - or spaces.',
)
const forwardNumber = text.refine(
  (typed) => /^\+?[*#0-9]{0,14}$/.test(typed),
  'A number to forward to has at most 15 characters: digits, * and #, and + in front.',
)
const label = text.pipe(z.string().max(35, 'At most 35 characters.'))
const NEEDS_NUMBER = 'Calls can only be forwarded to a number: type one, or switch forwarding off.'

/** The edit form: everything is text; `was` is what it was filled with. */
export const deviceEdit = z
  .object({
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
    was: was(EDITABLE),
  })
  .refine((typed) => typed.forwardEnabled === '' || typed.forwardNumber !== '', {
    path: ['forwardNumber'],
    message: NEEDS_NUMBER,
  })

/** The form for a new device; what does not fit its type is left out later. */
export const deviceStart = z
  .object({
    account: text,
    type: z.enum(DEVICE_TYPES, 'Choose what kind of device it is.'),
    name,
    macAddress,
    owner: text,
    sipUsername,
    sipPassword,
    forwardNumber,
  })
  .refine(({ type, forwardNumber: to }) => type !== 'cellphone' || to !== '', {
    path: ['forwardNumber'],
    message: 'A mobile phone needs the number it is called at.',
  })

/** A button that names one device. */
export const deviceAlone = z.object({ device: text })
