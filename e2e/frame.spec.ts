import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures.ts'
import { cookieOf, send } from './support/send.ts'
import type { TestEnvironment } from './support/test-environment.ts'
import { sendSignIn } from './support/visits.ts'
import { waitForRest } from './support/wait-for-rest.ts'
import { expectSaved, field, goTo, openAccount, openDevice, openDeviceForm } from './support/steps.ts'

const VOICE = 'Alster Voice'
const SECOND = 1000

const palette = (page: Page) => page.getByRole('dialog', { name: 'Command menu' })
const ending = (page: Page) => page.getByRole('dialog', { name: 'Your session is about to end' })
const rightOf = (box: { x: number; width: number } | null) => (box === null ? 0 : box.x + box.width)
const ended = (page: Page) => page.getByRole('dialog', { name: 'Your session has ended' })

test('the palette opens by its key, links to visited pages, and returns the focus', async ({
  signedIn: page,
}) => {
  const device = await openDevice(page, VOICE)
  const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  await page.getByRole('link', { name: 'Accounts', exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Accounts' })).toBeVisible()
  const search = page.getByRole('button', { name: 'Go to…', exact: true })
  await search.focus()

  await page.keyboard.press('ControlOrMeta+k')
  const box = palette(page).getByRole('combobox')
  await expect(box).toBeFocused()
  await expect(palette(page).getByRole('option', { name: `${name} Device` })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(palette(page)).toBeHidden()
  await expect(search).toBeFocused()

  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type(name.toUpperCase())
  await expect(palette(page).getByRole('option', { selected: true })).toContainText(name)
  await page.keyboard.press('Enter')
  await page.waitForURL(`**${device}`)
  await expect(palette(page)).toBeHidden()
})

test('the palette offers the page’s actions, counts its matches, and leaves an unsaved form only when confirmed', async ({
  signedIn: page,
}) => {
  const account = await openAccount(page, VOICE)
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('edit acc')
  await expect(palette(page).getByRole('status')).toHaveText('1 result')
  await page.keyboard.press('Enter')
  await page.waitForURL(`**${account}/settings`)

  await field(page, 'Name').fill('Not saved')
  // Before the palette has opened, its keys do not reach the field.
  const reached = await field(page, 'Name').evaluate(async (input: HTMLInputElement) => {
    const keys: string[] = []
    for (const key of ['k', 'z', 'Enter', 'z', 'y', 'Backspace', 'z', 'z']) {
      const init = { key, ctrlKey: key === 'k', bubbles: true, cancelable: true }
      if (input.dispatchEvent(new KeyboardEvent('keydown', init))) keys.push(key)
      await Promise.resolve()
    }
    return keys
  })
  expect(reached).toEqual([])
  await expect(palette(page).getByText('No results for “zzzz”')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(VOICE)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alertdialog')).toContainText('Leave')
  expect(new URL(page.url()).pathname).toBe(`${account}/settings`)
})

test('the palette’s memory belongs to the user', async ({ signedIn: page }) => {
  await openAccount(page, VOICE)
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem('recent-pages'))).toContain(VOICE)
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('sign out')
  await expect(palette(page).getByRole('option', { selected: true })).toHaveText('Sign out')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/sign-in/)
  expect(await page.evaluate(() => sessionStorage.getItem('recent-pages'))).toBeNull()
})

test('a question mark shows the keys, not while typing, and not where they were switched off', async ({
  atHome: page,
}) => {
  const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await page.getByRole('main').focus()
  await page.keyboard.press('?')
  await expect(keys).toBeVisible()
  await expect(keys).toContainText('Go to: Kazoo connection')
  await keys.getByRole('checkbox', { name: 'Single-key shortcuts' }).uncheck()
  await page.keyboard.press('Escape')
  await expect(keys).toBeHidden()
  await page.keyboard.press('?')
  await page.keyboard.press('ControlOrMeta+k')
  await expect(palette(page)).toBeVisible()
  await expect(keys).toBeHidden()
  await page.keyboard.type('show keyboard')
  await expect(palette(page).getByRole('option', { selected: true })).toHaveText('Show keyboard shortcuts')
  await page.keyboard.press('Enter')
  await keys.getByRole('checkbox', { name: 'Single-key shortcuts' }).check()
  await page.keyboard.press('Escape')

  await openDeviceForm(page, VOICE)
  await field(page, 'Name').focus()
  await page.keyboard.press('?')
  await expect(field(page, 'Name')).toHaveValue(/\?/)
  await expect(keys).toBeHidden()
  await page.reload()
  // The page handles keys only after hydration, which nothing on it shows.
  await expect(async () => {
    await page.getByRole('main').focus()
    await page.keyboard.press('g')
    await page.keyboard.press('a')
    await expect(page.getByRole('heading', { level: 1, name: 'Accounts' })).toBeVisible({ timeout: 2000 })
  }).toPass()
})

for (const script of [true, false]) {
  test(`a drawer holds the navigation on a phone, ${script ? 'with' : 'without'} script`, async ({
    page: scripted,
    withoutScript,
    world,
  }) => {
    const page = script ? scripted : withoutScript
    await page.setViewportSize({ width: 390, height: 800 })
    await signIn(page, world)
    const navigation = page.getByRole('navigation', { name: 'Main' })
    await expect(navigation).toBeHidden()
    await page.getByRole('button', { name: 'Open navigation' }).click()
    await expect(navigation.getByRole('link', { name: 'Accounts' })).toBeVisible()
    await page.getByRole('button', { name: 'Close navigation' }).click()
    await expect(navigation).toBeHidden()
  })

  test(`a language is chosen ${script ? 'with' : 'without'} script, and stays`, async ({
    page: scripted,
    withoutScript,
    world,
  }) => {
    const page = script ? scripted : withoutScript
    await signIn(page, world)
    await page.getByRole('button', { name: 'Olivia Owner' }).click()
    await page.getByRole('button', { name: 'Deutsch' }).click()
    await expect(page.getByRole('link', { name: 'Zum Inhalt springen' })).toBeAttached()
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
    await page.goto('/nowhere')
    await expect(page.getByRole('heading', { name: 'Seite nicht gefunden' })).toBeVisible()
  })
}

test('another site cannot choose the language', async ({ atHome: page, world }) => {
  const [request] = await Promise.all([
    page.waitForRequest((each) => each.method() === 'POST'),
    page
      .getByRole('button', { name: 'Olivia Owner' })
      .click()
      .then(() => page.getByRole('button', { name: 'Français' }).click()),
  ])
  const headers = { ...(await request.allHeaders()), origin: 'https://evil.example' }
  const body = request.postDataBuffer() ?? Buffer.alloc(0)
  const sent = Object.fromEntries(
    Object.entries(headers).filter(([name]) => !/^(:|content-length|host)/.test(name)),
  )
  const answer = await send(world, { method: 'POST', path: '/', headers: sent, body })
  expect(answer.headers['set-cookie']).toBeUndefined()
})

test('while a slow page loads, its link is marked, an outline of it is shown, and the page before cannot be used', async ({
  atHome: page,
  world,
}) => {
  const bar = page.getByRole('progressbar', { name: 'Loading' })
  await page.getByRole('link', { name: VOICE, exact: true }).waitFor()
  await world.simulator.fault({ pattern: '/v2/accounts/**', fault: { kind: 'delay', ms: 2_000 } })
  const link = page.getByRole('link', { name: VOICE, exact: true })
  const left = page.locator('main [inert]')
  await link.click()
  await expect(page.locator('tr:has(a[data-loading])')).toContainText(VOICE)
  await expect(bar).toBeVisible()
  await expect(left).toHaveCSS('opacity', '0')
  await expect(left.locator('[role=treegrid]')).toHaveCount(1)
  await expect(page.getByRole('heading', { level: 1, name: VOICE })).toBeVisible({ timeout: 20 * SECOND })
  await expect(bar).toBeHidden()
  await expect(left).toHaveCount(0)
})

test('every page below another one links to it, and the navigation marks the place', async ({
  atHome: page,
}) => {
  const account = await openAccount(page, VOICE)
  const above = async (path: string) => {
    await page.goto(path)
    const crumbs = page.getByRole('navigation', { name: 'Breadcrumb' })
    const links = await crumbs.getByRole('link').allInnerTexts()
    const current = page.getByRole('navigation', { name: 'Main' }).locator('[aria-current]')
    return [...links, ...(await current.allInnerTexts()).map((name) => `(${name})`)].join(' / ')
  }
  expect(await above(account)).toBe('Accounts / Nordlicht Telekom / (Accounts)')
  expect(await above(`${account}/impersonate`)).toBe('Accounts / Alster Voice / (Accounts)')
  await page.goto(`${account}/users`)
  const user = (await page.locator('main a[href^="/users/"]').first().getAttribute('href')) ?? ''
  const name = await page.locator('main a[href^="/users/"]').first().innerText()
  const users = 'Accounts / Nordlicht Telekom / Alster Voice / Users'
  expect(await above(user)).toBe(`${users} / (Accounts)`)
  expect(await above(`${user}/remove`)).toBe(`${users} / ${name} / (Accounts)`)
  expect(await above(`${account}/users/new`)).toBe(`${users} / (Accounts)`)
  expect(await above('/audit/settings')).toBe('Audit log / (Audit log)')
  expect(await above('/connection')).toBe('(Kazoo connection)')
  expect(await above('/connection/credentials')).toBe('Kazoo connection / (Kazoo connection)')
  expect(await above('/connection/address')).toBe('Kazoo connection / (Kazoo connection)')
  expect(await above('/connection/sign-on')).toBe('(Single sign-on)')
  expect(await above('/brand/history')).toBe('(Branding)')
  expect(await above('/brand/domains/new')).toBe('Domains / (Domains)')
  expect(await above('/team/invite')).toBe('Team / (Team)')
  expect(await above('/profile/security/app')).toBe('Profile / Security')
  await page.goto('/audit')
  await page.locator('main a[href^="/audit/"]:not([href="/audit/settings"])').first().click()
  await page.waitForURL(/\/audit\/[0-9a-f-]{36}$/)
  expect(await above(new URL(page.url()).pathname)).toBe('Audit log / (Audit log)')
})

test('the tabs of an account stay put, each with its own address', async ({ signedIn: page }) => {
  const account = await openAccount(page, VOICE)
  const tabs = page.getByRole('navigation', { name: 'Account sections' })
  for (const [name, path, shown] of [
    ['Users', '/users', 'New user'],
    ['Sub-accounts', '/accounts', 'New sub-account'],
    ['Settings', '/settings', 'Name'],
    ['History', '/history', 'Open in audit log'],
    ['Devices', '', 'New device'],
  ] as const) {
    await tabs.getByRole('link', { name, exact: true }).click()
    await page.waitForURL((url) => url.pathname === account + path)
    const link = page.getByRole('link', { name: shown, exact: true })
    await expect(link.or(field(page, shown)).first()).toBeVisible()
    await expect(tabs.locator('[aria-current=page]')).toHaveText(name)
    await expect(page.getByRole('heading', { level: 1, name: VOICE })).toBeVisible()
    await expect(page.getByRole('link', { name: 'View as customer' })).toBeVisible()
  }
  await expect(tabs.getByRole('link')).toHaveCount(5)
})

test('an account is created from anywhere: below the one that a page is inside of, or below one’s own', async ({
  atHome: page,
}) => {
  await page.getByRole('banner').getByRole('link', { name: 'New account' }).click()
  await page.waitForURL('**/accounts/new')
  await expect(page.getByText('A sub-account of Nordlicht Telekom')).toBeVisible()
  await openDevice(page, VOICE)
  await expect(async () => {
    await page.getByRole('main').focus()
    await page.keyboard.press('c')
    await expect(page.getByText(`A sub-account of ${VOICE}`)).toBeVisible({ timeout: 2000 })
  }).toPass()
  // A letter typed into the tree jumps to a name.
  await page.goto('/')
  await page.locator('tr[tabindex="0"]').first().focus()
  await page.keyboard.press('c')
  await page.keyboard.press('ControlOrMeta+k')
  await expect(palette(page).getByRole('option', { name: 'New account' })).toBeVisible()
  expect(new URL(page.url()).pathname).toBe('/')
})

test('an offline browser says that nothing is lost', async ({ atHome: page }) => {
  const notice = page.getByText('You’re offline')
  await page.context().setOffline(true)
  await expect(notice).toBeVisible()
  await page.context().setOffline(false)
  await expect(notice).toBeHidden()
})

test('the sign-in page stores the browser’s time zone, so that the first page after it needs no second request', async ({
  page,
  world,
}) => {
  const requests: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'GET' && new URL(request.url()).searchParams.has('_rsc'))
      requests.push(request.url())
  })
  // Before any of the scripts has loaded.
  await page.route('**/_next/static/**/*.js', (route) => route.abort())
  await page.goto('/sign-in?next=/profile/sessions')
  expect((await page.context().cookies()).find(({ name }) => name === 'zone')?.value).toBe('Europe/Berlin')
  await page.unrouteAll()
  await page.context().clearCookies({ name: 'zone' })
  await page.goto('/sign-in?next=/profile/sessions')
  await waitForRest(page, () => sendSignIn(page, world.owner))
  await expect(page.locator('main time').first()).toBeVisible()
  expect((await page.locator('main time').allInnerTexts()).join()).not.toContain('UTC')
  expect(requests).toEqual([])
})

