import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromGregorian, gregorian, toGregorian } from './time.ts'

test('Gregorian seconds are converted to instants', () => {
  expect(fromGregorian(62_167_219_200).toISOString()).toBe('1970-01-01T00:00:00.000Z')
  expect(fromGregorian(63_838_000_000).toISOString()).toBe('2022-12-11T17:46:40.000Z')
  expect(toGregorian(new Date('2026-11-22T00:00:00.999Z'))).toBe(
    toGregorian(new Date('2026-11-22T00:00:00Z')),
  )
})

test('converted there and back, every second stays the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 62_167_219_200, max: 315_569_519_999 }), (seconds) => {
      expect(toGregorian(fromGregorian(seconds))).toBe(seconds)
    }),
  )
})

test('an invalid instant is null', () => {
  for (const odd of [
    undefined,
    null,
    '63838000000',
    1.5,
    -1,
    0,
    Number.MAX_SAFE_INTEGER,
    1_700_000_000,
    {},
  ]) {
    expect(gregorian.parse(odd)).toBeNull()
  }
})
