// docs/security.md row 22: every text field of every form, with every character that may not leave it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { testStore } from '../../testing/store.ts'
import { closeDatabase } from '../store/database.ts'
import { readForm } from '../views/form-check.ts'
import { BRAND_RULES } from '../views/brand-form.ts'
import { listQuery } from '../views/list.ts'
import * as account from '../actions/account-input.ts'
import * as impersonation from '../actions/impersonation-input.ts'
import * as audit from '../actions/audit-input.ts'
import { auditQuery } from './audit-query.ts'
import { noFields } from './fields.ts'
import * as brand from '../actions/brand-input.ts'
import * as connection from '../actions/connection-input.ts'
import * as customer from '../actions/customer-input.ts'
import * as device from '../actions/device-input.ts'
import * as domain from '../actions/domain-input.ts'
import * as own from '../actions/self-service-input.ts'
import * as profile from '../actions/profile-input.ts'
import * as recovery from '../actions/recovery-input.ts'
import * as schema from '../actions/schema-input.ts'
import * as secondStep from '../actions/two-factor-input.ts'
import * as session from '../actions/session-input.ts'
import * as signOn from '../actions/sign-on-input.ts'
import * as stepUp from '../actions/step-up-input.ts'
import * as team from '../actions/team-input.ts'
import * as trial from '../actions/trial-input.ts'
import * as user from '../actions/user-input.ts'

beforeAll(() => testStore({ REDIS_URL: 'redis://127.0.0.1:1' }))
afterAll(closeDatabase)

const MODULES = {
  fields: { noFields },
  account,
  impersonation,
  audit,
  brand,
  connection,
  customer,
  device,
  domain,
  own,
  profile,
  recovery,
  schema,
  secondStep,
  session,
  signOn,
  stepUp,
  team,
  trial,
  user,
}

/** Characters that no text may contain. */
const BAD: Record<string, string> = {
  NUL: '\0',
  'a bare CR': '\r',
  BEL: '\u0007',
  VT: '\v',
  FF: '\f',
  ESC: '\u001b',
  DEL: '\u007f',
  'C1 CSI': '\u009b',
  NEL: '\u0085',
  'a line separator': '\u2028',
  'a bidi override': '\u202e',
  'a bidi isolate': '\u2066',
}
const LINE_ENDS: Record<string, string> = { CRLF: '\r\n', LF: '\n', tab: '\t' }
const UNSEEN: Record<string, string> = {
  'a zero-width space': '\u200b',
  'a word joiner': '\u2060',
  'a byte order mark': '\ufeff',
  'a soft hyphen': '\u00ad',
}

type Form = {
  input: z.ZodType
  /** Text that is accepted unchanged. */
  valid: Record<string, string>
  /** One line of text. */
  lines1?: readonly string[]
  /** Compared letter by letter, or by a rule of its own: no invisible characters either. */
  names?: readonly string[]
  /** Text of several lines. */
  several?: readonly string[]
  /** Secrets to set. */
  secrets?: readonly string[]
  /** Numbers: digits of which nothing invisible is kept. */
  numbers?: readonly string[]
}

const NAMES = { firstName: 'Ann', lastName: 'Bell' }
const CALLERS = ['internalNumber', 'externalNumber', 'emergencyNumber']
const CALLER_NAMES = ['internalName', 'externalName', 'emergencyName']

