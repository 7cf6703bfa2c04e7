import type { Browser, BrowserContext, Page, Response } from '@playwright/test'
import { expect, signIn, test } from './fixtures.ts'
import { postOf, replay } from './support/forged.ts'
import { addMember } from './support/records.ts'
import { cookieOf, send } from './support/send.ts'
import type { TestEnvironment } from './support/test-environment.ts'
import { sendSignIn } from './support/visits.ts'
import { expectSaved, openAccount, openDevice, openDeviceForm } from './support/steps.ts'

const REFUSED = 'Incorrect e-mail or password.'

/** The portal's only cookie in a browser. */
async function ourCookie(context: BrowserContext) {
  const [cookie, ...more] = (await context.cookies()).filter(({ name }) => name.includes('portal'))
  expect(more).toEqual([])
  if (cookie === undefined) throw new Error('the browser has no cookie of ours')
  return cookie
}

/** All cookies but the time zone, which holds nothing of a session. */
async function secretsOf(context: BrowserContext) {
  return (await context.cookies()).filter(({ name }) => name !== 'zone')
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Olivia Owner' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(/\/sign-in/)
}

/** Where a request with exactly this `Cookie` header ends up. */
async function whereTo(world: TestEnvironment, cookie: string): Promise<string> {
  const { status, headers } = await send(world, { path: '/', headers: { cookie } })
  return status === 200 ? 'in' : `${status} ${headers.location ?? ''}`
}

test('a wrong password and an unknown address get the same message; the address stays, the password does not', async ({
  page,
  world,
}) => {
  await page.goto('/sign-in')
  for (const email of [world.owner.email, 'nobody@portal.example']) {
    await sendSignIn(page, { email, password: 'seven-lanterns-under-the-quay' })
    await expect(page.getByRole('alert').filter({ hasText: REFUSED })).toBeVisible()
    await expect(page.getByText(REFUSED)).toHaveCount(1)
    await expect(page.getByLabel('E-mail')).toHaveValue(email)
    await expect(page.getByLabel('Password', { exact: true })).toHaveValue('')
    expect(page.url()).toBe(`${world.origin}/sign-in`)
  }
  expect(await secretsOf(page.context())).toEqual([])
})

test('a missing value is reported at its field', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription('Enter your e-mail address.')
  await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(
    'Enter your password.',
  )
})

test('a page opened while signed out is shown after signing in', async ({ page, world, browser }) => {
  await signIn(page, world)
  const path = await openDevice(page, 'Alster Voice')
  await page.context().clearCookies()
  await page.goto(path)
  await page.waitForURL(/\/sign-in\?next=/)
  await sendSignIn(page, world.owner)
  await page.waitForURL(`**${path}`)
  // Without its cookie the browser does not belong to the old session: the page is the requested one, but its
  // id is unknown.
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()

  const other = await (await browser.newContext({ baseURL: world.origin })).newPage()
  await other.goto('/accounts/acc_AAAAAAAAAAAAAAAAAAAAAA/settings')
  expect(new URL(other.url()).searchParams.get('next')).toBe('/accounts/acc_AAAAAAAAAAAAAAAAAAAAAA/settings')
  await other.context().close()
})

test('`next` never leads to another host, nor back to sign-in', async ({ page, world }) => {
  await page.goto('/sign-in?next=/accounts/nowhere')
  const posted = await postOf(page, () => sendSignIn(page, world.owner))
  const goesTo = async (next: string): Promise<string> => {
    const words = [['/accounts/nowhere', Buffer.from(next).toString('latin1')]] as const
    const { headers } = await replay(world, posted, { cookie: undefined }, words)
    expect(headers['set-cookie'], next).toBeDefined()
    return String(headers['x-action-redirect'])
  }
  expect(await goesTo('/accounts/elsewhere')).toMatch(/^\/accounts\/elsewhere(;|$)/)
  expect(await goesTo('/accounts/else?q=where')).toMatch(/^\/accounts\/else\?q=where(;|$)/)
  for (const next of [
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example',
    'https:evil.example',
    '/\t/evil.example',
    '/%09/evil.example',
    '/%2f/evil.example',
    'javascript:alert(1)',
    'evil.example',
    '/@evil.example',
    '/／evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    '/%2e%2e//evil.example',
    '/sign-in',
    '/sign-out',
    '/x/../sign-out',
  ]) {
    expect(await goesTo(next), next).toMatch(/^\/(;|$)/)
  }
})

