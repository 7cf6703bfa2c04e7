import { describe, expect, test } from 'vitest'
import { isPhoneRealm, isSameRealm, realmToFind } from './realm.ts'

describe('a realm', () => {
  test.each([
    ['acme.sip.example.com', 'acme.sip.example.com'],
    ['ACME.Example.com', 'acme.example.com'],
    ['a-1.b2.example', 'a-1.b2.example'],
  ])('%s suits telephones, and is looked up as %s', (typed, found) => {
    expect(isPhoneRealm(typed)).toBe(true)
    expect(realmToFind(typed)).toBe(found)
  })

  test.each([
    ['127.0.0.1', '127.0.0.1'],
    ['10.0.0.10', '10.0.0.10'],
    ['localhost', 'localhost'],
    ['pbx.localhost', 'pbx.localhost'],
    ['a..b', 'a..b'],
    ['Acme.example.', 'acme.example.'],
    ['under_score.example', 'under_score.example'],
    ['-a.example', '-a.example'],
    ['ACME', 'acme'],
    ['____', '____'],
  ])('%s is refused when it is set, and still looked up as %s', (typed, found) => {
    expect(isPhoneRealm(typed)).toBe(false)
    expect(realmToFind(typed)).toBe(found)
  })

  test.each([
    '',
    'sip',
    'a b.example',
    'acme.example/',
    'acme.example:5060',
    'ann@acme.example',
    'bücher.example',
  ])('"%s" is none that Kazoo takes', (typed) => {
    expect(isPhoneRealm(typed)).toBe(false)
    expect(realmToFind(typed)).toBeNull()
  })

  test('is trimmed when it is looked up, and at most 253 characters long', () => {
    expect(realmToFind(' acme.example\n')).toBe('acme.example')
    expect(realmToFind('a'.repeat(253))).toBe('a'.repeat(253))
    expect(realmToFind('a'.repeat(254))).toBeNull()
  })

  test('is the same in any case, and none is the same as no realm', () => {
    expect(isSameRealm('Acme.example', 'aCME.EXAMPLE')).toBe(true)
    expect(isSameRealm('acme.example', 'acme.example.')).toBe(false)
    expect(isSameRealm(null, '')).toBe(false)
  })
})
