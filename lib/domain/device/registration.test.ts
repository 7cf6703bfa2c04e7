import { expect, test } from 'vitest'
import type { RegistrationDoc } from '../../kazoo/registrations.ts'
import { isCurrent, toRegistration } from './registration.ts'

const SECOND = 1000
const doc = (agoSeconds: number | null, expiresSeconds: number | null): RegistrationDoc => ({
  device: null,
  username: 'lobby',
  userAgent: null,
  sourceAddress: null,
  contactAddress: '192.0.2.7',
  expiresSeconds,
  registeredAt: agoSeconds === null ? null : new Date(Date.now() - agoSeconds * SECOND),
})

test.each([
  ['renewed just now', 0, 300, true],
  ['within its time', 290, 300, true],
  ['over for less than clocks differ', 330, 300, true],
  ['over for longer', 400, 300, false],
  ['without a time', null, 300, true],
  ['without a lifetime', 9_000, null, true],
])('a registration %s', (_case, ago, lifetime, current) => {
  expect(isCurrent(doc(ago, lifetime))).toBe(current)
  expect(toRegistration(doc(ago, lifetime)).expired).toBe(!current)
})

test('a registration ends when its lifetime since the last renewal is over', () => {
  const shown = toRegistration({ ...doc(0, 300), registeredAt: new Date('2026-12-01T16:14:00Z') })
  expect(shown).toMatchObject({
    address: '192.0.2.7',
    registeredAt: '2026-12-01T16:14:00.000Z',
    expiresAt: '2026-12-01T16:19:00.000Z',
  })
})