test('security row 13: the cookie is HttpOnly, SameSite=Lax, Path=/, ends with the browser, and its value changes at sign-in', async ({
  page,
  world,
}) => {
  const answers: Response[] = []
  page.on('response', (response) => void answers.push(response))
  await signIn(page, world)
  await expect(page.getByRole('heading', { name: 'Accounts' })).toBeVisible()
  const first = await ourCookie(page.context())
  expect(first).toMatchObject({
    name: 'portal',
    domain: 'localhost',
    path: '/',
    expires: -1,
    httpOnly: true,
    secure: false,
    sameSite: 'Lax',
  })
  const headers = await Promise.all(answers.map((answer) => answer.allHeaders()))
  const set = headers.flatMap((each) => each['set-cookie'] ?? [])
  expect(set).toHaveLength(1)
  expect(set[0]).not.toMatch(/domain=|max-age=|expires=/i)
  // A script sees the reader's time zone, and nothing else.
  expect(await page.evaluate(() => document.cookie)).toMatch(/^(zone=[\w%/]+)?$/)

  await signIn(page, world)
  await expect(page.getByRole('heading', { name: 'Accounts' })).toBeVisible()
  const second = await ourCookie(page.context())
  expect(second.value).not.toBe(first.value)
  // The previous session has ended as well.
  expect(await whereTo(world, `portal=${first.value}`)).toBe('307 /sign-in')
  expect(await whereTo(world, `portal=${second.value}`)).toBe('in')
})

test('security row 13: a planted cookie is not kept at sign-in', async ({ page, world }) => {
  const planted = 'Fe26.2*1*planted*by*somebody*else'
  await page.context().addCookies([{ name: 'portal', value: planted, url: world.origin }])
  await signIn(page, world)
  await expect(page.getByRole('heading', { name: 'Accounts' })).toBeVisible()
  expect((await ourCookie(page.context())).value).not.toBe(planted)
})

test('security row 13: two cookies of our name, a tampered seal and another name are signed out', async ({
  atHome: page,
  world,
}) => {
  const { value } = await ourCookie(page.context())
  const at = value.length - 60
  const flipped = `${value.slice(0, at)}${value.charAt(at) === 'A' ? 'B' : 'A'}${value.slice(at + 1)}`
  expect(await whereTo(world, `portal=${value}`)).toBe('in')
  for (const cookie of [
    `portal=${value}; portal=${value}`,
    `portal=; portal=${value}`,
    `portal=${value}; portal=x`,
    `portal=${flipped}`,
    `portal=${value.slice(0, -20)}`,
    `portal=${value}x`,
    `portal=${value}~2`,
    `Portal=${value}`,
    `__Host-portal=${value}`,
    'portal=',
  ]) {
    expect(await whereTo(world, cookie), cookie.slice(0, 30)).toBe('307 /sign-in')
  }
})

test('security row 13: signing out ends the session on the server, and the back key shows nothing of it', async ({
  atHome: page,
  world,
}) => {
  await openAccount(page, 'Alster Voice')
  const cookie = await cookieOf(page.context())
  expect(await whereTo(world, cookie)).toBe('in')
  const answered = page.waitForResponse((response) => response.url().endsWith('/sign-out'))
  await signOut(page)
  const headers = await (await answered).allHeaders()
  expect(headers['clear-site-data']).toContain('"cache"')
  expect(headers['set-cookie']).toMatch(/^portal=;.*(Max-Age=0|Expires=Thu, 01 Jan 1970)/i)
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('portal')
  expect(await whereTo(world, cookie)).toBe('307 /sign-in')

  await page.goBack()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await expect(page.getByText('Alster Voice')).toHaveCount(0)
  await page.goBack()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
})

test('the log has successful and refused sign-ins, with the address of the peer and not one that a browser claims', async ({
  browser,
  world,
}) => {
  const extraHTTPHeaders = { 'x-forwarded-for': '203.0.113.77', 'x-real-ip': '203.0.113.78' }
  const context = await browser.newContext({ baseURL: world.origin, extraHTTPHeaders })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await sendSignIn(page, { ...world.owner, password: 'not-the-password-at-all' })
  await expect(page.getByText(REFUSED).first()).toBeVisible()
  await signIn(page, world)
  for (const message of ['"sign-in refused"', '"signed in"', '"address":"127.0.0.1"'])
    expect(world.log()).toContain(message)
  expect(world.log()).not.toContain('203.0.113.7')
  expect(world.log()).not.toContain('not-the-password-at-all')
  await context.close()
})

