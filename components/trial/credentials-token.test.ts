import { createHash } from 'node:crypto'
import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { credentialsTokenOf } from './credentials-token.ts'

test('the token is the digest that Node makes of the lower-case user name and the password, by either method', () => {
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

test('a user name typed with capitals and spaces around it makes the token of the one that Kazoo keeps', () => {
  const token = credentialsTokenOf(' Ada.Krause ', 'Nordlicht-Admin-1', 'md5')
  expect(token).toBe(credentialsTokenOf('ada.krause', 'Nordlicht-Admin-1', 'md5'))
  expect(token).not.toBe(credentialsTokenOf('ada.krause', 'nordlicht-admin-1', 'md5'))
})
