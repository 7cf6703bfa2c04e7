import { expect, test } from 'vitest'
import type { LocalizedMessage } from '../i18n/message-key.ts'
import { rejection } from './validation.ts'

const FIELDS = {
  name: 'name',
  'caller_id.internal.name': 'callerId.internal.name',
  'sip.password': 'sip.password',
}

const keywords: [string, object, LocalizedMessage][] = [
  ['required', { message: 'Field is required but missing', value: 'name' }, 'messages.refused.needed'],
  ['minLength', { message: 'x', target: 1, cause: '', value: '' }, 'messages.refused.needed'],
  [
    'minLength',
    { message: 'x', target: 5, cause: 'CANARY' },
    { key: 'messages.refused.short', values: { bound: 5 } },
  ],
  [
    'maxLength',
    { message: 'x', target: 32, value: 'CANARY' },
    { key: 'messages.refused.long', values: { bound: 32 } },
  ],
  ['maxLength', { message: 'x', target: 'CANARY' }, 'messages.refused.other'],
  ['minimum', { target: 5 }, { key: 'messages.refused.low', values: { bound: 5 } }],
  ['maximum', { target: 10_800 }, { key: 'messages.refused.high', values: { bound: 10_800 } }],
  ['minItems', { target: 2 }, { key: 'messages.refused.few', values: { bound: 2 } }],
  ['maxItems', { target: 2 }, { key: 'messages.refused.many', values: { bound: 2 } }],
  ['unique', { message: 'SIP credentials already in use', cause: 'CANARY' }, 'messages.refused.taken'],
  ['enum', { target: ['CANARY'], value: 'CANARY' }, 'messages.refused.choice'],
  ['type', { target: 'string', value: 42 }, 'messages.refused.kind'],
  ['pattern', { target: 'CANARY' }, 'messages.refused.characters'],
  ['wrong_format', { format: 'email', value: 'CANARY' }, 'messages.refused.form'],
  ['error', { message: 'CANARY' }, 'messages.refused.other'],
  ['toString', { message: 'CANARY' }, 'messages.refused.other'],
]

test.each(keywords)(
  'Kazoo’s keyword %s %o becomes a message of ours at our field',
  (keyword, details, key) => {
    const rejected = rejection({ name: { [keyword]: details } }, FIELDS)
    expect(rejected.fields).toEqual({ name: key })
    expect(rejected.userMessage).toBe('messages.correct')
  },
)

test('the paths of 4.3 and 5.0 are treated alike', () => {
  const fault = { maxLength: { target: 35 } }
  for (const path of [
    'caller_id.internal.name',
    'caller_id%2Einternal%2Ename',
    'caller_id%2einternal.name',
  ]) {
    expect(Object.keys(rejection({ [path]: fault }, FIELDS).fields)).toEqual(['callerId.internal.name'])
  }
})

test('several faults are reported together, and those without a field of ours are summed up', () => {
  const data = {
    name: { required: {} },
    'sip.password': { minLength: { target: 5 } },
    'CANARY.path': { type: {} },
  }
  const rejected = rejection(data, FIELDS)
  expect(rejected.fields).toEqual({
    name: 'messages.refused.needed',
    'sip.password': { key: 'messages.refused.short', values: { bound: 5 } },
  })
  expect(rejected.userMessage).toBe('messages.refused.elsewhere')
  expect(JSON.stringify([rejected.fields, rejected.userMessage])).not.toContain('CANARY')
})

const refusedAt = (path: string) => rejection({ [path]: { type: {} } }, {}).userMessage

test('a setting without a field of ours is named, without ids and other text', () => {
  expect(refusedAt('metaflows.numbers.2.module')).toEqual({
    key: 'messages.refused.allAt',
    values: { paths: 'metaflows.numbers.2.module' },
  })
  expect(refusedAt('call_restriction%2Einternational%2Eaction')).toEqual({
    key: 'messages.refused.allAt',
    values: { paths: 'call_restriction.international.action' },
  })
  for (const path of [
    'directories.0123456789abcdef0123456789abcdef',
    'see https://evil.example',
    'Call us now',
    'x'.repeat(101),
  ])
    expect(refusedAt(path)).toBe('messages.refused.all')
  expect(rejection({ name: { required: {} }, metaflows: { type: {} } }, FIELDS)).toMatchObject({
    fields: { name: 'messages.refused.needed' },
    userMessage: { key: 'messages.refused.elsewhereAt', values: { paths: 'metaflows' } },
  })
})

test('a refusal that concerns no field of ours is one message', () => {
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
    expect([rejected.fields, rejected.userMessage]).toEqual([{}, 'messages.refused.all'])
  }
})