test('a font that comes after the first paint is left for the next page, and bold is never faked', async ({
  page,
}) => {
  const held = Promise.withResolvers<undefined>()
  await page.route('**/*.woff2', async (route) => {
    await held.promise
    await route.continue()
  })
  const loaded = page.waitForResponse('**/*.woff2')
  await page.goto('/sign-in', { waitUntil: 'domcontentloaded' })
  const heading = page.getByRole('heading', { level: 1 })
  const widthOfText = () =>
    heading.evaluate((own) => {
      const range = document.createRange()
      range.selectNodeContents(own)
      return range.getBoundingClientRect().width
    })
  const before = await widthOfText()
  held.resolve(undefined)
  await (await loaded).finished()
  await page.evaluate(() => document.fonts.ready)
  expect(await widthOfText()).toBe(before)
  const faces = await page.evaluate(() =>
    [...document.fonts].map(({ family, weight, display }) => [family.replaceAll('"', ''), weight, display]),
  )
  expect(faces.filter(([family]) => family === 'Inter Fallback').map(([, weight]) => weight)).toEqual([
    '100 500',
    '600 900',
  ])
  const others = faces.filter(([family]) => family !== 'Inter Fallback')
  expect(others.length).toBeGreaterThan(5)
  expect(new Set(others.map(([, , display]) => display))).toEqual(new Set(['optional']))
  await expect(page.locator('html')).toHaveCSS('font-synthesis-weight', 'none')
})

