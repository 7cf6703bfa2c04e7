import { expect, test } from 'vitest'
import { settingName } from './schema-form.ts'
import { typedOf } from './secret-fields.ts'

const pin = settingName('secret', ['lab', 'pin'])
const note = settingName('value', ['profile', 'note'])

test('typed text is returned after a refusal, but no secret, whatever its key', () => {
  expect(typedOf({ [note]: 'tea', [pin]: '1234', password: 'x', sipPassword: 'x' })).toEqual({
    [note]: 'tea',
  })
})
