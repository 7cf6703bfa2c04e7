// Whatever is stored in the other fields of a document, a form saves the one that was changed, and shows or
// names the rest.
import { describe, expect, test } from 'vitest'
import type { KazooVersion } from '../../../scripts/services/simulator.ts'
import type { Json } from '../../../simulator/json.ts'
import { ACCOUNT_FIELDS } from '../../../lib/views/account-fields.ts'
import { DEVICE_FIELDS } from '../../../lib/views/device-fields.ts'
import type { FieldList } from '../../../lib/views/field-list.ts'
import { USER_FIELDS } from '../../../lib/views/user-fields.ts'
import { VOICEMAIL_FIELDS } from '../../../lib/views/voicemail-fields.ts'
import { AWKWARD, AWKWARD_OBJECTS, pathsIn } from './awkward.ts'
import { accountForm, boxForm, deviceForm, settingsForm, userForm } from './forms.ts'
import type { Stored, StoredForm } from './stored.ts'

/** Paths that are no part of the trial: what is changed, and what finds the document. */
const LEFT_OUT = ['last_name', 'password', 'fax_to_email_enabled', 'mwi_unsolicited_updates']

/** A Kazoo 5.0 crashes over them, so one is enough. */
const CRASHING = /^call_recording\.(?!.*any\.any).*\.url$/

type Case = {
  name: string
  schema: string
  fields: FieldList | null
  leftOut: readonly string[]
  form: (stored: Stored) => StoredForm | Promise<StoredForm>
}

const CASES: readonly Case[] = [
  { name: 'a user', schema: 'users', fields: USER_FIELDS, leftOut: [], form: userForm },
  { name: 'a device', schema: 'devices', fields: DEVICE_FIELDS, leftOut: ['name'], form: deviceForm },
  {
    name: 'a voicemail box',
    schema: 'vmboxes',
    fields: VOICEMAIL_FIELDS,
    leftOut: ['name', 'owner_id'],
    form: boxForm,
  },
  {
    name: 'an account',
    schema: 'accounts',
    fields: ACCOUNT_FIELDS,
    leftOut: ['timezone', 'enabled'],
    form: accountForm,
  },
  {
    name: 'all settings of a user',
    schema: 'users',
    fields: null,
    leftOut: ['first_name'],
    form: (stored) => settingsForm(stored, 'user'),
  },
  {
    name: 'all settings of a device',
    schema: 'devices',
    fields: null,
    leftOut: ['name'],
    form: (stored) => settingsForm(stored, 'device'),
  },
]

/** Every form, every key of its schema, every awkward value. */
export function describeStoredValues(stored: Stored, kazoo: KazooVersion): void {
  describe.each(CASES)('$name', ({ schema, fields, leftOut, form }) => {
    const { plain, objects } = pathsIn(kazoo, schema)
    let opened: Promise<StoredForm> | null = null
    // Every trial replaces the whole document.
    const storedForm = () => (opened ??= Promise.resolve(form(stored)))
    const tried = (paths: readonly string[]) =>
      paths.filter((path) => ![...LEFT_OUT, ...leftOut].includes(path) && !CRASHING.test(path))

    test('the schema has keys to try', () => expect(tried(plain).length).toBeGreaterThan(10))

    test.each(Object.entries(AWKWARD))('with %s in every other field', async (_, value) => {
      const pages = await stored.expectUntouched(await storedForm(), tried(plain), value)
      for (const { paths, shown } of pages) expectShown(fields, paths, value, shown)
    })

    test.each(Object.entries(AWKWARD_OBJECTS))('with %s in place of every object', async (_, value) => {
      const pages = await stored.expectUntouched(await storedForm(), tried(objects), value)
      for (const { paths, shown } of pages) {
        const below = Object.keys(shown).filter((path) => paths.some((each) => path.startsWith(`${each}.`)))
        if (fields !== null) expectShown(fields, below, value, shown, 'parent')
      }
    })
  })
}

/** What a page must show for a stored value: the text itself, or the value by name; nothing for nothing. */
function expectShown(
  fields: FieldList | null,
  paths: readonly string[],
  value: Json,
  shown: Readonly<Record<string, string>>,
  at: 'field' | 'parent' = 'field',
): void {
  for (const path of paths) {
    const text = shown[path]
    if (text === undefined) continue
    const field = Object.values(fields ?? {}).find((each) => each.path === path)
    // Among SIP and hot desk fields is a secret.
    if (at === 'parent' && value !== null && /^(?:sip|hotdesk)\./.test(path))
      expect(text, path).toBe('\uFFFC')
    else if (value === null) expect(text, path).toBe(field?.unset === true ? 'on' : '')
    else if (fields === null) expect(text === '' && value !== '', path).toBe(false)
    else if (at === 'parent' || !fits(field?.kind ?? 'text', value))
      expect(text, path).toBe(`\uFFFC${named(value)}`)
    else expect(text, path).toBe(isSwitch(field?.kind) ? 'on' : value)
  }
}

/** The JSON of a stored value, as far as a page shows it. */
function named(value: Json): string {
  if (value === AWKWARD['odd characters']) return '"a\\u202eb\\u0007\\nc\\u2028\\ud800"'
  const json = JSON.stringify(value)
  return json.length > 200 ? `${json.slice(0, 200)}…` : json
}

function isSwitch(kind: string | undefined): boolean {
  return kind === 'switch' || kind === 'checkbox'
}

function fits(kind: string, value: Json): boolean {
  if (isSwitch(kind)) return typeof value === 'boolean' || value === 'true'
  if (kind === 'user') return value === ''
  return kind === 'addresses' ? false : typeof value === 'string'
}
