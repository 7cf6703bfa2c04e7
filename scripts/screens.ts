// Takes the screenshots in docs/screens: the main screens of the demo world, light, dark and on a phone.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type BrowserContextOptions, type Page } from '@playwright/test'
import { BROWSER } from '../e2e/support/browser.ts'
import { openTestEnvironment } from '../e2e/support/test-environment.ts'
import { ROOT } from './services/paths.ts'

const DOMAIN = 'phones.kestrel.example'
const FOLDER = join(ROOT, 'docs/screens')
const LOOKS = {
  light: { viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
  dark: { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, colorScheme: 'light' },
} as const satisfies Record<string, BrowserContextOptions>

mkdirSync(FOLDER, { recursive: true })
const world = await openTestEnvironment({ world: 'demo', kazoo: '5.0' })
const browser = await chromium.launch(BROWSER)
try {
  for (const [look, options] of Object.entries(LOOKS)) {
    const context = await browser.newContext({
      ...options,
      baseURL: world.origin,
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
    })
    await walk(await context.newPage(), look)
    await context.close()
  }
} finally {
  await browser.close()
  await world.stop()
}

async function walk(page: Page, look: string): Promise<void> {
  const shoot = async (name: string) => {
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: join(FOLDER, `${name}-${look}.png`) })
  }
  await page.goto('/trial')
  await shoot('trial')
  await page.goto('/sign-in')
  await shoot('sign-in')
  await page.getByLabel('E-mail').fill(world.owner.email)
  await page.getByLabel('Password', { exact: true }).fill(world.owner.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Accounts' }).waitFor()
  await page.getByRole('button', { name: 'Expand Alster Voice' }).click()
  await page.getByRole('row', { level: 3 }).first().waitFor()
  await shoot('tree')
  await page.getByRole('link', { name: 'Alster Voice', exact: true }).click()
  await page.locator('a[href^="/devices/dev_"]').first().waitFor()
  await shoot('account')
  const account = new URL(page.url()).pathname
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('option').first().waitFor()
  await shoot('palette')
  await page.keyboard.press('Escape')
  await page.locator('a[href^="/devices/dev_"]').first().click()
  await page.getByRole('heading', { name: 'Status' }).waitFor()
  await shoot('device')
  const visit = async (path: string, name: string) => {
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await shoot(name)
  }
  await visit(`${account}/users`, 'users')
  const user = (await page.locator('main table a[href^="/users/"]').first().getAttribute('href')) ?? ''
  await visit(user, 'user')
  for (const name of ['connection', 'team', 'profile']) await visit(`/${name}`, name)
  await dress(page)
  await shoot('brand')
  await openDomain(page)
  await page.getByRole('heading', { level: 1, name: DOMAIN }).waitFor()
  await shoot('domain')
  await page.goto(`${user}/impersonate`)
  await page.getByLabel('Reason').fill('Their phone is silent since this morning')
  await page.getByRole('button', { name: 'Start impersonation' }).click()
  await page.waitForURL(/\/as\/imp_/)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await shoot('impersonation')
  await visit('/audit', 'audit')
}

/** A brand whose colours are being edited. */
async function dress(page: Page): Promise<void> {
  await page.goto('/brand')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Kestrel Telecom')
  await page.getByRole('textbox', { name: 'Primary colour', exact: true }).fill('#7b1e5c')
  await page.getByRole('textbox', { name: 'Accent colour', exact: true }).fill('#f2b8e0')
}

/** A custom domain that waits for its DNS records. */
async function openDomain(page: Page): Promise<void> {
  await page.goto('/brand/domains')
  const link = page.getByRole('link', { name: DOMAIN })
  if (await link.isVisible()) return link.click()
  await page.goto('/brand/domains/new')
  await page.getByLabel('Domain').fill(DOMAIN)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
}
