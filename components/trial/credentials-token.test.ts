import { createHash } from 'node:crypto'
import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { credentialsTokenOf } from './credentials-token.ts'

test('the token is the digest that Node computes of lower-case username and password, by either method', () => {
  assert(
    property(string({ unit: 'grapheme' }), string({ unit: 'grapheme' }), (username, password) => {
      const text = `${username.trim().toLowerCase()}:${password}`
      for (const method of ['md5', 'sha1'] as const) {
        expect(credentialsTokenOf(username, password, method)).toBe(
          createHash(method).update(text, 'utf8').digest('hex'),
        )
      }
    }),
  )
})

test('capitals and outer spaces in the username do not change the token', () => {
  const token = credentialsTokenOf(' Ada.Krause ', 'Nordlicht-Admin-1', 'md5')
  expect(token).toBe(credentialsTokenOf('ada.krause', 'Nordlicht-Admin-1', 'md5'))
  expect(token).not.toBe(credentialsTokenOf('ada.krause', 'nordlicht-admin-1', 'md5'))
})