test('what is near in time is told relative to now, stays right on an open page, and has its instant as tooltip', async ({
  signedIn: page,
}) => {
  await page.clock.install()
  await goTo(page, '/team')
  const time = page.getByRole('row', { name: /Olivia Owner/ }).locator('time')
  await expect(time).toHaveText(/^(now|\d+ minutes? ago)$/)
  await expect(time).toHaveAttribute('title', /^\d{1,2} \w{3,4} \d{4}, \d\d:\d\d:\d\d (CES?T|GMT\+[12])$/)
  await page.clock.fastForward('02:00:00')
  await expect(time).toHaveText(/^[23] hours ago$/)
})

test('lists use a wide window, forms stay readable', async ({ signedIn: page }) => {
  const account = await openAccount(page, VOICE)
  await page.setViewportSize({ width: 1920, height: 900 })
  const widthOf = async (path: string, part: string) => {
    await page.goto(path)
    return (await page.locator(part).first().boundingBox())?.width
  }
  expect(await widthOf(account, 'main table')).toBeGreaterThan(1500)
  expect(await widthOf(`${account}/settings`, 'main form')).toBeLessThan(1152)
})

test('every screen fits at 320 pixels with text twice as large, and in forced colours', async ({
  signedIn: page,
}) => {
  const account = await openAccount(page, VOICE)
  const device = await openDevice(page, VOICE)
  for (const [width, zoom] of [
    [320, 1],
    [640, 2],
  ] as const) {
    await page.setViewportSize({ width: width / zoom, height: 800 / zoom })
    for (const path of ['/', account, device, `${device}/settings`, `${account}/settings`]) {
      await page.goto(path)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320)
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto(account)
  const current = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Accounts' })
  // The navigation scrolls, and must not cut off the ring of a link that has the focus.
  const [navigation, item] = [
    await current.locator('xpath=ancestor::nav').boundingBox(),
    await current.boundingBox(),
  ]
  expect(rightOf(item) + 4).toBeLessThanOrEqual(rightOf(navigation))
  const marked = await current.evaluate((link) => getComputedStyle(link).backgroundColor)
  const plain = await page.getByRole('main').evaluate((main) => getComputedStyle(main).backgroundColor)
  expect(marked).not.toBe(plain)
})

test('a page that cannot be shown is an error page with its status, in the reader’s language', async ({
  atHome: page,
  world,
}) => {
  const cookie = `${await cookieOf(page.context())}; language=fr`
  const ask = (path: string, headers: Record<string, string> = {}) =>
    send(world, { path, headers: { cookie, ...headers } })
  const absent = await ask('/devices/dev_AAAAAAAAAAAAAAAAAAAAAA')
  expect([absent.status, absent.body]).toEqual([404, expect.stringContaining('Page introuvable')])
  const foreign = await ask('/', { host: 'evil.example', 'accept-language': 'es-MX, en;q=0.5' })
  expect([foreign.status, foreign.headers['content-type']]).toEqual([421, 'text/html; charset=utf-8'])
  expect(foreign.body).toContain('<html lang="es">')
  expect(foreign.body, 'with our mark and colours').toMatch(/light-dark\([\s\S]*<svg/)
  expect(foreign.body).toContain('No hay ningún portal en esta dirección')
  await world.simulator.fault({ pattern: '/v2/**', fault: { kind: 'status', status: 502 } })
  const down = await ask('/')
  expect(down.status).toBe(503)
  expect(down.body).toContain('Un service ne répond pas')
})

test.describe('a session that ends soon', () => {
  let short: TestEnvironment

  test.beforeAll(async ({ world }) => {
    short = await world.beside({ SESSION_IDLE_MINUTES: '0.4' })
  })
  test.afterAll(async () => short.stop())

  test('is announced in every tab; extending it in one tab extends it in all', async ({ browser }) => {
    const context = await browser.newContext({ baseURL: short.origin })
    const one = await context.newPage()
    await signIn(one, short)
    const two = await context.newPage()
    await two.goto('/')
    await expect(ending(one)).toBeVisible({ timeout: 20 * SECOND })
    await expect(ending(two)).toBeVisible({ timeout: 5 * SECOND })
    await expect(ending(one).getByRole('timer')).toHaveText(/You’ll be signed out in 0:\d\d\./)
    await ending(one).getByRole('button', { name: 'Stay signed in' }).click()
    await expect(ending(one)).toBeHidden()
    await expect(ending(two)).toBeHidden()
    const { status } = await send(short, { path: '/', headers: { cookie: await cookieOf(context) } })
    expect(status).toBe(200)
    await context.close()
  })

  test('asking for the remaining time does not extend it; typed values stay, and can be saved after signing in elsewhere', async ({
    browser,
  }) => {
    const context = await browser.newContext({ baseURL: short.origin })
    const page = await context.newPage()
    await signIn(page, short)
    await openDeviceForm(page, VOICE)
    await field(page, 'Name').fill('Typed before the end')
    await expect(ending(page)).toBeVisible({ timeout: 20 * SECOND })
    await expect(ended(page)).toBeVisible({ timeout: 20 * SECOND })
    const [tab] = await Promise.all([
      context.waitForEvent('page'),
      ended(page).getByRole('link', { name: 'Open sign-in in a new tab' }).click(),
    ])
    await sendSignIn(tab, short.owner)
    await expect(tab.getByRole('heading', { level: 1, name: 'Accounts' })).toBeVisible()
    await expect(ended(page)).toBeHidden()
    await expect(field(page, 'Name')).toHaveValue('Typed before the end')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await expectSaved(page)
    await context.close()
  })
})
