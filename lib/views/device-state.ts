// Tells the state of a device, for lists, pages and counts alike.

/** The states of a device, in the order in which lists sort and count them. */
export const DEVICE_STATES = [
  'online',
  'offline',
  'unknown',
  'forwarding',
  'notRegistering',
  'disabled',
] as const

/**
 * `unknown`: Kazoo's registrar does not answer. `forwarding`: a number that calls are forwarded to.
 * `notRegistering`: it has no SIP username, is called at an address, or authenticates by its IP. The last two
 * are neither online nor offline.
 */
export type DeviceState = (typeof DEVICE_STATES)[number]

/**
 * What Kazoo reports of a device. `registered` null: the registrar does not answer. `username` is the SIP
 * username, undefined where a listing has none. `byIp`: it authenticates by its IP; the listing of an account
 * does not say so, but such a device has no username.
 */
export type ReportedDevice = {
  type: string
  enabled: boolean
  registered: boolean | null
  username?: string | undefined
  byIp?: boolean
}

const FORWARDING: ReadonlySet<string> = new Set(['cellphone', 'landline'])
const SIP_ADDRESS = 'sip_uri'

/** The state of a device. */
export function deviceState(device: ReportedDevice): DeviceState {
  if (!device.enabled) return 'disabled'
  if (device.registered) return 'online'
  if (FORWARDING.has(device.type)) return 'forwarding'
  if (!typeRegisters(device.type) || device.byIp || device.username === '') return 'notRegistering'
  return device.registered === null ? 'unknown' : 'offline'
}

/** Whether devices of this type register with Kazoo. */
export function typeRegisters(type: string): boolean {
  return !FORWARDING.has(type) && type !== SIP_ADDRESS
}
