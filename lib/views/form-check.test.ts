import { array, assert, constantFrom, oneof, property, string, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accountEdit, accountStart } from '../actions/account-input.ts'
import { deviceEdit, deviceStart } from '../actions/device-input.ts'
import { signInInput } from '../actions/session-input.ts'
import { en } from '../i18n/en.ts'
import { accountEditRules, accountStartRules } from './account-form.ts'
import { deviceEditRules, deviceStartRules } from './device-form.ts'
import { readForm, textsOf, type Faults, type Rules } from './form-check.ts'
import { signInRules } from './sign-in-form.ts'

/** Each form with its rules in the browser and on the server. */
const SIDES: Record<string, { browser: Rules; server: Rules; fields: readonly string[] }> = {
  'edit an account': {
    browser: accountEditRules,
    server: accountEdit,
    fields: ['account', 'name', 'realm', 'timezone', 'enabled', 'initialValues'],
  },
  'new account': { browser: accountStartRules, server: accountStart, fields: namesOf(accountStartRules) },
  'edit a device': {
    browser: deviceEditRules,
    server: deviceEdit,
    fields: [
      'device',
      'name',
      'macAddress',
      'sipUsername',
      'sipPassword',
      'forwardEnabled',
      'forwardNumber',
      'internalName',
      'initialValues',
    ],
  },
  'new device': { browser: deviceStartRules, server: deviceStart, fields: namesOf(deviceStartRules) },
  'sign in': { browser: signInRules, server: signInInput, fields: namesOf(signInRules) },
}

function namesOf({ shape }: { shape: object }): string[] {
  return Object.keys(shape)
}

function formOf(fields: Iterable<readonly [string, string]>): FormData {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}

function faultsOf(rules: Rules, form: FormData): Faults {
  const read = readForm(rules, form)
  return read.ok ? {} : read.faults
}

/** Text as users, programs and attackers type it. */
const typed = oneof(
  string({ unit: 'binary', maxLength: 300 }),
  constantFrom('', ' ', 'on', 'sip_device', 'cellphone', 'Europe/Berlin', '00:15:65:ab:cd:ef', '+4940123'),
  constantFrom(
    'a@b',
    'x'.repeat(10_001),
    '{"name":"x"}',
    '[',
    '__proto__',
    '<script>',
    "' OR 1=1 --",
    '\u202E',
  ),
)

describe.each(Object.entries(SIDES))('%s', (_name, { browser, server, fields }) => {
  test('browser and server refuse the same fields by the same rules, for any input, and each rule has its message', () => {
    const names = oneof(constantFrom(...fields), string({ maxLength: 12 }))
    assert(
      property(array(tuple(names, typed), { maxLength: 30 }), (entries) => {
        const form = formOf(entries)
        const faults = faultsOf(browser, form)
        expect(faultsOf(server, form)).toEqual(faults)
        for (const rule of Object.values(faults)) expect(key(rule)).toMatch(/^[A-Z].*\.$/)
      }),
      { numRuns: 300 },
    )
  })
})

/** The English message at a key such as `rules.wrong`. */
function key(rule: string): unknown {
  return rule.split('.').reduce<unknown>((at, step) => {
    const branch: Readonly<Record<string, unknown>> = { ...(typeof at === 'object' ? at : {}) }
    return branch[step]
  }, en)
}

test.each([
  ['a name of blanks', 'name', '   ', 'rules.device.nameMissing'],
  ['a name of 129 letters', 'name', 'x'.repeat(129), 'rules.nameTooLong'],
  ['a name too long to be read whole', 'name', 'x'.repeat(1_000_000), 'rules.nameTooLong'],
  ['a MAC address of eleven digits', 'macAddress', '00:15:65:ab:cd:e', 'rules.device.macAddress'],
  ['a SIP user name with a colon', 'sipUsername', 'a:b', 'rules.device.sipUsername'],
  ['a SIP password of blanks and four letters', 'sipPassword', ' abc', 'rules.device.sipPassword'],
  ['a number with a semicolon', 'internalNumber', '1;2', 'rules.device.number'],
  ['a caller’s name of 36 letters', 'externalName', 'x'.repeat(36), 'rules.atMost35'],
])('%s is refused at its field alone', (_what, field, value, rule) => {
  const form = formOf([
    ['name', 'Reception'],
    [field, value],
  ])
  expect(faultsOf(deviceEditRules, form)).toEqual({ [field]: rule })
})