/** Every export of every `*-input.ts`, by its name. */
const FORMS: Record<string, Form> = {
  'account.accountEdit': {
    input: account.accountEdit,
    valid: { account: 'acc_x', name: 'Acme', realm: 'acme.example' },
    lines1: ['name'],
    names: ['realm', 'timezone'],
  },
  'account.accountStart': {
    input: account.accountStart,
    valid: {
      name: 'Acme',
      ...NAMES,
      username: 'ann',
      password: 'Long-Enough-1',
      email: 'ann@acme.example',
      realm: 'acme.example',
    },
    lines1: ['name', 'firstName', 'lastName'],
    names: ['realm', 'timezone', 'email', 'username'],
    secrets: ['password'],
  },
  'impersonation.impersonationInput': {
    input: impersonation.impersonationInput,
    valid: { target: 'usr_x', reason: 'They called', ticket: 'T-1' },
    lines1: ['reason', 'ticket'],
  },
  'impersonation.impersonationIdInput': {
    input: impersonation.impersonationIdInput,
    valid: { impersonation: 'x' },
    lines1: ['impersonation'],
  },
  'impersonation.impersonationPolicyInput': { input: impersonation.impersonationPolicyInput, valid: {} },
  'audit.retentionInput': { input: audit.retentionInput, valid: { days: '100' }, names: ['days'] },
  'audit.forwardingInput': {
    input: audit.forwardingInput,
    valid: { kind: 'webhook', address: 'https://a.example/', secret: 'sixteen letters!' },
    names: ['address'],
    secrets: ['secret'],
  },
  'audit.undoInput': {
    input: audit.undoInput,
    valid: { events: 'evt_x' },
    lines1: ['events'],
  },
  'audit.revertInput': {
    input: audit.revertInput,
    valid: { event: 'x', fields: 'name' },
    lines1: ['event', 'fields'],
  },
  'brand.brandInput': {
    input: brand.brandInput,
    valid: {
      name: 'Acme',
      primary: '#000000',
      accent: '#000000',
      darkColours: 'calculated',
      primaryDark: '#000000',
      accentDark: '#000000',
      welcome: 'Hello',
      supportEmail: 'a@b.example',
      supportPhone: '123',
      supportLink: 'https://a.example',
      terms: 'https://a.example',
      privacy: 'https://a.example',
      imprint: 'https://a.example',
      senderName: 'Acme',
    },
    lines1: ['name', 'senderName'],
    names: [
      'primary',
      'accent',
      'primaryDark',
      'accentDark',
      'supportEmail',
      'supportPhone',
      'supportLink',
      'terms',
      'privacy',
      'imprint',
    ],
    several: ['welcome'],
  },
  'brand.imageKindInput': { input: brand.imageKindInput, valid: { kind: 'signIn' } },
  'brand.versionInput': { input: brand.versionInput, valid: { version: '1' }, names: ['version'] },
  'connection.keyInput': { input: connection.keyInput, valid: { key: 'a'.repeat(64) }, names: ['key'] },
  'connection.credentialsInput': {
    input: connection.credentialsInput,
    valid: { kind: 'token', realm: 'acme.example', token: 'a'.repeat(32) },
    names: ['realm', 'token'],
  },
  'connection.addressInput': {
    input: connection.addressInput,
    valid: { kind: 'token', realm: 'acme.example', token: 'a'.repeat(32), origin: 'https://a.example' },
    names: ['realm', 'token', 'origin'],
  },
  'connection.nameInput': { input: connection.nameInput, valid: { name: 'Acme' }, lines1: ['name'] },
  'customer.customerSignInInput': {
    input: customer.customerSignInInput,
    valid: { account: 'Acme', username: 'ann', password: 'x' },
    lines1: ['account', 'username'],
  },
  'customer.askResetInput': {
    input: customer.askResetInput,
    valid: { account: 'Acme', username: 'ann' },
    lines1: ['account', 'username'],
  },
  'customer.recoverInput': {
    input: customer.recoverInput,
    valid: { password: 'nine quiet cranes' },
    secrets: ['password'],
  },
  'fields.noFields': { input: noFields, valid: {} },
  'device.deviceEdit': {
    input: device.deviceEdit,
    valid: { device: 'dev_x', name: 'Phone', sipUsername: 'ann', sipPassword: 'secret' },
    lines1: ['device', 'name', 'owner', ...CALLER_NAMES],
    names: ['macAddress', 'sipUsername', 'forwardNumber', ...CALLERS],
    secrets: ['sipPassword'],
  },
  'device.deviceRename': {
    input: device.deviceRename,
    valid: { device: 'dev_x', name: 'Phone' },
    lines1: ['device', 'name'],
  },
  'device.deviceSwitch': {
    input: device.deviceSwitch,
    valid: { device: 'dev_x', enabled: 'on' },
    lines1: ['device'],
  },
  'device.deviceStart': {
    input: device.deviceStart,
    valid: { account: 'acc_x', type: 'sip_device', name: 'Phone', sipUsername: 'ann', sipPassword: 'secret' },
    lines1: ['account', 'name', 'owner'],
    names: ['macAddress', 'sipUsername', 'forwardNumber'],
    secrets: ['sipPassword'],
  },
  'device.deviceIdInput': { input: device.deviceIdInput, valid: { device: 'dev_x' }, lines1: ['device'] },
  'domain.addDomainInput': { input: domain.addDomainInput, valid: { host: 'a.example' }, lines1: ['host'] },
  'domain.tieDomainInput': {
    input: domain.tieDomainInput,
    valid: { host: 'a.example', account: 'acc_x' },
    lines1: ['host', 'account'],
  },
  'domain.hostInput': { input: domain.hostInput, valid: { host: 'a.example' }, lines1: ['host'] },
  'domain.primaryInput': { input: domain.primaryInput, valid: { host: 'a.example' }, lines1: ['host'] },
  'own.forwardInput': {
    input: own.forwardInput,
    valid: { forwardNumber: '123' },
    numbers: ['forwardNumber'],
  },
  'own.ownBoxInput': {
    input: own.ownBoxInput,
    valid: { box: 'vmb_x', pin: '1234', notifyAddresses: 'a@b.example' },
    lines1: ['box'],
    secrets: ['pin'],
  },
  'own.ownPasswordInput': {
    input: own.ownPasswordInput,
    valid: { password: 'x', newPassword: 'nine quiet cranes' },
    secrets: ['newPassword'],
  },
  'profile.profileInput': {
    input: profile.profileInput,
    valid: { name: 'Ann' },
    lines1: ['name'],
    names: ['language'],
  },
  'profile.emailInput': { input: profile.emailInput, valid: { email: 'a@b.example' }, names: ['email'] },
  'profile.codeInput': { input: profile.codeInput, valid: { code: '123456' } },
  'profile.passwordInput': {
    input: profile.passwordInput,
    valid: { password: 'x', newPassword: 'nine quiet cranes' },
    secrets: ['newPassword'],
  },
  'profile.newPasskeyInput': {
    input: profile.newPasskeyInput,
    valid: { name: 'Phone', response: '{}' },
    lines1: ['name'],
  },
  'profile.passkeyInput': { input: profile.passkeyInput, valid: { passkey: 'x' }, lines1: ['passkey'] },
  'profile.sessionInput': { input: profile.sessionInput, valid: { session: 'x' }, lines1: ['session'] },
  'recovery.askInput': { input: recovery.askInput, valid: { email: 'a@b.example' }, lines1: ['email'] },
  'recovery.setPasswordInput': {
    input: recovery.setPasswordInput,
    valid: { password: 'nine quiet cranes' },
    secrets: ['password'],
  },
  'schema.settingsEdit': { input: schema.settingsEdit, valid: { of: 'dev_x' }, lines1: ['of'] },
  'secondStep.codeInput': { input: secondStep.codeInput, valid: { code: '123456' } },
  'secondStep.passkeyInput': { input: secondStep.passkeyInput, valid: { response: '{}' } },
  'session.signInInput': {
    input: session.signInInput,
    valid: { email: 'a@b.example', password: 'x' },
    lines1: ['email'],
  },
  'signOn.providerInput': {
    input: signOn.providerInput,
    valid: {
      issuer: 'https://a.example',
      clientId: 'x',
      clientSecret: 'secret',
      domains: 'a.example',
      defaultRole: 'viewer',
    },
    names: ['issuer', 'clientId'],
    secrets: ['clientSecret'],
  },
  'signOn.mailDomainInput': {
    input: signOn.mailDomainInput,
    valid: { domain: 'a.example' },
    names: ['domain'],
  },
  'signOn.vouchesInput': { input: signOn.vouchesInput, valid: {} },
  'signOn.requiredInput': { input: signOn.requiredInput, valid: {} },
  'stepUp.stepUpInput': { input: stepUp.stepUpInput, valid: { password: 'x' } },
  'team.inviteInput': {
    input: team.inviteInput,
    valid: { name: 'Ann', email: 'a@b.example', role: 'viewer', language: 'en' },
    lines1: ['name'],
    names: ['email'],
  },
  'team.roleInput': { input: team.roleInput, valid: { member: 'x', role: 'viewer' }, lines1: ['member'] },
  'team.memberInput': { input: team.memberInput, valid: { member: 'x' }, lines1: ['member'] },
  'trial.connectionCheckInput': {
    input: trial.connectionCheckInput,
    valid: { platform: 'private', origin: 'https://a.example', realm: 'acme.example', token: 'a'.repeat(32) },
    names: ['origin', 'realm', 'token'],
  },
  'trial.trialInput': {
    input: trial.trialInput,
    valid: {
      platform: 'private',
      origin: 'https://a.example',
      realm: 'acme.example',
      token: 'a'.repeat(32),
      name: 'Ann',
      email: 'a@b.example',
      company: 'Acme',
    },
    lines1: ['name', 'company', 'website'],
    names: ['origin', 'realm', 'token', 'email'],
  },
  'user.userEdit': {
    input: user.userEdit,
    valid: { user: 'usr_x', ...NAMES, email: 'a@b.example', hotdeskPin: '1234' },
    lines1: ['user', 'firstName', 'lastName', 'internalRingtone', 'externalRingtone', ...CALLER_NAMES],
    names: ['email', 'timezone', 'language', 'extension', 'hotdeskId', 'forwardNumber', ...CALLERS],
    secrets: ['hotdeskPin'],
  },
  'user.userStart': {
    input: user.userStart,
    valid: { account: 'acc_x', ...NAMES, email: 'a@b.example', username: 'ann', password: 'Long-Enough-1' },
    lines1: ['account', 'firstName', 'lastName'],
    names: ['email', 'username', 'timezone', 'extension'],
    secrets: ['password'],
  },
  'user.userPassword': {
    input: user.userPassword,
    valid: { user: 'usr_x', username: 'ann', password: 'Long-Enough-1' },
    lines1: ['user'],
    names: ['username'],
    secrets: ['password'],
  },
  'user.userRole': { input: user.userRole, valid: { user: 'usr_x', privilege: 'user' }, lines1: ['user'] },
  'user.userRemoval': {
    input: user.userRemoval,
    valid: { user: 'usr_x', typed: 'Ann Bell' },
    lines1: ['user', 'newOwner', 'typed'],
  },
  'user.userIdInput': { input: user.userIdInput, valid: { user: 'usr_x' }, lines1: ['user'] },
  'user.boxEdit': {
    input: user.boxEdit,
    valid: { box: 'vmb_x', name: 'Box', mailbox: '101', pin: '1234', notifyAddresses: 'a@b.example' },
    lines1: ['box', 'name'],
    names: ['mailbox'],
    secrets: ['pin'],
  },
}

