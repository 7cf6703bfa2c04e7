import type { Browser, Page } from '@playwright/test'
import { DEVICE_TYPE_LABELS } from '../components/devices/device-labels.ts'
import { DEVICE_STATES } from '../lib/views/device-state.ts'
import { LANGUAGES, type Language } from '../lib/views/language.ts'
import { expect, test } from './fixtures.ts'
import { cookieOf, send } from './support/send.ts'
import type { TestEnvironment } from './support/test-environment.ts'
import { englishAlone, KEY_PATH, wordsIn } from './support/messages.ts'

const LOCALE: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE', es: 'es-ES', fr: 'fr-FR' }
const CUSTOMER = 'Bäckerei Vogel GmbH'
const STYLE = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const

const ENGLISH = englishAlone()

/** A browser with `language` preferred, and all errors that it reports. */
async function readerOf(
  browser: Browser,
  world: TestEnvironment,
  language: Language,
  javaScriptEnabled = true,
) {
  const context = await browser.newContext({
    locale: LOCALE[language],
    baseURL: world.origin,
    javaScriptEnabled,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of [45]\d\d/.test(message.text()))
      complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return { page, complaints, leave: () => context.close() }
}

/** Checks a screen: the language is declared, all texts are in it, and no message key shows. */
async function checkScreen(page: Page, language: Language): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  const text = await page.locator('body').innerText()
  expectLanguage(language, `${await page.title()}\n${text}`, page.url())
}

/** The same for a page as the server sends it, attributes and hidden texts included. */
async function read(page: Page, path: string, language: Language): Promise<string> {
  const answer = await page.request.get(path, { headers: { 'accept-language': LOCALE[language] } })
  const html = await answer.text()
  expect(html, path).toContain(`<html lang="${language}"`)
  const text = html.replaceAll(/<(script|style)\b.*?<\/\1>/gs, '').replaceAll(/<!--.*?-->/gs, '')
  expectLanguage(language, text, path)
  return text
}

function expectLanguage(language: Language, text: string, where: string): void {
  expect(text.trim(), where).not.toBe('')
  expect(KEY_PATH.exec(text)?.[0], where).toBeUndefined()
  if (language === 'en') return
  const flat = text.replaceAll(/\s+/g, ' ')
  expect(
    ENGLISH.filter((sentence) => flat.includes(sentence)),
    where,
  ).toEqual([])
}

/** Headers of a table, and our own words for its columns, that do not fit where they stand. */
async function cutWords(page: Page, words: Readonly<Record<string, readonly string[]>>): Promise<string[]> {
  return page.locator('[role=grid]').evaluate((table, columns) => {
    const cut: string[] = []
    const look = (cell: Element | undefined, text: string) => {
      const range = document.createRange()
      if (cell) range.selectNodeContents(cell)
      const end = cell?.getBoundingClientRect().right ?? 0
      if (end === 0 || range.getBoundingClientRect().right > end) cut.push(text)
    }
    for (const head of table.querySelectorAll<HTMLElement>('th:not(:has(.sr-only))'))
      look(head, head.innerText)
    for (const [column, texts] of Object.entries(columns)) {
      const shown = [...table.querySelectorAll<HTMLElement>(`td[data-column=${column}]`)]
      for (const cell of shown) look(cell, cell.innerText)
      const [cell] = shown
      const text = cell && document.createTreeWalker(cell, NodeFilter.SHOW_TEXT).nextNode()
      for (const word of texts) {
        if (text) text.textContent = word
        look(cell, word)
      }
    }
    return cut
  }, words)
}

const formWith = (page: Page, field: string) =>
  page.locator('form').filter({ has: page.locator(`[name=${field}]`) })

async function submit(page: Page, field: string): Promise<void> {
  await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    formWith(page, field).locator('button[type=submit]').last().click(),
  ])
  await page.waitForLoadState()
}

