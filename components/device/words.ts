import type { DeviceType } from '../../lib/views/device.ts'

const TYPES = new Map([
  ['sip_device', 'Desk phone'],
  ['softphone', 'Softphone'],
  ['cellphone', 'Mobile phone'],
  ['smartphone', 'Smartphone'],
  ['landline', 'Landline'],
  ['ata', 'Analogue adapter'],
  ['fax', 'Fax'],
  ['mobile', 'Mobile'],
  ['sip_uri', 'SIP address'],
  ['application', 'Application'],
])

/** Our word for a type of device; of one we do not know, Kazoo's own. */
export function typeWord(type: string): string {
  return TYPES.get(type) ?? type.replaceAll('_', ' ')
}

/** What kinds of device there are to choose from, and what they are for. */
export const KINDS: Record<DeviceType, string> = {
  sip_device: 'A telephone on a desk or a wall. It registers with its SIP user name and password.',
  softphone:
    'An application on a computer. It registers like a desk phone, but has no MAC address of its own.',
  cellphone: 'A number outside. Calls are forwarded to it; nothing registers.',
}

const NEVER_REGISTER = new Set(['cellphone', 'landline', 'sip_uri'])

/** Whether a device of this type signs in to Kazoo by itself. */
export function registers(type: string): boolean {
  return !NEVER_REGISTER.has(type)
}

/** A MAC address in pairs, as it is printed on the phone; what is none stays as it is. */
export function macInPairs(bare: string): string {
  return /^[0-9a-f]{12}$/i.test(bare) ? (bare.match(/../g) ?? []).join(':') : bare
}

/** Whether a device is there, in a word; null: nobody knows. */
export function registeredWord(registered: boolean | null): string {
  if (registered === null) return 'Unknown'
  return registered ? 'Registered' : 'Offline'
}
