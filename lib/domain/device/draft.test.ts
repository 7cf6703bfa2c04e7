import { expect, test } from 'vitest'
import { DeviceDoc } from '../../kazoo/device-doc.ts'
import { stateOf } from './draft.ts'

const document = (more: object) =>
  DeviceDoc.parse({ id: 'd'.repeat(32), name: 'Branch PBX', device_type: 'sip_device', ...more })

test('a device that authenticates by its IP does not register, also with a SIP username', () => {
  const sip = { username: 'branch', ip: '203.0.113.10' }
  expect(stateOf(document({ sip: { ...sip, method: 'ip' } }), false)).toBe('notRegistering')
  expect(stateOf(document({ sip: { ...sip, method: 'password' } }), false)).toBe('offline')
  expect(stateOf(document({ sip: { ...sip, method: ['ip'] } }), false)).toBe('offline')
  expect(stateOf(document({ sip: { username: 'branch' }, enabled: false }), false)).toBe('disabled')
})
