import { expect, test } from 'vitest'
import { settingName } from './setting-names.ts'
import { typedOf } from './secret-fields.ts'
import { DEVICE_FIELDS } from './device-fields.ts'
import { namesOf } from './field-list.ts'
import { SIGN_IN_FIELDS, USER_FIELDS } from './user-fields.ts'
import { VOICEMAIL_FIELDS } from './voicemail-fields.ts'

const pin = settingName('secret', ['lab', 'pin'])
const note = settingName('value', ['profile', 'note'])

test('typed text is returned after a refusal, but no secret, whatever its key', () => {
  expect(typedOf({ [note]: 'tea', [pin]: '1234', password: 'x', sipPassword: 'x' })).toEqual({
    [note]: 'tea',
  })
})

test.each([
  ['a device', namesOf(DEVICE_FIELDS, ['secret'])],
  ['a user', [...namesOf(USER_FIELDS, ['secret']), ...namesOf(SIGN_IN_FIELDS, ['secret'])]],
  ['a voicemail box', namesOf(VOICEMAIL_FIELDS, ['secret'])],
])('no secret of %s is returned', (_noun, names) => {
  expect(names).not.toEqual([])
  expect(typedOf(Object.fromEntries(names.map((name) => [name, 'CANARY'])))).toEqual({})
})
