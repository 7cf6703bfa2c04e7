import { expect, test, vi } from 'vitest'
import { faultOf } from './fault.ts'
import { changePassword } from './member-password.ts'
import { create } from './tenant-create.ts'

const PLAIN = ['--name', 'A', '--origin', 'https://kazoo.example.com', '--owner-name', 'O']
const OWNED = [...PLAIN, '--owner-email', 'o@b.example']

/** The error message for these arguments. */
async function answerTo(command: (words: string[]) => Promise<void>, words: string[]): Promise<string> {
  const { sentence, code } = faultOf(
    await command(words).then(
      () => null,
      (error: unknown) => error,
    ),
  )
  expect(code).toBe(2)
  return sentence
}

test.each([
  ['an unknown option', ['--password', 'hunter2'], 'Unknown option.'],
  ['an unknown option that is one word', ['--password=hunter2'], 'Unknown option.'],
  ['an unexpected argument', ['hunter2'], 'Unexpected argument.'],
  ['an option without a value', ['--realm'], 'An option has no value.'],
  ['an empty option', ['--realm', ' '], '--realm is empty.'],
  ['a control character', ['--realm', 'a.example\r\nBcc: b'], '--realm contains a control character.'],
  ['an option twice', ['--realm', 'a.example', '--realm', 'b.example'], '--realm is given more than once.'],
  ['a realm and an account', ['--realm', 'a.example', '--account', 'a'], 'with either --realm or --account.'],
  ['neither realm nor account', [], 'with either --realm or --account.'],
  ['a realm that no account can have', ['--realm', 'hunter2/x'], '--realm is no realm: 4 to 253 letters'],
  ['a password without a username', ['--realm', 'a.example'], '--username is missing.'],
  [
    'a token with a username',
    ['--realm', 'a.example', '--credentials', 'token', '--username', 'a'],
    'leave out --username.',
  ],
  [
    'a key with a realm',
    ['--realm', 'a.example', '--credentials', 'key'],
    'An API key identifies its account',
  ],
  [
    'unknown credentials',
    ['--credentials', 'hunter2'],
    '--credentials must be one of: password, token, key.',
  ],
  [
    'an unknown method',
    ['--realm', 'a.example', '--method', 'hunter2'],
    '--method must be one of: md5, sha.',
  ],
])('a tenant with %s is refused, and no input is repeated', async (_what, words, sentence) => {
  const answer = await answerTo(create, [...OWNED, ...words])
  expect(answer).toContain(sentence)
  expect(answer).not.toContain('hunter2')
})

test('a missing option is named', async () => {
  expect(await answerTo(create, [])).toContain('--name is missing.')
  expect(await answerTo(create, PLAIN)).toContain('--owner-email is missing.')
  expect(await answerTo(create, [...PLAIN, '--owner-email', 'olivia'])).toContain('is not an e-mail address')
  expect(await answerTo(changePassword, [])).toContain('--email is missing.')
})

test.each([
  ['token', ['--realm', 'a.example'], 'not-a-token', 'An MD5 credentials token has 32'],
  ['token', ['--realm', 'a.example', '--method', 'sha'], 'f'.repeat(32), 'A SHA-1 credentials token has 40'],
  ['key', [], 'g'.repeat(64), 'An API key has 64 lower-case hexadecimal digits'],
  ['key', [], '', 'API key is missing.'],
])('an invalid %s is refused without being shown', async (kind, words, secret, sentence) => {
  vi.stubEnv('KAZOO_SECRET', secret)
  const answer = await answerTo(create, [...OWNED, ...words, '--credentials', kind])
  expect(answer).toContain(sentence)
  if (secret !== '') expect(answer).not.toContain(secret)
})