test.describe('with a low limit of attempts', () => {
  const IDLE_MS = 3_000
  let strict: TestEnvironment

  test.beforeAll(async ({ world }) => {
    strict = await world.beside({
      SESSION_IDLE_MINUTES: String(IDLE_MS / 60_000),
      SIGN_IN_ATTEMPTS: '2',
      TRUSTED_PROXIES: '127.0.0.1',
    })
  })
  test.afterAll(async () => strict.stop())

  /** A browser whose requests come from this address, as a trusted proxy reports. */
  async function from(browser: Browser, address: string): Promise<Page> {
    const context = await browser.newContext({
      baseURL: strict.origin,
      extraHTTPHeaders: { 'x-forwarded-for': address },
    })
    return context.newPage()
  }

  /** The time in ms until the form answers an attempt. */
  async function timed(page: Page, password: string): Promise<number> {
    await page.goto('/sign-in')
    const before = Date.now()
    await sendSignIn(page, { ...strict.owner, password })
    await expect(page.getByText(REFUSED).first()).toBeVisible()
    return Date.now() - before
  }

  test('a hundred users who sign in at once, on two processes, wait their turn: none is refused', async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: strict.origin })
    const page = await context.newPage()
    await page.goto('/sign-in')
    const posted = await postOf(page, () => sendSignIn(page, strict.owner))
    await strict.simulator.config({ buckets: false })
    const second = await strict.secondPortal()
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, at) => {
        const headers = { ...posted.headers, 'x-forwarded-for': `198.51.100.${at + 100}` }
        const body = Buffer.from(posted.body, 'latin1')
        const portal = at % 2 === 0 ? strict.portal : second
        return send(strict, { method: 'POST', path: posted.path, headers, body }, portal)
      }),
    )
    const ended = answers.map(({ status, headers }) => `${status} to ${headers.location}`)
    expect(new Set(ended)).toEqual(new Set(['303 to /']))
    await context.close()
  })

  test('after the allowed attempts each further one is answered later, and the right password still works', async ({
    browser,
  }) => {
    const page = await from(browser, '198.51.100.1')
    await timed(page, 'wrong-lantern-1')
    await timed(page, 'wrong-lantern-2')
    const third = await timed(page, 'wrong-lantern-3')
    const fourth = await timed(page, 'wrong-lantern-4')
    const fifth = await timed(page, 'wrong-lantern-5')
    expect(third).toBeGreaterThanOrEqual(250)
    expect(fourth).toBeGreaterThanOrEqual(500)
    expect(fifth).toBeGreaterThanOrEqual(1_000)
    const elsewhere = await from(browser, '198.51.100.2')
    await signIn(elsewhere, strict)
    await expect(elsewhere.getByRole('heading', { name: 'Accounts' })).toBeVisible()
    await page.context().close()
    await elsewhere.context().close()
  })

  test('too many attempts from one address are refused with a message, and others are not affected', async ({
    browser,
  }) => {
    const page = await from(browser, '198.51.100.3')
    await page.goto('/sign-in')
    const posted = await postOf(page, () =>
      sendSignIn(page, { email: 'nobody-00@portal.example', password: 'wrong-lantern' }),
    )
    await expect(page.getByText(REFUSED)).toBeVisible()
    // Each attempt uses another unknown address, so that no account is throttled.
    for (let at = 11; at < 26; at++) {
      const { body } = await replay(strict, posted, {}, [['nobody-00', `nobody-${at}`]])
      expect(body).toContain(REFUSED)
    }
    await sendSignIn(page, strict.owner)
    await expect(
      page.getByText(
        /^Too many attempts from your network or for this account\. Try again in \d+ minutes\.$/,
      ),
    ).toBeVisible()
    await expect(page.getByLabel('E-mail')).toHaveValue(strict.owner.email)
    expect(await secretsOf(page.context())).toEqual([])
    const elsewhere = await from(browser, '198.51.100.4')
    await signIn(elsewhere, strict)
    await expect(elsewhere.getByRole('heading', { name: 'Accounts' })).toBeVisible()
    await page.context().close()
    await elsewhere.context().close()
  })

  test('security row 13: an idle session ends; the same user returns to their page after sign-in, and another user finds nothing there', async ({
    browser,
  }) => {
    const colleague = await addMember(strict, 'admin', 'Carla Colleague')
    const page = await from(browser, '198.51.100.5')
    await signIn(page, strict)
    const place = `${await openDeviceForm(page, 'Alster Voice')}/settings`
    const heading = await page.getByRole('heading', { level: 1 }).textContent()
    const cookie = await cookieOf(page.context())

    await expect
      .poll(async () => whereTo(strict, cookie), { intervals: [IDLE_MS + 500] })
      .toBe('307 /sign-in')
    await page.goto(place)
    await page.waitForURL(/\/sign-in\?next=/)
    await sendSignIn(page, strict.owner)
    await page.waitForURL(`**${place}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading ?? '')
    await page.getByLabel('Internal name').fill('Back again')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await expectSaved(page)

    await expect
      .poll(async () => whereTo(strict, await cookieOf(page.context())), { intervals: [IDLE_MS + 500] })
      .toBe('307 /sign-in')
    await strict.simulator.clearRequests()
    await page.goto(place)
    await sendSignIn(page, colleague)
    await page.waitForURL(`**${place}`)
    await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
    const requests = (await strict.simulator.requests()).filter(({ path }) => !path.endsWith('/user_auth'))
    expect(requests).toEqual([])
    await page.context().close()
  })
})
