// Password guessing while other users sign in (docs/security.md row 23). The tests call only what the sign-in
// form calls.
import { openTeam, PASSWORD, viewerIn, type Team } from '../../testing/team.ts'
import { TestBrowser } from '../../testing/browser.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { Rejected } from '../errors.ts'
import { seal } from '../sealed.ts'
import { withRedis } from '../session/redis.ts'
import { signIn } from './auth/sign-in.ts'

let team: Team
// A client has 16 attempts per quarter of an hour; an account has 2 before it is throttled.
beforeAll(async () => {
  team = await openTeam('5.0', { SIGN_IN_ATTEMPTS: '2' })
})
afterAll(() => team.close())
beforeEach(async () => {
  const keys = await withRedis((redis) => redis.keys('throttle:*'))
  if (keys.length > 0) await withRedis((redis) => redis.unlink(...keys))
})

/** Result of a sign-in from `address`: `in`, `wrong`, or `refused` before the password is checked. */
async function answer(email: string, password: string, address: string): Promise<string> {
  try {
    await new TestBrowser(address).run(() => signIn(email, seal(password)))
    return 'in'
  } catch (error) {
    if (!(error instanceof Rejected)) throw error
    return error.userMessage === 'messages.signIn.refused' ? 'wrong' : 'refused'
  }
}
const guess = (at: number, address: string) =>
  answer(`invented-${at}@example.com`, 'not-a-password-at-all', address)

function counted(answers: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const each of answers) counts[each] = (counts[each] ?? 0) + 1
  return counts
}

test('1,000 sign-ins with invented addresses from one client throttle only that client', async () => {
  const { email } = await team.member('support')
  const attack = Promise.all(Array.from({ length: 1_000 }, (_, at) => guess(at, '203.0.113.66')))
  const bystander = await team.enter(email, new TestBrowser('198.51.100.7'))
  expect((await viewerIn(bystander))?.session.record.email).toBe(email)
  expect(counted(await attack)).toEqual({ wrong: 16, refused: 984 })
  expect(await answer(email, PASSWORD, '198.51.100.8')).toBe('in')
  expect(await answer(email, PASSWORD, '203.0.113.66')).toBe('refused')
  // Refused attempts leave no entry, neither in the common set nor for an account.
  const keys = await withRedis((redis) => redis.keys('throttle:*'))
  const keysOf = (kind: string) => keys.filter((key) => key.split(':')[3] === kind)
  expect({ client: keysOf('client').length, account: keysOf('account').length }).toEqual({
    client: 1,
    account: 16,
  })
  const [all = ''] = keysOf('all')
  expect(await withRedis((redis) => redis.zcard(all))).toBe(16)
})

test('150 guesses from one client are refused after sixteen, even with valid sign-ins in between', async () => {
  const { email } = await team.member('viewer')
  const answers: string[] = []
  for (let at = 0; at < 150; at++) {
    answers.push(await guess(at, '203.0.113.67'))
    if (at % 5 === 4) await answer(email, PASSWORD, '203.0.113.67')
  }
  expect(counted(answers)).toEqual({ wrong: 16, refused: 134 })
})

test('colleagues behind one address all sign in, twenty at once and then twenty more', async () => {
  const { email } = await team.member('admin')
  for (let round = 0; round < 2; round++) {
    const all = Array.from({ length: 20 }, () => answer(email, PASSWORD, '203.0.113.68'))
    expect(counted(await Promise.all(all))).toEqual({ in: 20 })
  }
})

test('clients in one /64 share one limit, and other networks are unaffected', async () => {
  for (let at = 0; at < 16; at++) expect(await guess(at, `2001:db8:1:2:${at}::1`)).toBe('wrong')
  expect(await guess(16, '2001:db8:1:2:ffff::1')).toBe('refused')
  expect(await guess(17, '2001:db8:1:3::1')).toBe('wrong')
})

test('guesses at an account do not lock out its owner', async () => {
  const { email } = await team.member('support')
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, at) => answer(email, 'not-the-password', `203.0.113.${100 + (at % 3)}`)),
  )
  expect(counted(answers)).toEqual({ wrong: 12 })
  expect(await answer(email, PASSWORD, '198.51.100.9')).toBe('in')
})