function read(input: z.ZodType, fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return readForm(input, form)
}

function refusedAt({ input, valid }: Form, field: string, sign: string): boolean {
  const value = valid[field] ?? 'ab'
  const read1 = read(input, { ...valid, [field]: `${value.slice(0, 1)}${sign}${value.slice(1) || value}` })
  return !read1.ok && Object.hasOwn(read1.faults, field)
}

const passed = (form: Form, fields: readonly string[], signs: Record<string, string>) =>
  fields.flatMap((field) =>
    Object.entries(signs).flatMap(([sign, text]) =>
      refusedAt(form, field, text) ? [] : [`${field}: ${sign}`],
    ),
  )

test('every form is in the table', () => {
  const exported = Object.entries(MODULES).flatMap(([file, module]) =>
    Object.entries(module).flatMap(([name, value]) =>
      typeof value === 'function' || name === 'accountTextInput' ? [] : [`${file}.${name}`],
    ),
  )
  expect(exported.toSorted()).toEqual(Object.keys(FORMS).toSorted())
})

describe.each(Object.entries(FORMS))('security row 22: %s', (_name, form) => {
  const { input, valid, lines1 = [], names = [], several = [], secrets = [], numbers = [] } = form
  test('is accepted unchanged, and refuses every bad character at its field', () => {
    expect(read(input, valid)).toMatchObject({ ok: true })
    expect(passed(form, [...lines1, ...names, ...secrets], { ...BAD, ...LINE_ENDS })).toEqual([])
    expect(passed(form, names, UNSEEN)).toEqual([])
    expect(passed(form, several, BAD)).toEqual([])
    const { 'a bidi override': _override, 'a bidi isolate': _isolate, ...controls } = BAD
    expect(passed(form, numbers, { ...controls, ...LINE_ENDS })).toEqual([])
  })
})

