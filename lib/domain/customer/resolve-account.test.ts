import { expect, test } from 'vitest'
import { normalName } from '../../kazoo/account-search.ts'
import { accountSelectorsOf, selectorOf } from './resolve-account.ts'
import { resetLink } from './reset-link.ts'

test('a number or a realm is looked up as such first, and then as a name', () => {
  expect(accountSelectorsOf('Bäckerei Vogel GmbH')).toEqual([{ name: 'Bäckerei Vogel GmbH' }])
  expect(accountSelectorsOf('Vogel.SIP.example.com')).toEqual([
    { realm: 'vogel.sip.example.com', name: 'Vogel.SIP.example.com' },
  ])
  expect(accountSelectorsOf('+49 (40) 123-45.67')).toEqual([
    { number: '+49401234567', name: '+49 (40) 123-45.67' },
  ])
  for (const typed of ['sip', '+', 'vogel.example.com/', 'x@vogel.example.com', `${'a.'.repeat(127)}b`])
    expect(accountSelectorsOf(typed), typed).toEqual([{ name: typed.slice(0, 128) }])
  // Realms from before the rule that new ones have to be DNS names.
  for (const typed of ['under_score.example', 'a..b', '.a.b', 'acme.example.com.', '-a.example'])
    expect(accountSelectorsOf(typed)).toEqual([{ realm: typed, name: typed }])
  for (const [typed, number] of [
    ['127.0.0.1', '127001'],
    ['10.0.0.10', '100010'],
  ] as const)
    expect(accountSelectorsOf(typed)).toEqual([{ number, realm: typed, name: typed }])
  expect(accountSelectorsOf('x'.repeat(300))).toEqual([{ name: 'x'.repeat(128) }])
})

test('what may be a realm without a dot is tried as a realm and then as a name', () => {
  expect(accountSelectorsOf('Acme')).toEqual([{ realm: 'acme', name: 'Acme' }, { name: 'Acme' }])
  expect(accountSelectorsOf('localhost')).toEqual([
    { realm: 'localhost', name: 'localhost' },
    { name: 'localhost' },
  ])
  expect(accountSelectorsOf('123456')).toEqual([
    { number: '123456', realm: '123456', name: '123456' },
    { name: '123456' },
  ])
})

test('names are compared as Kazoo compares them', () => {
  expect(normalName('Acme, Inc.')).toBe(normalName('acmeinc'))
  expect(normalName('ÄÖ–!')).toBe('')
})

test('only 132 lower-case hexadecimal digits are the id of a reset', () => {
  const id = '0123456789abcdef'.repeat(9).slice(0, 132)
  expect(resetLink(id)).not.toBeNull()
  for (const text of [
    '',
    id.slice(1),
    `${id}0`,
    id.toUpperCase(),
    `${id.slice(0, 131)}\n`,
    `${id}\n`,
    '../'.repeat(44),
  ])
    expect(resetLink(text), text).toBeNull()
})

test('an account is signed in to by its realm, otherwise by its name, and never by what Kazoo takes for another’s', () => {
  expect(selectorOf({ name: 'Acme', realm: 'acme.example' })).toEqual({ realm: 'acme.example' })
  expect(selectorOf({ name: 'Acme', realm: '' })).toEqual({ name: 'Acme' })
  expect(selectorOf({ name: 'Acme', realm: null })).toEqual({ name: 'Acme' })
  // Kazoo compares letters and digits of ASCII only: to it, all of these are the same.
  for (const name of ['', '   ', 'Мастерская', '!']) expect(selectorOf({ name, realm: '' }), name).toEqual({})
})
