import { expect, test } from 'vitest'
import { rejection } from './validation.ts'

const FIELDS = {
  name: 'name',
  'caller_id.internal.name': 'callerId.internal.name',
  'sip.password': 'sip.password',
}

const keywords: [string, object, string][] = [
  ['required', { message: 'Field is required but missing', value: 'name' }, 'This is needed.'],
  ['minLength', { message: 'x', target: 1, cause: '', value: '' }, 'This is needed.'],
  ['minLength', { message: 'x', target: 5, cause: 'CANARY' }, 'Please use at least 5 characters.'],
  ['maxLength', { message: 'x', target: 32, value: 'CANARY' }, 'Please use at most 32 characters.'],
  ['maxLength', { message: 'x', target: 'CANARY' }, 'The telephone system does not accept this.'],
  ['minimum', { target: 5 }, 'This must be at least 5.'],
  ['maximum', { target: 10_800 }, 'This must be at most 10800.'],
  ['minItems', { target: 2 }, 'Please give at least 2.'],
  ['maxItems', { target: 2 }, 'Please give at most 2.'],
  ['unique', { message: 'SIP credentials already in use', cause: 'CANARY' }, 'This is already in use.'],
  ['enum', { target: ['CANARY'], value: 'CANARY' }, 'This is not one of the choices.'],
  ['type', { target: 'string', value: 42 }, 'This is not a value of the right kind.'],
  ['pattern', { target: 'CANARY' }, 'This has characters that are not allowed here.'],
  ['wrong_format', { format: 'email', value: 'CANARY' }, 'This is not written as it should be.'],
  ['error', { message: 'CANARY' }, 'The telephone system does not accept this.'],
  ['toString', { message: 'CANARY' }, 'The telephone system does not accept this.'],
]

test.each(keywords)(
  'Kazoo’s keyword %s %o is told in our words at our field',
  (keyword, details, sentence) => {
    const rejected = rejection({ name: { [keyword]: details } }, FIELDS)
    expect(rejected.fields).toEqual({ name: sentence })
    expect(rejected.message).toBe('Nothing was saved. Please correct what is marked.')
  },
)

test('the paths of 4.3 and 5.0 are one', () => {
  const fault = { maxLength: { target: 35 } }
  for (const path of [
    'caller_id.internal.name',
    'caller_id%2Einternal%2Ename',
    'caller_id%2einternal.name',
  ]) {
    expect(Object.keys(rejection({ [path]: fault }, FIELDS).fields)).toEqual(['callerId.internal.name'])
  }
})

test('several faults come back together, and what is not ours to show is summed up', () => {
  const data = {
    name: { required: {} },
    'sip.password': { minLength: { target: 5 } },
    'CANARY.path': { type: {} },
  }
  const rejected = rejection(data, FIELDS)
  expect(rejected.fields).toEqual({
    name: 'This is needed.',
    'sip.password': 'Please use at least 5 characters.',
  })
  expect(rejected.message).toContain('something that is not shown here')
  expect(JSON.stringify([rejected.fields, rejected.message])).not.toContain('CANARY')
})

test('a refusal that marks no field of ours is one sentence', () => {
  for (const data of [
    undefined,
    null,
    [],
    'CANARY',
    {},
    { CANARY: { type: {} } },
    { '': { type: {} } },
    { name: 'CANARY' },
  ]) {
    const rejected = rejection(data, {})
    expect([rejected.fields, rejected.message]).toEqual([
      {},
      'Nothing was saved: the telephone system does not accept the change.',
    ])
  }
})