test('a number and a MAC address are kept without the invisible characters that pasting brings', () => {
  for (const [what, sign] of Object.entries({
    ...UNSEEN,
    'a bidi override': '\u202e',
    'a bidi isolate': '\u2066',
  })) {
    const read1 = read(device.deviceEdit, {
      name: 'Desk',
      macAddress: `00:15${sign}:65:ab:cd:ef`,
      forwardNumber: `${sign}+4930${sign}123`,
      externalNumber: `+49 40${sign}5`,
    })
    expect(read1, what).toMatchObject({
      ok: true,
      value: { macAddress: '001565abcdef', forwardNumber: '+4930123', externalNumber: '+49405' },
    })
  }
  for (const [what, sign] of Object.entries({ VT: '\v', FF: '\f', NUL: '\0', NEL: '\u0085' })) {
    const faults = { macAddress: 'rules.characters', forwardNumber: 'rules.characters' }
    const [macAddress, forwardNumber] = [`001565abcdef${sign}`, `${sign}4930`]
    const fields = { name: 'Desk', macAddress, forwardNumber }
    expect(read(device.deviceEdit, fields), what).toEqual({ ok: false, faults })
  }
})

const oneLine = (typed: string) => read(device.deviceIdInput, { device: typed })
const box = (notifyAddresses: string) =>
  read(user.boxEdit, { box: 'x', name: 'Box', mailbox: '1', notifyAddresses })