test('forwarding without a number is refused at the number, and accepted when it is disabled', () => {
  expect(
    faultsOf(
      deviceEditRules,
      formOf([
        ['name', 'A'],
        ['forwardEnabled', 'on'],
      ]),
    ),
  ).toEqual({
    forwardNumber: 'rules.device.forwardMissing',
  })
  expect(faultsOf(deviceEditRules, formOf([['name', 'A']]))).toEqual({})
})

test.each(['Europe/Berlin', 'Asia/Kolkata', 'Asia/Calcutta', 'America/Argentina/Buenos_Aires', 'UTC', ''])(
  'the time zone "%s" is accepted',
  (zone) => expect(faultsOf(accountEditRules, account(zone))).toEqual({}),
)
test.each(['Mars/Olympus', 'europe/berlin', '+01:00', 'Europe/../etc'])(
  'the time zone "%s" is refused',
  (zone) => expect(faultsOf(accountEditRules, account(zone))).toEqual({ timezone: 'rules.account.timezone' }),
)

function account(timezone: string): FormData {
  return formOf([
    ['name', 'Alster'],
    ['realm', 'alster.example'],
    ['timezone', timezone],
  ])
}

test('only text fields of a post are read, the last of several; names with a meaning for libraries are not', () => {
  const form = formOf([
    ['name', 'first'],
    ['name', 'last'],
    ['$ACTION_ID', 'x'],
    ['__intent__', '{"type":"reset"}'],
    ['__state__', 'no json'],
    ['__proto__', 'x'],
    ['a.b', 'x'],
    ['a[0]', 'x'],
  ])
  form.append('file', new File(['x'], 'x.txt'))
  expect(textsOf(form)).toEqual({ name: 'last' })
  expect(textsOf('name=x')).toEqual({})
  expect(readForm(signInRules, null)).toMatchObject({
    ok: false,
    faults: { email: 'rules.signIn.emailMissing' },
  })
})

test('a secret leaves the browser’s rules as typed and the server’s sealed', () => {
  const form = formOf([
    ['email', ' olivia@portal.example '],
    ['password', ' with blanks '],
    ['next', '//evil'],
  ])
  expect(readForm(signInRules, form)).toEqual({
    ok: true,
    value: { email: 'olivia@portal.example', password: ' with blanks ', next: '//evil' },
  })
  const sealed = readForm(signInInput, form)
  expect(sealed).toMatchObject({ ok: true, value: { email: 'olivia@portal.example', next: '/' } })
  expect(() => JSON.stringify(sealed)).toThrow('sealed')
})

const realmMade = (realm: string) =>
  faultsOf(
    accountStartRules,
    formOf(
      Object.entries({
        name: 'Acme',
        realm,
        firstName: 'A',
        lastName: 'B',
        username: 'ab',
        password: 'long-enough',
      }),
    ),
  )
const realmEdited = (realm: string, initialValues: string) =>
  faultsOf(
    accountEditRules,
    formOf(Object.entries({ name: 'Acme', realm, initialValues: JSON.stringify({ realm: initialValues }) })),
  )

describe('one rule for new realms', () => {
  test.each([
    'acme.example',
    'ACME.Example.com',
    'a-1.b2.sip.example.com',
    'xn--bcher-kva.example',
    `${'a'.repeat(63)}.example`,
  ])('%s is accepted', (realm) => {
    expect(realmMade(realm)).toEqual({})
    expect(realmEdited(realm, 'old.example')).toEqual({})
  })
  test.each([
    '127.0.0.1',
    '10.0.0.1',
    '127.1',
    '2130706433',
    '0x7f.0.0.0x1',
    '1.2.3.4.',
    '[::1]',
    '::1',
    'a..b',
    '.a.b',
    'a.b.',
    'acme.example.',
    'localhost',
    'a.localhost',
    'acme',
    'under_score.example',
    '-a.example',
    'a-.example',
    'acme.1',
    'bücher.example',
    'acme .example',
    'acme.example:5060',
    'acme.example/x',
    'a@acme.example',
    '１２７.0.0.1',
    `${'a'.repeat(64)}.example`,
    `${'a.'.repeat(130)}example`,
  ])('%s is refused for a new account, and stays on an existing one', (realm) => {
    expect(realmMade(realm)).toEqual({ realm: 'rules.account.realm' })
    expect(realmEdited(realm, 'old.example')).toEqual({ realm: 'rules.account.realm' })
    expect(realmEdited(realm, realm)).toEqual({})
  })
})
