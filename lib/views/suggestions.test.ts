import { expect, test } from 'vitest'
import { nextExtension, suggestedRealm, suggestedUsername } from './suggestions.ts'

test.each([
  ['Kestrel Bakery', 'nordlicht.example', 'kestrel-bakery.nordlicht.example'],
  ['Bäckerei Vogel & Söhne GmbH', 'sip.Example.com', 'baeckerei-vogel-soehne-gmbh.sip.example.com'],
  ['Chef’s “Café”', 'a.example', 'chefs-cafe.a.example'],
  ['Zażółć Gęślą', 'a.example', 'zazolc-gesla.a.example'],
  ['مخبز النور', 'a.example', ''],
  ['', 'a.example', ''],
  ['Kestrel', 'localhost', ''],
  ['Kestrel', '', ''],
  ['Kestrel', '10.0.0.1', ''],
  ['long '.repeat(30), 'a.example', `${'long-'.repeat(12)}lon.a.example`],
])('the realm of %j below %j', (name, parent, realm) => {
  expect(suggestedRealm(name, parent)).toBe(realm)
})

test.each([
  ['Ida.Erste@customer.example', 'ida.erste', ['Ida', 'Erste']],
  ['', 'ida.erste', ['Ida', 'Erste']],
  ['ida', 'ida.muehle', ['Ida', 'Mühle']],
  ['"odd one"@customer.example', 'jose.luis', ['José', 'Luis']],
  ['', '', ['', '']],
  ['', '', ['نور', '']],
])('the username of %j', (email, username, names) => {
  expect(suggestedUsername(email, ...names)).toBe(username)
})

test.each([
  [['1001', '1002', '1004', '9000'], '1003'],
  [['1001', '1002', '', 'lobby', '*97'], '1003'],
  [['98', '99'], ''],
  [['lobby', '0123'], ''],
  [[], ''],
])('the next extension after %j', (taken, next) => {
  expect(nextExtension(taken)).toBe(next)
})