test('reports the right message at the field, and converts the line ends of several lines to one kind', () => {
  expect(oneLine('a\u001bb')).toEqual({ ok: false, faults: { device: 'rules.characters' } })
  expect(oneLine(' a \r\n')).toEqual({ ok: true, value: { device: 'a' } })
  expect(oneLine('a\v')).toEqual({ ok: false, faults: { device: 'rules.characters' } })
  // A form cannot send half a character; other callers of an action can.
  expect(device.deviceIdInput.safeParse({ device: 'a\ud800b' }).success).toBe(false)
  expect(BRAND_RULES.welcome.parse('one\r\ntwo\n')).toBe('one\ntwo')
  expect(BRAND_RULES.name.safeParse('Acme\r\nBcc: all@example.com').success).toBe(false)
  // Letters of every script, and emoji that consist of several characters.
  for (const typed of ['Ünïcödé', '日本語', 'שלום', 'می‌خواهم', '👩‍👩‍👧', '🏳️‍🌈'])
    expect(oneLine(typed)).toEqual({ ok: true, value: { device: typed } })
})

test('addresses are split at any separator, and none has an invisible character', () => {
  expect(box('a@b.example\r\nc@d.example')).toMatchObject({
    ok: true,
    value: { notifyAddresses: 'a@b.example, c@d.example' },
  })
  expect(box('a\u200b@b.example')).toEqual({ ok: false, faults: { notifyAddresses: 'rules.user.addresses' } })
  expect(box('a\0@b.example')).toEqual({ ok: false, faults: { notifyAddresses: 'rules.characters' } })
})

test('a stored value that was not touched is neither checked nor changed', () => {
  const initialValues = JSON.stringify({
    name: 'Front\vdesk',
    sipUsername: 'a b',
    macAddress: 'none',
    forwardEnabled: 'on',
    forwardNumber: '',
  })
  // As a browser posts it back: a line has no line ends, a page no NUL.
  const kept = read(device.deviceEdit, {
    device: 'x',
    name: 'Front\vdesk',
    sipUsername: 'a b',
    macAddress: 'none',
    forwardEnabled: 'on',
    initialValues,
  })
  expect(kept).toMatchObject({
    ok: true,
    value: { name: 'Front\vdesk', sipUsername: 'a b', macAddress: 'none' },
  })
  const odd = JSON.stringify({ name: 'A\r\nB\0' })
  expect(read(device.deviceEdit, { device: 'x', name: 'AB\ufffd', initialValues: odd })).toMatchObject({
    ok: true,
    value: { name: 'A\r\nB\0' },
  })
  expect(read(device.deviceEdit, { device: 'x', name: 'New\vname', initialValues })).toMatchObject({
    ok: false,
    faults: { name: 'rules.characters' },
  })
  expect(
    read(device.deviceEdit, {
      device: 'x',
      name: 'Front\vdesk',
      forwardEnabled: 'on',
      forwardNumber: '',
      initialValues: '{}',
    }),
  ).toMatchObject({ ok: false })
  // `initialValues` excuses only what is compared with it: a secret is checked whatever it contains.
  const excuse = JSON.stringify({ device: 'x\0', sipPassword: 'a\0bcd' })
  expect(
    read(device.deviceEdit, { device: 'x\0', name: 'x', sipPassword: 'a\0bcd', initialValues: excuse }),
  ).toEqual({
    ok: false,
    faults: { device: 'rules.characters', sipPassword: 'rules.characters' },
  })
})

test('a search text is cleaned instead', () => {
  expect(auditQuery({ q: 'a\0b\u202ec\ud800' })).toMatchObject({ text: 'abc' })
  expect(auditQuery({ q: '\0' })).toMatchObject({ text: '' })
  expect(
    listQuery((name) => (name === 'q' ? 'a\0b\r\nc' : null), { sorts: ['name'], filters: [] }).text,
  ).toBe('abc')
  expect(domain.accountTextInput.parse('a\0\ud800b')).toBe('ab')
})
