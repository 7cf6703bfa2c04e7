import { expect, test } from 'vitest'
import { asRecord, byId, countOrNull, isNotFalse, isTrue, text, textOrNull } from './lenient.ts'

const ODD = [undefined, null, {}, [], { a: 1 }, true]

test('text is text, a number is its digits, and anything else is empty', () => {
  expect(['Desk', '', 1001, 0, ...ODD].map((value) => text.parse(value))).toEqual([
    'Desk',
    '',
    '1001',
    '0',
    ...Array.from({ length: 6 }, () => ''),
  ])
  expect([1001, '', null].map((value) => textOrNull.parse(value))).toEqual(['1001', null, null])
})

test('switches are read as Kazoo reads them', () => {
  const values = [true, 'true', false, 'false', undefined, null, 'yes', 0, 1, {}]
  expect(values.map((value) => isNotFalse.parse(value))).toEqual([
    true,
    true,
    false,
    false,
    true,
    true,
    true,
    true,
    true,
    true,
  ])
  expect(values.map((value) => isTrue.parse(value))).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
    false,
    false,
    false,
    false,
  ])
})

test('a count is a whole number, also as text; anything else is none', () => {
  expect([3, '3', 0, -1, 1.5, '', 'many', ...ODD].map((value) => countOrNull.parse(value))).toEqual([
    3,
    3,
    0,
    ...Array.from({ length: 10 }, () => null),
  ])
})

test('a row that is no object is one without anything, and rows without an id are kept apart', () => {
  expect([null, 'x', [1], 5].map(asRecord)).toEqual([{}, {}, {}, {}])
  expect(byId([{ id: 1 }, { id: null }, { id: 2 }])).toEqual({
    rows: [{ id: 1 }, { id: 2 }],
    unopenable: [{ id: null }],
  })
})
