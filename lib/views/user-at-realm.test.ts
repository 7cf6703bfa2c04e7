import { expect, test } from 'vitest'
import { userAtRealm } from './user-at-realm.ts'

test('a username with a realm is read as both, at the last @', () => {
  expect(userAtRealm('ann@acme.example')).toEqual({ username: 'ann', realm: 'acme.example' })
  expect(userAtRealm('Ann@ACME.example')).toEqual({ username: 'Ann', realm: 'acme.example' })
  expect(userAtRealm('ann@mail.example@acme.example')).toEqual({
    username: 'ann@mail.example',
    realm: 'acme.example',
  })
  for (const realm of ['under_score.example', '127.0.0.1', 'localhost', 'a..b', 'acme.example.'])
    expect(userAtRealm(`ann@${realm}`)).toEqual({ username: 'ann', realm })
})

test.each(['', 'ann', '@acme.example', 'ann@', 'ann@sip', 'ann@acme example', 'ann@acme.example:5060'])(
  '"%s" has no realm',
  (typed) => expect(userAtRealm(typed)).toBeNull(),
)
