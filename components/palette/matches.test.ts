import { expect, test } from 'vitest'
import { matches } from './matches.ts'

test('case and accents do not matter, in the name or in what is typed', () => {
  expect(matches('Bäckerei Vogel GmbH', 'backerei')).toBe(1)
  expect(matches('Backerei', 'BÄCK')).toBe(1)
})

test('every word has to occur, in any order', () => {
  expect(matches('Bäckerei Vogel GmbH', 'vogel bäck')).toBeGreaterThan(0)
  expect(matches('Bäckerei Vogel GmbH', 'vogel adler')).toBe(0)
})

test('the start of the name scores best, the start of a word better than its middle', () => {
  const [start, word, middle] = ['vogel', 'voice vogel', 'uservogel'].map((name) => matches(name, 'vogel'))
  expect([start, word, middle]).toEqual([1, 0.8, 0.5])
})

test('an empty search matches everything', () => {
  expect(matches('Anything', '  ')).toBeGreaterThan(0)
})

test('a device is found by at least four digits of its MAC address, in any spelling', () => {
  const label = 'Lobby'
  for (const typed of ['0004f2ab7efd', '00:04:F2:AB:7E:FD', '00–04–f2', 'F2 AB', '7e:f\u200bd'])
    expect(matches(label, typed, '0004f2ab7efd'), typed).toBe(1)
  for (const typed of ['f2a', '0004f2ab7efe', 'cafe'])
    expect(matches(label, typed, '0004f2ab7efd'), typed).toBe(0)
  expect(matches(label, '0004f2ab7efd')).toBe(0)
})
