import { parseOptions } from '@node-rs/argon2'
import { expect, test } from 'vitest'
import { seal, unseal } from '../../sealed.ts'
import { messageKeyOf } from '../../i18n/message-key.ts'
import { hashPassword, passwordFault, verifyPassword } from './password.ts'

const password = (text: string) => seal<'password'>(text)
const GOOD = password('four lamps over the harbour')
const accepted = (text: string) => seal<'accepted password'>(text)
const OLIVIA = { name: 'Olivia Owner', email: 'olivia.o@acmetel.example', company: 'Harbourside Telephony' }

test('only the password that was hashed verifies', async () => {
  const hash = await hashPassword(accepted('four lamps over the harbour'))
  expect(await verifyPassword(hash, GOOD)).toBe(true)
  for (const wrong of [
    '',
    'four lamps over the harbou',
    'Four lamps over the harbour',
    'four lamps over the harbour ',
  ])
    expect(await verifyPassword(hash, password(wrong)), wrong).toBe(false)
})

test('the hash is Argon2id with 19 MiB and two passes, with a new salt each time', async () => {
  const [one, two] = [
    await hashPassword(accepted('four lamps over the harbour')),
    await hashPassword(accepted('four lamps over the harbour')),
  ]
  expect(one.equals(two)).toBe(false)
  expect(unseal(one)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(parseOptions(unseal(one))).toMatchObject({
    memoryCost: 19_456,
    timeCost: 2,
    parallelism: 1,
    outputLen: 32,
  })
})

test('the same characters from another keyboard are the same password', async () => {
  const hash = await hashPassword(accepted('caf\u00e9 au lait, s\u2019il te pla\u00eet'))
  expect(await verifyPassword(hash, password('cafe\u0301 au lait, s\u2019il te plai\u0302t'))).toBe(true)
})

test('without a member or a stored password, nothing verifies', async () => {
  expect(await verifyPassword(null, GOOD)).toBe(false)
  expect(await verifyPassword(null, password(''))).toBe(false)
})

test.each([
  ['short', 'elevenchars', 'messages.password.short'],
  ['eleven characters of two halves each', '💬🎈🚀🌵🍋🐢🎻🧭🪁🥁🧊', 'messages.password.short'],
  ['empty', '', 'messages.password.short'],
  ['a book', 'ab cd ef gh '.repeat(30), 'messages.password.long'],
  ['one character', 'aaaaaaaaaaaaaaaa', 'messages.password.known'],
  ['a counting row', '123456789012', 'messages.password.known'],
  ['a counting row backwards', '0987654321098', 'messages.password.known'],
  ['a keyboard row', 'qwertyuiop[]', 'messages.password.known'],
  ['a keyboard walk', '1qaz2wsx3edc', 'messages.password.known'],
  ['a word with a year', 'Password2026', 'messages.password.known'],
  ['a word in disguise', 'P@ssw0rd1234!', 'messages.password.known'],
  ['a word twice', 'welcomewelcome', 'messages.password.known'],
  ['two words', 'DragonMonkey99', 'messages.password.known'],
  ['a word and signs', '!!!iloveyou!!!', 'messages.password.known'],
  ['digits only', '199203171745', 'messages.password.known'],
  ['letmein', 'letmein-letmein', 'messages.password.known'],
  ['the name', 'my name is OLIVIA!', 'messages.password.own'],
  ['the mailbox', 'xx-olivia.o-xx-77', 'messages.password.own'],
  ['the domain of the address', 'secure acmetel forever 9', 'messages.password.own'],
  ['the tenant', 'HarboursideTelephony!', 'messages.password.own'],
  ['a word of the tenant', 'ours is telephony 7', 'messages.password.own'],
])('a password that is %s is refused', (_what, text, key) => {
  expect(messageKeyOf(passwordFault(password(text), OLIVIA) ?? 'messages.saved')).toBe(key)
})

test.each([
  'four lamps over the harbour',
  'kP9$wz!r2Qm7',
  'correct horse battery staples',
  'zwölf Boxkämpfer jagen',
  '正しい馬の電池と針と山と川と',
  '💬🎈🚀🌵🍋🐢🎻🧭🪁🥁🧊🗿',
  'password manager of my aunt',
  'a1b2 and so on',
])('a password such as "%s" is accepted', (text) => {
  expect(passwordFault(password(text), OLIVIA)).toBe(null)
})

test('short names are forbidden only in combination', () => {
  const short = { name: 'Li Ha', email: 'li@ha.example', company: 'Hi Fi' }
  expect(passwordFault(GOOD, short)).toBe(null)
  for (const own of ['in my LiHa tower 9', 'a new hifi tower 9'])
    expect(passwordFault(password(own), short), own).toBe('messages.password.own')
})

test('no message repeats the input', () => {
  const typed = 'Password2026'
  expect(JSON.stringify(passwordFault(password(typed), OLIVIA))).not.toContain(typed)
})
