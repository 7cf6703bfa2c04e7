import { expect, test } from 'vitest'
import { ConflictError } from '../errors.ts'
import { changesOf } from './edits.ts'

const FIELDS = ['name', 'enabled', 'number'] as const
const now = { name: 'Desk', enabled: 'on', number: '' }

test('only what differs from what the form was filled with is a change', () => {
  expect(changesOf(FIELDS, { name: 'Front', enabled: 'on', number: '' }, now, now)).toEqual({ name: 'Front' })
  expect(changesOf(FIELDS, now, now, now)).toEqual({})
})

test('what somebody else changed and one did not touch is left alone', () => {
  const initialValues = { ...now, name: 'Old' }
  expect(changesOf(FIELDS, { ...initialValues, number: '1' }, initialValues, now)).toEqual({ number: '1' })
})

test('both changing a field the same way is no conflict, and no change', () => {
  expect(changesOf(FIELDS, { name: 'Desk' }, { name: 'Old' }, now)).toEqual({})
})

test('both changing a field differently is told at the field, with what it became, and what has now been seen', () => {
  const initialValues = { ...now, name: 'Old', number: '5' }
  const attempt = () => changesOf(FIELDS, { name: 'Mine', number: '7' }, initialValues, now)
  expect(attempt).toThrow(ConflictError)
  expect(attempt).toThrow(
    expect.objectContaining({
      fields: {
        name: { key: 'messages.conflict.became', values: { now: 'Desk' } },
        number: 'messages.conflict.empty',
      },
      initialValues: { ...initialValues, name: 'Desk', number: '' },
    }),
  )
})

test('a form that does not say what it was filled with is compared with what is there now', () => {
  expect(changesOf(FIELDS, { name: 'Front', enabled: '' }, {}, now)).toEqual({ name: 'Front', enabled: '' })
})
