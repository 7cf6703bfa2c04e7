// The seal of the cookie, as a browser brings it back.
import { TestBrowser } from '../../testing/browser.ts'
import { sealData } from 'iron-session'
import { beforeAll, expect, test } from 'vitest'
import { newKey, setTestEnvironment } from '../../testing/store.ts'
import { textInLinkCookie, setLinkCookie } from '../web/link-cookie.ts'
import { presentedId, presentedPending, renewCookie, renewPendingCookie } from './cookie.ts'
import { cookiePasswords } from './seal-ring.ts'

const ID = 'A'.repeat(43)

beforeAll(() => {
  setTestEnvironment('postgres://nobody@127.0.0.1:1/none', { SESSION_KEYS: `2:${newKey()},1:${newKey()}` })
})

/** What a browser that brings `value` as the cookie `name` is taken for. */
async function taken<T>(name: string, value: string, ask: () => Promise<T>): Promise<T> {
  const browser = new TestBrowser()
  browser.jar.set(name, value)
  return browser.run(ask)
}

const carried = () => textInLinkCookie('/recover/password')

function sealedWith(number: number, password: string): Promise<string> {
  return sealData({ id: ID }, { password: { [number]: password }, ttl: 60 })
}

/** Every way to write more than was sealed, or to write it otherwise. */
function spelledOtherwise(seal: string): string[] {
  const bare = seal.slice(0, -2)
  return [
    ...['x', '~', '~2', '~3', '2', '=', '*', '%00', '.', '%20', ' x', '~2~2', '\u00a0'].map(
      (more) => seal + more,
    ),
    ...['', '~', '~1', '~3', '~02', '~2.0', '~x', '%7E2'].map((version) => bare + version),
    ...['"', ' ', 'x', '~'].map((before) => before + seal),
    `"${seal}"`,
    seal.replaceAll('*', '%2A'),
    seal.replace('Fe26', '%46e26'),
    seal.replace('Fe26.2', 'Fe26.1'),
    seal.toLowerCase(),
  ]
}

test('security row 13: text behind the seal of the session cookie makes it nobody’s', async () => {
  const browser = new TestBrowser()
  const id = await browser.run(renewCookie)
  const pending = new TestBrowser()
  const waits = await pending.run(renewPendingCookie)
  const [seal, waiting] = [browser.jar.get('portal') ?? '', pending.jar.get('portal') ?? '']
  expect(await taken('portal', seal, presentedId)).toBe(id)
  expect(await taken('portal', waiting, presentedPending)).toBe(waits)
  for (const other of spelledOtherwise(seal))
    expect(await taken('portal', other, presentedId), other).toBeNull()
  for (const other of spelledOtherwise(waiting))
    expect(await taken('portal', other, presentedPending), other).toBeNull()
})

test('security row 13: a cookie that is nobody’s is not sealed anew when a sign-in begins to wait', async () => {
  const browser = new TestBrowser()
  await browser.run(renewCookie)
  browser.jar.set('portal', `${browser.jar.get('portal')}x`)
  await browser.run(renewPendingCookie)
  expect(await browser.run(presentedId)).toBeNull()
})

test('security row 17: text behind the seal that carries a link makes it no link', async () => {
  const browser = new TestBrowser()
  await browser.run(() => setLinkCookie('/recover/password', 'the-id-of-a-reset'))
  const seal = browser.jar.get('link') ?? ''
  expect(await taken('link', seal, carried)).toBe('the-id-of-a-reset')
  for (const other of spelledOtherwise(seal)) expect(await taken('link', other, carried), other).toBeNull()
})

test('security row 13: a seal of either key of the ring opens, and of no other', async () => {
  for (const number of [1, 2]) {
    const seal = await sealedWith(number, cookiePasswords()[number] ?? '')
    expect(await taken('portal', seal, presentedId), String(number)).toBe(ID)
  }
  const other = await sealedWith(2, newKey())
  const retired = await sealedWith(3, cookiePasswords()[2] ?? '')
  for (const seal of [other, retired]) expect(await taken('portal', seal, presentedId)).toBeNull()
})
