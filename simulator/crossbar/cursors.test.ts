import { array, assert, integer, oneof, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { decodeCursor, encodeCursor } from './cursors.ts'

test('a name becomes the term that Kazoo makes of it', () => {
  expect(encodeCursor('acme')).toBe('g20AAAAEYWNtZQ')
})

test('text that is not a cursor is used as the key', () => {
  for (const text of ['B', 'zzz', '', 'g2', 'g20AAAAEYWNtZ', 'ünder']) expect(decodeCursor(text)).toBe(text)
})

test('every key comes back from its cursor', () => {
  const scalar = oneof(string({ unit: 'grapheme' }), integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }))
  assert(
    property(oneof(scalar, array(scalar)), (key) => {
      expect(decodeCursor(encodeCursor(key))).toEqual(key)
    }),
  )
})
