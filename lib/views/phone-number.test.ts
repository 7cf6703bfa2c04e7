import { describe, expect, test } from 'vitest'
import { deviceEditRules, deviceStartRules } from './device-form.ts'
import { readForm } from './form-check.ts'
import { isNumber, readNumber } from './phone-number.ts'
import { forwardRules } from './self-service-form.ts'
import { userEditRules } from './user-form.ts'

const WRITTEN = [
  ['+1 (415) 555-1234', '+14155551234'],
  ['(415) 555-1234', '4155551234'],
  ['415.555.1234', '4155551234'],
  ['00 49 30 1234567', '0049301234567'],
  ['+49 (0)30 / 123 45-67', '+49301234567'],
  ['+49-(0)30-1234567', '+49301234567'],
  ['0049 (0) 30 1234567', '0049301234567'],
  ['(0) 30 1234567', '0301234567'],
  ['040/1234567', '0401234567'],
  ['+1\u00a0415\u202f555\u20091234', '+14155551234'],
  ['+1–415—555−1234', '+14155551234'],
  ['415\u2011555\u00ad1234', '4155551234'],
  ['\u202a+1 415 555 1234\u202c', '+14155551234'],
  ['\ufeff415\u200b555\u20601234', '4155551234'],
  ['＋４９　（４０）　１２３', '+4940123'],
  ['*72 #', '*72#'],
  ['\t4155551234\r\n', '4155551234'],
  ['0', '0'],
] as const

describe('a number', () => {
  test.each(WRITTEN)('written as %j is %s', (typed, number) => {
    expect(readNumber(typed)).toBe(number)
    expect(isNumber(number, 15)).toBe(true)
  })

  test.each(WRITTEN)('written as %j is posted as %s by every form that has one', (typed, number) => {
    const name = { firstName: 'Ann', lastName: 'Bell', name: 'Desk' }
    const callers = { internalNumber: typed, externalNumber: typed, emergencyNumber: typed }
    const read = { internalNumber: number, externalNumber: number, emergencyNumber: number }
    const forward = { forwardEnabled: 'on', forwardNumber: typed }
    expect(posted(deviceEditRules, { ...name, ...forward, ...callers })).toMatchObject({
      value: { ...read, forwardNumber: number },
    })
    expect(posted(userEditRules, { ...name, ...forward, ...callers })).toMatchObject({
      value: { ...read, forwardNumber: number },
    })
    expect(posted(forwardRules, forward)).toMatchObject({ value: { forwardNumber: number } })
    expect(posted(deviceStartRules, { ...name, type: 'cellphone', forwardNumber: typed })).toMatchObject({
      value: { forwardNumber: number },
    })
  })

  test.each([
    'home',
    '<sip:x>',
    '+',
    '()',
    ' - ',
    '1+2',
    '++49',
    'tel:123',
    '415 555 1234 ext. 5',
    '12\n34',
    '１２a',
  ])('%j is none, and refused at its field', (forwardNumber) => {
    const [device] = [posted(deviceEditRules, { name: 'Desk', forwardNumber })]
    expect(device).toMatchObject({ ok: false, faults: { forwardNumber: expect.any(String) } })
    expect(posted(forwardRules, { forwardNumber })).toMatchObject({ ok: false })
    expect(isNumber(readNumber(forwardNumber), 35)).toBe(false)
  })

  test('is as long as Kazoo allows once it is read: 15 characters for a device, 35 for a user', () => {
    const device = (forwardNumber: string) => posted(deviceEditRules, { name: 'Desk', forwardNumber })
    expect(device('00 49 (151) 123-456-78')).toMatchObject({ value: { forwardNumber: '004915112345678' } })
    expect(device('+49 151 123 456 789 0')).toEqual({
      ok: false,
      faults: { forwardNumber: 'rules.device.forwardNumber' },
    })
    expect(posted(forwardRules, { forwardNumber: '1 '.repeat(35) })).toMatchObject({
      value: { forwardNumber: '1'.repeat(35) },
    })
    expect(posted(forwardRules, { forwardNumber: '1 '.repeat(36) })).toEqual({
      ok: false,
      faults: { forwardNumber: 'rules.user.forwardNumber' },
    })
  })

  test.each([
    ['anonymous', 'anonymous'],
    ['1–800\u00a0FLOWERS', '1-800 FLOWERS'],
    ['Desk 12', 'Desk 12'],
  ])('a caller ID may be %j, and is sent as %s', (externalNumber, sent) => {
    expect(posted(deviceEditRules, { name: 'Desk', externalNumber })).toMatchObject({
      value: { externalNumber: sent },
    })
  })

  test.each(['<sip:x>', '"Desk"', '1;2', 'a\u200bb', '+'.repeat(36)])(
    'a caller ID cannot be %j',
    (externalNumber) => {
      expect(posted(deviceEditRules, { name: 'Desk', externalNumber })).toEqual({
        ok: false,
        faults: { externalNumber: 'rules.device.number' },
      })
    },
  )

  test('that is stored in another spelling is not changed when another field is saved', () => {
    const shown = {
      name: 'Desk',
      forwardEnabled: 'on',
      forwardNumber: '(415) 555-1234',
      externalNumber: '1–2',
    }
    const initialValues = JSON.stringify(shown)
    expect(posted(deviceEditRules, { ...shown, name: 'Renamed', initialValues })).toMatchObject({
      value: { name: 'Renamed', forwardNumber: '(415) 555-1234', externalNumber: '1–2' },
    })
  })
})

function posted(rules: Parameters<typeof readForm>[0], fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return readForm(rules, form)
}
