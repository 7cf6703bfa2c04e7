import { expect, test } from 'vitest'
import { textsOf } from './form-check.ts'
import { matchesSetting, type Setting } from './schema-form.ts'
import { isSecretName, settingName } from './setting-names.ts'
import { labelOfKey } from './schema-words.ts'

test.each([
  ['call_waiting', 'Call waiting'],
  ['caller_id', 'Caller ID'],
  ['sip', 'SIP'],
  ['mac_address', 'MAC address'],
  ['mwi_unsolicited_updates', 'MWI unsolicited updates'],
  ['vm_to_email_enabled', 'Voicemail to email enabled'],
  ['sort-string', 'Sort string'],
  ['clientSecret', 'Client Secret'],
  ['constructor', 'Constructor'],
  ['___', '___'],
])('the key %s reads “%s”', (key, words) => expect(labelOfKey(key)).toBe(words))

test('any key gives its field a unique name that a form accepts', () => {
  const paths = [['a.b'], ['a_b'], ['aZb'], ['a', 'bc'], ['a-b'], ['é'], ['__x'], ['a b'], ['Z'], ['A']]
  const names = paths.map((path) => settingName('value', path))
  expect(new Set(names).size).toBe(paths.length)
  const form = new FormData()
  for (const name of names) form.set(name, 'x')
  expect(Object.keys(textsOf(form))).toEqual(names)
  expect(names.some(isSecretName)).toBe(false)
  expect(isSecretName(settingName('secret', ['pin']))).toBe(true)
})

test('a setting is found by its label, group, key and description, in any case and order', () => {
  const setting: Setting = {
    name: 'set',
    removal: null,
    kind: 'truth',
    label: 'Fax option',
    within: ['Media'],
    path: 'media.fax_option',
    about: 'Is T.38 supported?',
    english: true,
    value: '',
    set: false,
    preset: '',
    choices: [],
    entries: [],
    table: null,
    least: null,
    most: null,
    required: false,
    locked: false,
    undescribed: false,
  }
  for (const text of ['fax', 'FAX', 'option media', 't.38', 'media.fax', 'supported fax'])
    expect(matchesSetting(text, setting), text).toBe(true)
  for (const text of ['faxes', 'fax video']) expect(matchesSetting(text, setting), text).toBe(false)
})
