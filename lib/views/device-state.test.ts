import { expect, test } from 'vitest'
import { deviceState, type DeviceState, type ReportedDevice } from './device-state.ts'

const phone: ReportedDevice = { type: 'sip_device', enabled: true, registered: true, username: 'user_1' }

test.each<[string, Partial<ReportedDevice>, DeviceState]>([
  ['a registered phone', {}, 'online'],
  ['a phone that is not registered', { registered: false }, 'offline'],
  ['a phone of an unknown type', { type: 'toaster', registered: false }, 'offline'],
  ['a phone whose username is not listed', { registered: false, username: undefined }, 'offline'],
  ['a phone while the registrar is away', { registered: null }, 'unknown'],
  ['a disabled phone that is still registered', { enabled: false }, 'disabled'],
  ['a disabled number', { enabled: false, type: 'cellphone', registered: false }, 'disabled'],
  ['a mobile number', { type: 'cellphone', registered: false, username: '' }, 'forwarding'],
  ['a landline while the registrar is away', { type: 'landline', registered: null }, 'forwarding'],
  ['a SIP address', { type: 'sip_uri', registered: false }, 'notRegistering'],
  ['a phone system by IP', { registered: false, byIp: true }, 'notRegistering'],
  ['a device without a SIP username', { registered: null, username: '' }, 'notRegistering'],
  ['a number that is registered all the same', { type: 'cellphone' }, 'online'],
])('the state of %s', (_device, reported, state) => {
  expect(deviceState({ ...phone, ...reported })).toBe(state)
})
