import { expect, test, vi } from 'vitest'
import { faultOf } from './fault.ts'
import { changePassword } from './member-password.ts'
import { create } from './tenant-create.ts'

const PLAIN = ['--name', 'A', '--origin', 'https://kazoo.example.com', '--owner-name', 'O']
const OWNED = [...PLAIN, '--owner-email', 'o@b.example']

/** What an operator reads who gives these words. */
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
  ['an unknown option', ['--password', 'hunter2'], 'There is an option that this command does not know.'],
  [
    'an unknown option that is one word',
    ['--password=hunter2'],
    'There is an option that this command does not know.',
  ],
  ['a word too many', ['hunter2'], 'There is a word too many'],
  ['an option without a value', ['--realm'], 'An option has no value.'],
  ['an empty option', ['--realm', ' '], '--realm is empty.'],
  ['a control character', ['--realm', 'a.example\r\nBcc: b'], '--realm contains a control character.'],
  ['an option twice', ['--realm', 'a.example', '--realm', 'b.example'], '--realm is given more than once.'],
  [
    'a realm and an account',
    ['--realm', 'a.example', '--account', 'a'],
    'by --realm or by --account: one of them',
  ],
  ['neither realm nor account', [], 'by --realm or by --account: one of them'],
  ['a password of nobody', ['--realm', 'a.example'], '--username is missing.'],
  [
    'a token of somebody',
    ['--realm', 'a.example', '--credentials', 'token', '--username', 'a'],
    'no --username',
  ],
  [
    'a key with a realm',
    ['--realm', 'a.example', '--credentials', 'key'],
    'An API key stands for its account alone',
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
])('a tenant with %s is not understood, and nothing is repeated', async (_what, words, sentence) => {
  const answer = await answerTo(create, [...OWNED, ...words])
  expect(answer).toContain(sentence)
  expect(answer).not.toContain('hunter2')
})

test('what is missing is named', async () => {
  expect(await answerTo(create, [])).toContain('--name is missing.')
  expect(await answerTo(create, PLAIN)).toContain('--owner-email is missing.')
  expect(await answerTo(create, [...PLAIN, '--owner-email', 'olivia'])).toContain('is not an e-mail address')
  expect(await answerTo(changePassword, [])).toContain('--email is missing.')
})

test.each([
  ['token', ['--realm', 'a.example'], 'not-a-token', 'A credentials token by md5 is 32 hexadecimal digits'],
  ['token', ['--realm', 'a.example', '--method', 'sha'], 'f'.repeat(32), 'A credentials token by sha is 40'],
  ['key', [], 'g'.repeat(64), 'An API key is 64 hexadecimal digits'],
  ['key', [], '', 'Nothing was given: API key.'],
])('a %s that cannot be one is refused without being shown', async (kind, words, secret, sentence) => {
  vi.stubEnv('KAZOO_SECRET', secret)
  const answer = await answerTo(create, [...OWNED, ...words, '--credentials', kind])
  expect(answer).toContain(sentence)
  if (secret !== '') expect(answer).not.toContain(secret)
})
