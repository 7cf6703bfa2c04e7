// A page that was loaded before a deployment: the server no longer has its actions.
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { kazooOf } from './support/kazoo.ts'
import { fillSignIn } from './support/visits.ts'
import { field, openAccount, openDeviceForm, save } from './support/steps.ts'

const VOICE = 'Alster Voice'
const FOUND = 'The portal was updated.'
const LOADED = 'Your input was restored after the update'
/** The name that an action has in another build. */
const OLD_ACTION = '40c0ffee00'.padEnd(42, '0')

/** Turns this page into one of an older version: the server answers its actions as after a deployment. */
async function outdate(page: Page): Promise<void> {
  await page.route('**/*', async (route) => {
    const headers = route.request().headers()
    await route.continue(
      'next-action' in headers ? { headers: { ...headers, 'next-action': OLD_ACTION } } : {},
    )
  })
}

/** Reloads the page with the button that it offers. The browser must not ask as well. */
async function reload(page: Page): Promise<void> {
  page.on('dialog', (dialog) => {
    throw new Error(`asked: ${dialog.message()}`)
  })
  await page.unrouteAll()
  const loaded = page.waitForEvent('load')
  await page.getByRole('button', { name: 'Reload' }).first().click()
  await loaded
  page.removeAllListeners('dialog')
}

const alert = (page: Page, sentence: string) => page.getByRole('alert').filter({ hasText: sentence })
const stored = (page: Page) => page.evaluate(() => Object.entries(sessionStorage).flat().join('\n'))

test('values typed into a form are back on the page of the new version, but no secret', async ({
  signedIn: page,
  world,
}) => {
  const kazoo = await kazooOf(world)
  const sip = { username: 'outdated', password: 'outdated-password' }
  await kazoo.put(`${await kazoo.account(VOICE)}/devices`, {
    name: 'Outdated',
    sip,
    device_type: 'softphone',
  })
  await openDeviceForm(page, VOICE, 'Outdated')
  await field(page, 'Name').fill('Typed before')
  await page.getByRole('switch', { name: 'Enabled' }).uncheck()
  await page.getByRole('combobox', { name: 'Owner' }).selectOption({ index: 1 })
  const owner = await page.getByRole('combobox', { name: 'Owner' }).inputValue()
  await page.getByRole('switch', { name: 'Forward calls' }).check()
  await field(page, 'Forward to').fill('+4940555')
  await field(page, 'New SIP password').fill('a-secret-of-before')
  await world.simulator.clearRequests()
  await outdate(page)
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(alert(page, FOUND)).toBeFocused()
  await expect(alert(page, FOUND)).toContainText('Nothing was saved.')
  await expect(field(page, 'New SIP password')).toHaveValue('a-secret-of-before')

  await reload(page)
  await expect(alert(page, LOADED)).toBeFocused()
  await expect(field(page, 'Name')).toHaveValue('Typed before')
  await expect(page.getByRole('switch', { name: 'Enabled' })).not.toBeChecked()
  await expect(page.getByRole('combobox', { name: 'Owner' })).toHaveValue(owner)
  await expect(page.getByRole('switch', { name: 'Forward calls' })).toBeChecked()
  await expect(field(page, 'Forward to')).toHaveValue('+4940555')
  await expect(field(page, 'New SIP password')).toHaveValue('')
  expect(await stored(page), 'it is taken once').not.toContain('Typed before')
  expect((await world.simulator.requests()).filter(({ write }) => write)).toEqual([])
  await save(page)
  const written = (await world.simulator.requests()).find(({ write }) => write)
  expect(written?.body).toMatchObject({ data: { name: 'Typed before', enabled: false } })
  await page.reload()
  await expect(field(page, 'Name')).toHaveValue('Typed before')
  await expect(alert(page, LOADED)).toHaveCount(0)
})

test('no secret is stored for the reload, and another page clears the stored values', async ({
  signedIn: page,
}) => {
  await openAccount(page, VOICE)
  await page.getByRole('link', { name: 'New device' }).click()
  await field(page, 'Name').fill('Half a phone')
  await field(page, 'SIP password').fill('a-secret-half-typed')
  await outdate(page)
  await page.getByRole('button', { name: 'Create device' }).click()
  await expect(alert(page, FOUND)).toBeFocused()
  // The event of the button, but the page stays.
  await page.evaluate(() => dispatchEvent(new Event('portal:reloading')))
  expect(await stored(page)).toContain('Half a phone')
  expect(await stored(page)).not.toContain('a-secret-half-typed')
  await page.unrouteAll()
  page.on('dialog', (dialog) => void dialog.accept())
  await page.goto('/profile')
  await expect(field(page, 'Name')).toBeVisible()
  await expect.poll(() => stored(page)).not.toContain('Half a phone')
})

test('read actions report a new version too: a branch of the tree, and a secret', async ({
  signedIn: page,
}) => {
  await page.goto('/')
  await outdate(page)
  await page.getByRole('treegrid').getByRole('button', { name: /^Show/ }).first().click()
  await expect(page.getByRole('treegrid').getByText(FOUND)).toBeVisible()
  await reload(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Accounts' })).toBeVisible()
  await openDeviceForm(page, VOICE)
  await outdate(page)
  await page.getByRole('button', { name: 'Reveal' }).click()
  await expect(page.getByText(FOUND)).toBeVisible()
  await reload(page)
  await expect(page.getByText(FOUND)).toHaveCount(0)
})

test('signing in on an outdated page keeps the address, and asks for the password again', async ({
  page,
  world,
}) => {
  await page.goto('/sign-in')
  await fillSignIn(page, world.owner)
  await outdate(page)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(alert(page, FOUND)).toBeFocused()
  await reload(page)
  await expect(page.getByLabel('E-mail')).toHaveValue(world.owner.email)
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('')
  await page.getByLabel('Password', { exact: true }).fill(world.owner.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Accounts' })).toBeVisible()
})
