import { expect, test } from 'vitest'
import { check } from './check.ts'

test('defaults are filled in, inside objects that exist or have a default themselves', () => {
  const { doc, errors } = check('5.0', 'devices', { name: 'Desk', call_forward: { enabled: true } })
  expect(errors).toEqual([])
  expect(doc).toMatchObject({
    enabled: true,
    ringtones: {},
    sip: { expire_seconds: 300, invite_format: 'contact', method: 'password' },
    call_forward: { enabled: true, keep_caller_id: true, failover: false },
  })
  expect(doc).not.toHaveProperty('call_waiting')
})

test('the given document is not changed', () => {
  const given = { name: 'Desk' }
  check('5.0', 'devices', given)
  expect(given).toEqual({ name: 'Desk' })
})

test('text with a boolean or a number is cast; other text is an error', () => {
  expect(
    check('5.0', 'devices', { name: 'x', enabled: 'true', sip: { expire_seconds: '360' } }),
  ).toMatchObject({
    doc: { enabled: true, sip: { expire_seconds: 360 } },
    errors: [],
  })
  expect(check('5.0', 'devices', { name: 'x', enabled: 'maybe' }).errors).toEqual([
    {
      path: ['enabled'],
      keyword: 'type',
      info: { message: 'Value did not match type(s): boolean', target: 'boolean', value: 'maybe' },
    },
  ])
})

test('all errors are reported at once, in the order of their keywords', () => {
  const { errors } = check('4.3', 'users', { priv_level: 'root', email: 'nope', username: 'joe x' })
  expect(errors.map(({ path, keyword }) => `${path.join('.')} ${keyword}`)).toEqual([
    'priv_level enum',
    'email wrong_format',
    'username pattern',
    'first_name required',
    'last_name required',
  ])
})

test('text too short in letters but long enough in bytes is reported as too long, as in Kazoo', () => {
  const { errors } = check('4.3', 'devices', { name: 'x', sip: { password: 'éé' } })
  expect(errors).toMatchObject([{ keyword: 'minLength', info: { target: 5 } }])
  const longer = check('4.3', 'devices', { name: 'x', sip: { password: 'ééé' } })
  expect(longer.errors).toMatchObject([{ keyword: 'maxLength', info: { target: 32, cause: 'ééé' } }])
})

test('for an enum only the enum error is reported, and a wrong type before it', () => {
  expect(check('5.0', 'devices', { name: 'x', media: { bypass_media: 'never' } }).errors).toEqual([
    {
      path: ['media', 'bypass_media'],
      keyword: 'not_one_schema_valid',
      info: { message: 'failed to validate', value: 'never' },
    },
  ])
  expect(
    check('5.0', 'devices', { name: 'x', provision: { combo_keys: { 1: 'no object' } } }).errors,
  ).toMatchObject([{ path: ['provision', 'combo_keys', '1'], keyword: 'type' }])
})

test('unknown keys of a closed schema are reported by their own path', () => {
  const key = 'a'.repeat(64)
  expect(check('5.0', 'api_auth', { api_key: key, more: 1 }).errors).toMatchObject([
    { path: ['more'], keyword: 'additionalProperties', info: { value: { api_key: key, more: 1 } } },
  ])
})
