import { expect, test } from 'vitest'
import { ConflictError } from '../errors.ts'
import { changesOf } from './edits.ts'

const FIELDS = ['name', 'enabled', 'number'] as const
const now = { name: 'Desk', enabled: 'on', number: '' }

test('only a field that differs from the initial form is a change', () => {
  expect(changesOf(FIELDS, { name: 'Front', enabled: 'on', number: '' }, now, now)).toEqual({ name: 'Front' })
  expect(changesOf(FIELDS, now, now, now)).toEqual({})
})

test('a field that another user changed and this form did not touch keeps its new value', () => {
  const initialValues = { ...now, name: 'Old' }
  expect(changesOf(FIELDS, { ...initialValues, number: '1' }, initialValues, now)).toEqual({ number: '1' })
})

test('two users who set a field to the same value cause no conflict and no change', () => {
  expect(changesOf(FIELDS, { name: 'Desk' }, { name: 'Old' }, now)).toEqual({})
})

test('two users who set a field to different values cause a conflict at the field, with the current value', () => {
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

test('a form without initial values is compared with the current values', () => {
  expect(changesOf(FIELDS, { name: 'Front', enabled: '' }, {}, now)).toEqual({ name: 'Front', enabled: '' })
})
