import { expect, test } from 'vitest'
import { settingName } from '../views/setting-names.ts'
import { allInitialValues } from './fields.ts'
import { settingsEdit } from '../actions/schema-input.ts'

const pin = settingName('secret', ['lab', 'pin'])
const note = settingName('value', ['profile', 'note'])

test('a form made from a schema is read completely: secrets sealed, and none where nothing was typed', () => {
  const read = settingsEdit.parse({ of: 'usr_x', initialValues: '{"a":"b"}', [note]: 'tea', [pin]: '1234' })
  expect(read).toMatchObject({ of: 'usr_x', typed: { [note]: 'tea' }, initialValues: { a: 'b' } })
  expect(String(Object.keys(read.secrets))).toBe(pin)
  expect(() => JSON.stringify(read)).toThrow('sealed')
  expect(settingsEdit.parse({ of: '', [pin]: '' })).toEqual({
    of: '',
    typed: {},
    secrets: {},
    initialValues: null,
  })
})

test.each(['', 'nonsense', '[]', '{"a":1}', 'null'])('initial values of %j count as none', (initialValues) =>
  expect(allInitialValues(initialValues)).toBeNull(),
)
