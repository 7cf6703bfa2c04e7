// Tests which cookies from a browser are accepted.
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

/** What `read` returns for a browser that sends `value` as the cookie `name`. */
async function withCookie<T>(name: string, value: string, read: () => Promise<T>): Promise<T> {
  const browser = new TestBrowser()
  browser.jar.set(name, value)
  return browser.run(read)
}

const readLink = () => textInLinkCookie('/recover/password')

function sealedWith(number: number, password: string): Promise<string> {
  return sealData({ id: ID }, { password: { [number]: password }, ttl: 60 })
}

/** Variants of a seal: with additions, with another version, or in another spelling. */
function variantsOf(seal: string): string[] {
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

test('security row 13: a session cookie with text after its seal is refused', async () => {
  const browser = new TestBrowser()
  const id = await browser.run(renewCookie)
  const pending = new TestBrowser()
  const waits = await pending.run(renewPendingCookie)
  const [seal, waiting] = [browser.jar.get('portal') ?? '', pending.jar.get('portal') ?? '']
  expect(await withCookie('portal', seal, presentedId)).toBe(id)
  expect(await withCookie('portal', waiting, presentedPending)).toBe(waits)
  for (const other of variantsOf(seal))
    expect(await withCookie('portal', other, presentedId), other).toBeNull()
  for (const other of variantsOf(waiting))
    expect(await withCookie('portal', other, presentedPending), other).toBeNull()
})

test('security row 13: a refused cookie is not sealed again when a sign-in becomes pending', async () => {
  const browser = new TestBrowser()
  await browser.run(renewCookie)
  browser.jar.set('portal', `${browser.jar.get('portal')}x`)
  await browser.run(renewPendingCookie)
  expect(await browser.run(presentedId)).toBeNull()
})

test('security row 17: a link cookie with text after its seal is refused', async () => {
  const browser = new TestBrowser()
  await browser.run(() => setLinkCookie('/recover/password', 'the-id-of-a-reset'))
  const seal = browser.jar.get('link') ?? ''
  expect(await withCookie('link', seal, readLink)).toBe('the-id-of-a-reset')
  for (const other of variantsOf(seal)) expect(await withCookie('link', other, readLink), other).toBeNull()
})

test('security row 13: seals of both keys of the ring open, and no others', async () => {
  for (const number of [1, 2]) {
    const seal = await sealedWith(number, cookiePasswords()[number] ?? '')
    expect(await withCookie('portal', seal, presentedId), String(number)).toBe(ID)
  }
  const other = await sealedWith(2, newKey())
  const retired = await sealedWith(3, cookiePasswords()[2] ?? '')
  for (const seal of [other, retired]) expect(await withCookie('portal', seal, presentedId)).toBeNull()
})