async function signIn(page: Page, world: TestEnvironment): Promise<void> {
  await page.goto('/sign-in')
  await page.locator('[name=email]').fill(world.owner.email)
  await page.locator('[name=password]').fill(world.owner.password)
  await formWith(page, 'password').locator('button[type=submit]').click()
  await page.waitForURL((url) => url.pathname === '/')
}

async function pathOf(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).first().getAttribute('href')) ?? ''
}

for (const language of LANGUAGES) {
  test(`every screen is in ${language}, and nothing changes during hydration`, async ({ browser, world }) => {
    const { page, complaints, leave } = await readerOf(browser, world, language)
    const t = wordsIn(language)
    const go = async (path: string) => {
      await page.goto(path)
      await checkScreen(page, language)
    }
    await go('/sign-in')
    await expect(page.getByRole('heading', { level: 1, name: t('signIn.title') })).toBeVisible()
    await signIn(page, world)
    await checkScreen(page, language)
    await expect(page.getByRole('heading', { level: 1, name: t('accounts.title') })).toBeVisible()

    // The page handles keys once the script has loaded.
    await page.locator('tr[tabindex="0"]').first().waitFor()
    await page.getByRole('row', { name: /Alster Voice/ }).focus()
    await page.keyboard.press('ArrowRight')
    await page.getByRole('row', { level: 3 }).first().waitFor()
    await checkScreen(page, language)

    const account = await pathOf(page, `a:text-is("${CUSTOMER}")`)
    for (const query of ['', '?q=phone', '?q=nothing+of+this+kind', '?sort=owner&dir=desc', '?page=2']) {
      await go(account + query)
    }
    await go(account)
    const ofDevices = {
      status: DEVICE_STATES.map((state) => t(`devices.states.${state}`)),
      type: DEVICE_TYPE_LABELS.map((type) => t(`devices.types.${type}`)),
    }
    expect(await cutWords(page, ofDevices)).toEqual([])
    const at = new Date((await page.locator('time').first().getAttribute('datetime')) ?? '')
    const here = new Intl.DateTimeFormat(LOCALE[language], { ...STYLE, timeZone: 'Europe/Berlin' }).format(at)
    await expect(page.locator('time').first()).toHaveText(here)

    await go(`${account}/users`)
    expect(await cutWords(page, { role: [t('users.roles.user'), t('users.roles.admin')] })).toEqual([])
    await go(`${account}/settings`)
    await page.locator('[name=name]').fill('Alster Voice')
    await submit(page, 'timezone')
    await expect(
      page.getByText(t('messages.duplicate.accountName', { name: 'Alster Voice' })).first(),
    ).toBeVisible()
    // One error alone is told once, at its field.
    await expect(page.locator('[name=name]')).toBeFocused()
    await checkScreen(page, language)
    await page.locator('[name=name]').fill(CUSTOMER)

    await go(account)
    const device = await pathOf(page, 'a[href^="/devices/dev_"]')
    await go(device)
    await go(`${device}/settings`)
    await go('/team')
    const others = [
      `${account}/devices/new`,
      `${account}/accounts/new`,
      '/connection',
      '/connection/credentials',
      '/connection/address',
      '/prove',
      '/team/invite',
      '/sign-in/second',
      await pathOf(page, 'main table a[href^="/team/"]'),
    ]
    // One language is checked in the browser on every screen; for the others the server's texts suffice.
    for (const path of others) await (language === 'de' ? go(path) : read(page, path, language))
    for (const path of ['/devices/dev_AAAAAAAAAAAAAAAAAAAAAA', '/nowhere'])
      expect(await read(page, path, language), path).toContain(t('problem.notFound.title'))
    await world.simulator.fault({ pattern: '/v2/accounts/**', fault: { kind: 'status', status: 502 } })
    await go(account)
    await expect(page.getByText(t('messages.kazoo.unreachable')).first()).toBeVisible()
    await world.simulator.clearFaults()

    expect(complaints).toEqual([])
    await leave()
  })

  // Without script one language other than English suffices: the catalogue's own test proves that each is
  // complete.
  if (language !== 'de') continue
  test(`without script it is ${language} too, including refusals and error pages`, async ({
    browser,
    world,
  }) => {
    const { page, leave } = await readerOf(browser, world, language, false)
    const t = wordsIn(language)
    await page.goto('/sign-in')
    await page.locator('[name=email]').fill(world.owner.email)
    await page.locator('[name=password]').fill('not the password')
    await submit(page, 'password')
    await expect(page.getByText(t('messages.signIn.refused'))).toHaveCount(1)
    await checkScreen(page, language)
    await signIn(page, world)
    await checkScreen(page, language)

    const account = await pathOf(page, `a:text-is("${CUSTOMER}")`)
    await page.goto(account)
    await checkScreen(page, language)
    await expect(page.locator('time').first()).toContainText('UTC')

    await page.goto(`${account}/devices/new`)
    await page.locator('[name=name]').fill('Never made')
    await page.locator('[name=macAddress]').fill('zz')
    await submit(page, 'macAddress')
    await expect(page.getByText(t('rules.device.macAddress')).first()).toBeVisible()
    await expect(page.getByText(t('form.faults', { count: 1 })).first()).toBeVisible()
    await checkScreen(page, language)
    await page.locator('[name=sipUsername]').fill('a b')
    await submit(page, 'macAddress')
    await expect(page.getByText(t('form.faults', { count: 2 })).first()).toBeVisible()

    await page.goto('/devices/dev_AAAAAAAAAAAAAAAAAAAAAA')
    await expect(page.getByText(t('problem.notFound.title')).first()).toBeVisible()
    await checkScreen(page, language)
    await leave()
  })
}

