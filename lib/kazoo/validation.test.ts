import { expect, test } from 'vitest'
import type { Said } from '../words/said.ts'
import { rejection } from './validation.ts'

const FIELDS = {
  name: 'name',
  'caller_id.internal.name': 'callerId.internal.name',
  'sip.password': 'sip.password',
}

const keywords: [string, object, Said][] = [
  ['required', { message: 'Field is required but missing', value: 'name' }, 'said.refused.needed'],
  ['minLength', { message: 'x', target: 1, cause: '', value: '' }, 'said.refused.needed'],
  [
    'minLength',
    { message: 'x', target: 5, cause: 'CANARY' },
    { sentence: 'said.refused.short', values: { bound: 5 } },
  ],
  [
    'maxLength',
    { message: 'x', target: 32, value: 'CANARY' },
    { sentence: 'said.refused.long', values: { bound: 32 } },
  ],
  ['maxLength', { message: 'x', target: 'CANARY' }, 'said.refused.other'],
  ['minimum', { target: 5 }, { sentence: 'said.refused.low', values: { bound: 5 } }],
  ['maximum', { target: 10_800 }, { sentence: 'said.refused.high', values: { bound: 10_800 } }],
  ['minItems', { target: 2 }, { sentence: 'said.refused.few', values: { bound: 2 } }],
  ['maxItems', { target: 2 }, { sentence: 'said.refused.many', values: { bound: 2 } }],
  ['unique', { message: 'SIP credentials already in use', cause: 'CANARY' }, 'said.refused.taken'],
  ['enum', { target: ['CANARY'], value: 'CANARY' }, 'said.refused.choice'],
  ['type', { target: 'string', value: 42 }, 'said.refused.kind'],
  ['pattern', { target: 'CANARY' }, 'said.refused.characters'],
  ['wrong_format', { format: 'email', value: 'CANARY' }, 'said.refused.form'],
  ['error', { message: 'CANARY' }, 'said.refused.other'],
  ['toString', { message: 'CANARY' }, 'said.refused.other'],
]

test.each(keywords)(
  'Kazoo’s keyword %s %o is told by a key of ours at our field',
  (keyword, details, sentence) => {
    const rejected = rejection({ name: { [keyword]: details } }, FIELDS)
    expect(rejected.fields).toEqual({ name: sentence })
    expect(rejected.said).toBe('said.correct')
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
    name: 'said.refused.needed',
    'sip.password': { sentence: 'said.refused.short', values: { bound: 5 } },
  })
  expect(rejected.said).toBe('said.refused.elsewhere')
  expect(JSON.stringify([rejected.fields, rejected.said])).not.toContain('CANARY')
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
    expect([rejected.fields, rejected.said]).toEqual([{}, 'said.refused.all'])
  }
})
