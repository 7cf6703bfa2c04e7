import { describe, expect, test } from 'vitest'
import { deviceEditRules, deviceStartRules } from './device-form.ts'
import { readForm } from './form-check.ts'
import { bareMac, isMac, macDigits, macInPairs } from './mac-address.ts'

describe('a MAC address', () => {
  test.each([
    '0004f2ab7efd',
    '0004F2AB7EFD',
    '00:04:F2:AB:7E:FD',
    '00-04-f2-ab-7e-fd',
    '0004.f2ab.7efd',
    '00 04 f2 ab 7e fd',
    '00_04_f2_ab_7e_fd',
    '00–04–f2–ab–7e–fd',
    '00—04—f2—ab—7e—fd',
    '00‑04‑f2‑ab‑7e‑fd',
    '00\u00a004\u202ff2\u2009ab 7e fd',
    '00:04:\u200bf2:\u2060ab:\ufeff7e:\u00adfd',
    '\u202a00:04:F2:AB:7E:FD\u202c',
    '００：０４：Ｆ２：ＡＢ：７Ｅ：ＦＤ',
    ' 00:04:f2:ab:7e:fd\r\n',
  ])('written as %j is sent bare, and shown in pairs', (typed) => {
    expect(bareMac(typed)).toBe('0004f2ab7efd')
    expect(isMac(typed)).toBe(true)
    expect(macDigits(typed)).toBe('0004f2ab7efd')
    expect(macInPairs(typed)).toBe('00:04:f2:ab:7e:fd')
    for (const read of [edited(typed), created(typed)])
      expect(read).toMatchObject({ ok: true, value: { macAddress: '0004f2ab7efd' } })
  })

  test.each(['none', '00:04:F2:AB:7E', '00:04:F2:AB:7E:FD:00', '00:04:f2:ab:7e:fg', '00/04/f2/ab/7e/fd'])(
    '%s is none: it is shown as it is, and refused',
    (typed) => {
      expect(bareMac(typed)).toBe(typed)
      expect(isMac(typed)).toBe(false)
      expect(macInPairs(typed)).toBe(typed)
      for (const read of [edited(typed), created(typed)])
        expect(read).toEqual({ ok: false, faults: { macAddress: 'rules.device.macAddress' } })
    },
  )

  test.each(['00:04:f2\v:ab:7e:fd', '00:04:f2:ab:7e:fd\0', '00:04:f2\n:ab:7e:fd'])(
    'with the control character in %j is refused',
    (typed) => {
      for (const read of [edited(typed), created(typed)])
        expect(read).toEqual({ ok: false, faults: { macAddress: 'rules.characters' } })
    },
  )

  test('is sought by its hex digits alone', () => {
    expect(macDigits('F2:ab')).toBe('f2ab')
    expect(macDigits('-7E–FD')).toBe('7efd')
    for (const text of ['', ':', 'Desk', 'f2ab/7e', '0004f2ab7efd0']) expect(macDigits(text), text).toBe('')
  })
})

function edited(macAddress: string) {
  return posted(deviceEditRules, { name: 'Desk', macAddress })
}

function created(macAddress: string) {
  return posted(deviceStartRules, { name: 'Desk', type: 'sip_device', macAddress })
}

function posted(rules: Parameters<typeof readForm>[0], fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return readForm(rules, form)
}
