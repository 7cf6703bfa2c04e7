import { createTranslator } from 'use-intl/core'
import { describe, expect, test } from 'vitest'
import { catalogueOf } from '../../lib/i18n/catalogue.ts'
import { EDITABLE_ACCOUNT } from '../../lib/views/account-fields.ts'
import { BRAND_FIELDS, IMAGE_KINDS } from '../../lib/views/brand.ts'
import { EDITABLE_DEVICE } from '../../lib/views/device-fields.ts'
import { LANGUAGES } from '../../lib/views/language.ts'
import { EDITABLE_FORWARD, EDITABLE_USER } from '../../lib/views/user-fields.ts'
import { EDITABLE_BOX, EDITABLE_OWN_BOX } from '../../lib/views/voicemail-fields.ts'
import { CHOICES, FIELDS, NOUNS, VERBS } from './audit-names.ts'
import { labelOfValue } from './audit-value-label.ts'

/** Every enumerated value in the log, with its English label. */
const ENGLISH: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  role: { owner: 'Owner', admin: 'Admin', support: 'Support', viewer: 'Viewer' },
  defaultRole: { owner: 'Owner', admin: 'Admin', support: 'Support', viewer: 'Viewer' },
  privilege: { user: 'User', admin: 'Admin' },
  status: { invited: 'Invited', active: 'Active', suspended: 'Suspended', removed: 'Removed' },
  state: { pending: 'Waiting for DNS', live: 'Live', suspended: 'Suspended' },
  type: {
    sip_device: 'Desk phone',
    softphone: 'Softphone',
    cellphone: 'Mobile phone',
    smartphone: 'Smartphone',
    landline: 'Landline',
    ata: 'Analogue adapter',
    fax: 'Fax',
    mobile: 'Mobile',
    sip_uri: 'SIP address',
    application: 'Application',
  },
  credentials: {
    user: 'User credentials token',
    token: 'User credentials token',
    'api key': 'API key',
    removed: 'Removed',
  },
  key: { fetched: 'Fetched from Kazoo', pasted: 'Entered manually' },
  ended: { one: 'One session', 'all others': 'All other sessions', all: 'All sessions' },
  passkey: { added: 'Added', removed: 'Removed' },
  recovery: { sent: 'Sent' },
  format: { csv: 'CSV', jsonl: 'JSON Lines' },
  darkColours: { calculated: 'Calculated', chosen: 'Custom' },
}

const instant = (at: string) => `at ${at.slice(0, 10)}`

describe.each(LANGUAGES)('a value of the audit log in %s', (locale) => {
  const labelled = async (field: string, value: string) =>
    labelOfValue(createTranslator({ locale, messages: await catalogueOf(locale) }), instant, field, value)

  test.each(Object.entries(ENGLISH))(
    '%s is shown by its label, never as it is stored',
    async (field, labels) => {
      for (const [value, english] of Object.entries(labels)) {
        const label = await labelled(field, value)
        expect(label, value).not.toBe(value)
        expect(label, value).not.toMatch(/^$|^[a-z]+\.[a-zA-Z.]+$/)
        if (locale === 'en') expect(label, value).toBe(english)
      }
    },
  )

  test('has a label for an instant, a switch, an image, a language or a version', async () => {
    expect(await labelled('removalAt', '2026-05-01T12:00:00.000Z')).toBe('at 2026-05-01')
    expect(await labelled('trialEndsAt', '2026-05-01T12:00:00.000Z')).toBe('at 2026-05-01')
    for (const raw of ['on', 'off']) expect(await labelled('enabled', raw)).not.toBe(raw)
    expect(await labelled('enabled', '')).toBe(await labelled('enabled', 'off'))
    expect(await labelled('header', 'f3a9c0de11223344')).toMatch(/^\p{L}+ f3a9c0de$/u)
    const filter = 'who=customer&verb=device&outcome=failed&from=2026-05-01&q=a'
    for (const raw of ['customer', 'device', 'failed', 'verb='])
      expect(await labelled('filter', filter)).not.toContain(raw)
    if (locale === 'en')
      expect(await labelled('filter', `${filter}&who=3b9ac1de-58cc-4372-a567-0e02b2c3d479`)).toBe(
        'Who: Customers · What: Devices · Outcome: Failed · From: 2026-05-01 · Contains: a · Who',
      )
    // Kazoo's own settings, by their path.
    for (const raw of ['true', 'false']) {
      expect(await labelled('media.encryption.enforce_security', raw)).not.toBe(raw)
      expect(await labelled('name', raw)).toBe(raw)
    }
    expect(await labelled('language', 'de')).toBe('Deutsch')
    expect(await labelled('draft', 'version 12')).toMatch(/^\p{L}+ 12$/u)
  })

  test('is returned as it is where it is free text', async () => {
    for (const [field, typed] of [
      ['name', 'support'],
      ['firstName', 'Live'],
      ['name', 'constructor'],
      ['constructor', 'name'],
      ['role', 'constructor'],
      ['language', 'pt-BR'],
      ['removalAt', 'some day'],
    ] as const) {
      expect(await labelled(field, typed)).toBe(typed)
    }
  })
})

test('the English table names every value', () => {
  const named = Object.fromEntries(
    Object.entries(CHOICES).map(([field, labels]) => [field, Object.keys(labels)]),
  )
  expect(
    Object.fromEntries(Object.entries(ENGLISH).map(([field, labels]) => [field, Object.keys(labels)])),
  ).toEqual(named)
})

test.each([
  ['an account', EDITABLE_ACCOUNT],
  ['a device', EDITABLE_DEVICE],
  ['a user', EDITABLE_USER],
  ['a voicemail box', EDITABLE_BOX],
  ['one’s own calls', EDITABLE_FORWARD],
  ['one’s own voicemail box', EDITABLE_OWN_BOX],
  ['a brand', [...BRAND_FIELDS, ...IMAGE_KINDS]],
])('every field of the form of %s has a label in the audit log', (_noun, fields) => {
  expect(fields.filter((field) => !Object.hasOwn(FIELDS, field))).toEqual([])
})

test('every verb belongs to a noun that the log can be filtered by', () => {
  expect(new Set(Object.keys(VERBS).map((verb) => verb.split('.')[0]))).toEqual(new Set(NOUNS))
})

test.each(LANGUAGES)('no two verbs have the same label in %s, except for the same change', async (locale) => {
  const t = createTranslator({ locale, messages: await catalogueOf(locale) })
  const labels = Object.entries(VERBS).map(([verb, key]) => `${t(key)} (${verb})`)
  const same = labels.filter((label) =>
    labels.some((other) => other !== label && other.split(' (')[0] === label.split(' (')[0]),
  )
  // One's own password: of a team member, and of a customer.
  expect(same.filter((label) => !/\((?:profile|selfService)\.password\)$/.test(label))).toEqual([])
})