test('an unsupported language gets the reader’s next choice, else English', async ({ browser, world }) => {
  const expected = {
    'nl-NL,nl;q=0.9,fr;q=0.5,en;q=0.3': 'fr',
    'de-AT': 'de',
    'en;q=0.2,es-MX;q=0.9': 'es',
    'ja,ko': 'en',
    '*': 'en',
    'fr;q=0,tlh': 'en',
    ['x'.repeat(4_000)]: 'en',
  }
  for (const [header, language] of Object.entries(expected)) {
    const answer = await fetch(`${world.origin}/sign-in`, { headers: { 'accept-language': header } })
    expect(await answer.text(), header.slice(0, 40)).toContain(`<html lang="${language}"`)
  }
  const context = await browser.newContext({ locale: 'de-DE', baseURL: world.origin })
  await context.addCookies([{ name: 'language', value: 'es', url: world.origin }])
  const page = await context.newPage()
  await page.goto('/sign-in')
  await checkScreen(page, 'es')
  await context.close()
})

test('the same instant is written differently in every language', async ({ atHome: page, world }) => {
  const path = await pathOf(page, `a:text-is("${CUSTOMER}")`)
  const cookie = await cookieOf(page.context())
  const texts = new Set<string>()
  for (const language of LANGUAGES) {
    const { body } = await send(world, { path, headers: { cookie, 'accept-language': LOCALE[language] } })
    texts.add(/<time\b[^>]*>([^<]+)</.exec(body)?.[1] ?? '')
  }
  expect(texts.size).toBe(LANGUAGES.length)
  expect(texts).not.toContain('')
  // In the order of the reader's own country.
  for (const [accepted, written] of [
    ['en-GB,en;q=0.9', /^\d{1,2} [A-Z][a-z]{2,3} \d{4}, \d\d:\d\d$/],
    ['en-US,en;q=0.9', /^[A-Z][a-z]{2,3} \d{1,2}, \d{4}, \d\d:\d\d$/],
  ] as const) {
    const { body } = await send(world, { path, headers: { cookie, 'accept-language': accepted } })
    expect(/<time\b[^>]*>([^<]+)</.exec(body)?.[1]).toMatch(written)
  }
})
