import { beforeAll, expect, test } from 'vitest'
import { setTestEnvironment } from '../../../testing/store.ts'
import { nameOf, readHost } from './host.ts'

beforeAll(() =>
  setTestEnvironment('postgres://nowhere/x', { PORTAL_ORIGIN: 'https://portal.reseller.example' }),
)

test.each([
  ['portal.acme.com', 'portal.acme.com'],
  [' HTTPS://Portal.Acme.COM/ ', 'portal.acme.com'],
  ['portal.acme.com.', 'portal.acme.com'],
  ['acme.co.uk', 'acme.co.uk'],
  ['München.example.com', 'xn--mnchen-3ya.example.com'],
  ['xn--mnchen-3ya.example.com', 'xn--mnchen-3ya.example.com'],
  ['電話.example.com', 'xn--722ax0w.example.com'],
  ['foo.github.io', 'foo.github.io'],
  ['reseller.example', 'reseller.example'],
])('%s is the host %s', (typed, host) => {
  expect(readHost(typed)).toBe(host)
})

test.each([
  ['203.0.113.7', 'address'],
  ['2001:db8::7', 'address'],
  ['[2001:db8::7]', 'address'],
  ['0x7f.1', 'address'],
  ['１２７.0.0.1', 'address'],
  ['localhost', 'single'],
  ['acme', 'single'],
  ['phones.local', 'single'],
  ['7.113.0.203.in-addr.arpa', 'single'],
  ['*.acme.com', 'wildcard'],
  ['portal.acme.com:8443', 'port'],
  ['co.uk', 'suffix'],
  ['com.', 'single'],
  ['github.io', 'suffix'],
  ['blogspot.com', 'suffix'],
  ['portal.reseller.example', 'own'],
  ['acme.portal.reseller.example', 'own'],
  ['PORTAL.Reseller.example.', 'own'],
  ['', 'form'],
  ['acme.com/path', 'form'],
  ['user@acme.com', 'form'],
  ['acme .com', 'form'],
  ['a%63me.com', 'form'],
  ['_dmarc.acme.com', 'form'],
  ['-a.acme.com', 'form'],
  ['a..acme.com', 'form'],
  ['xn--zz.acme.com', 'form'],
  [`${'a'.repeat(64)}.com`, 'form'],
  [`${'a.'.repeat(125)}com`, 'form'],
  ['acme.com\0.evil.com', 'form'],
])('%s is refused: %s', (typed, why) => {
  expect(() => readHost(typed)).toThrow(
    expect.objectContaining({ fields: { host: `messages.domain.${why}` } }),
  )
})

test('a name is shown in both spellings, with its registered zone', () => {
  expect(nameOf('xn--mnchen-3ya.acme.co.uk')).toEqual({
    host: 'xn--mnchen-3ya.acme.co.uk',
    letters: 'münchen.acme.co.uk',
    mistakable: false,
    zone: 'acme.co.uk',
  })
  expect(nameOf('portal.acme.com')).toMatchObject({ letters: null, mistakable: false, zone: 'acme.com' })
})

test.each(['раypal.example.com', 'аррӏе.com', 'gооgle.example.com', 'αcme.example.com'])(
  '%s can be mistaken for another name',
  (typed) => {
    expect(nameOf(readHost(typed)).mistakable).toBe(true)
  },
)

test.each(['münchen.de', 'телефоны.com', 'τηλέφωνο.com', '電話かけ.jp', '전화phone.com', 'טלפון.com'])(
  '%s cannot be mistaken',
  (typed) => {
    expect(nameOf(readHost(typed)).mistakable).toBe(false)
  },
)
