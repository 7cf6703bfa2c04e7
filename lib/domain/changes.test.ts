import { expect, test } from 'vitest'
import { Overtaken } from '../errors.ts'
import { changesOf } from './changes.ts'

const FIELDS = ['name', 'enabled', 'number'] as const
const now = { name: 'Desk', enabled: 'on', number: '' }

test('only what differs from what the form was filled with is a change', () => {
  expect(changesOf(FIELDS, { name: 'Front', enabled: 'on', number: '' }, now, now)).toEqual({ name: 'Front' })
  expect(changesOf(FIELDS, now, now, now)).toEqual({})
})

test('what somebody else changed and one did not touch is left alone', () => {
  const was = { ...now, name: 'Old' }
  expect(changesOf(FIELDS, { ...was, number: '1' }, was, now)).toEqual({ number: '1' })
})

test('both changing a field the same way is no conflict, and no change', () => {
  expect(changesOf(FIELDS, { name: 'Desk' }, { name: 'Old' }, now)).toEqual({})
})

test('both changing a field differently is told at the field, with what it became, and what has now been seen', () => {
  const was = { ...now, name: 'Old', number: '5' }
  const attempt = () => changesOf(FIELDS, { name: 'Mine', number: '7' }, was, now)
  expect(attempt).toThrow(Overtaken)
  expect(attempt).toThrow(
    expect.objectContaining({
      fields: {
        name: { sentence: 'said.overtaken.became', values: { now: 'Desk' } },
        number: 'said.overtaken.empty',
      },
      was: { ...was, name: 'Desk', number: '' },
    }),
  )
})

test('a form that does not say what it was filled with is compared with what is there now', () => {
  expect(changesOf(FIELDS, { name: 'Front', enabled: '' }, {}, now)).toEqual({ name: 'Front', enabled: '' })
})
