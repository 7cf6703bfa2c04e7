import { expect, test } from './fixtures.ts'
import { faults } from './support/axe.ts'
import { kazooOf } from './support/kazoo.ts'
import {
  escapeFrom,
  expectSaved,
  field,
  openAccount,
  openDevice,
  openSettings,
  typeAhead,
} from './support/steps.ts'

const VOICE = 'Alster Voice'

test('sign-in and a refused sign-in are accessible', async ({ page }) => {
  await page.goto('/sign-in')
  expect(await faults(page)).toEqual([])
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Enter your password.' })).toBeVisible()
  expect(await faults(page)).toEqual([])
  await page.goto('/nowhere')
  expect(await faults(page)).toEqual([])
})

test('the account tree is accessible', async ({ atHome: page }) => {
  await page.getByRole('button', { name: `Expand ${VOICE}` }).click()
  await expect(page.locator('tr[aria-level="3"] a').first()).toBeVisible()
  expect(await faults(page), 'tree').toEqual([])
  await page.getByRole('button', { name: 'Olivia Owner' }).click()
  expect(await faults(page), 'who I am').toEqual([])
})

test('the lists are accessible, also with names that are far too long', async ({ signedIn: page, world }) => {
  const kazoo = await kazooOf(world)
  const name = `10 ${'Rhabarberbarbarabarbarbarenbartbarbier'.repeat(3)}`.slice(0, 128)
  const long = await kazoo.put(kazoo.own, { name })
  const devices = `/accounts/${String(long['id'])}/devices`
  await kazoo.put(devices, {
    name: 'W'.repeat(128),
    device_type: 'sip_device',
    mac_address: '00:15:65:dd:00:01',
  })
  await kazoo.put(devices, { name: 'A mobile', device_type: 'cellphone', enabled: false })
  const account = await openAccount(page, name)
  expect(await faults(page), 'account').toEqual([])
  await page.goto(`${account}?q=nothing-at-all`)
  expect(await faults(page), 'no match').toEqual([])
  // The last of many pages, with few rows.
  await page.goto(`${await openAccount(page, 'Hansa Klinikverbund gGmbH')}?q=2&page=99`)
  await expect(page.getByRole('link', { name: 'Previous' })).toBeVisible()
  expect(await faults(page), 'many devices').toEqual([])
})

test('the account forms and their error messages are accessible', async ({ signedIn: page }) => {
  const account = await openAccount(page, VOICE)
  await page.goto(`${account}/settings`)
  expect(await faults(page), 'edit account').toEqual([])
  await page.goto(`${account}/accounts/new`)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByRole('alert').first()).toContainText('Enter an account name.')
  expect(await faults(page), 'new account, refused').toEqual([])
})

test('the device forms, their dialogs, and an error page are accessible', async ({
  signedIn: page,
  world,
}) => {
  const account = await openAccount(page, VOICE)
  await page.goto(`${account}/devices/new`)
  expect(await faults(page), 'new device').toEqual([])
  await openDevice(page, VOICE)
  expect(await faults(page), 'device').toEqual([])
  await openSettings(page)
  expect(await faults(page), 'device form').toEqual([])
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(page.getByRole('alertdialog')).toBeVisible()
  expect(await faults(page), 'question').toEqual([])
  await escapeFrom(page.getByRole('alertdialog'))
  await world.simulator.fault({ pattern: '/v2/**', fault: { kind: 'status', status: 502 } })
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'A service isn’t responding' })).toBeVisible()
  expect(await faults(page), 'a dependency failing').toEqual([])
})

test('the keyboard suffices from sign-in to a changed device', async ({ page, world }) => {
  const { keyboard } = page
  /** Presses Tab until this has the focus, and checks that the focus is visible. */
  async function reach(
    role: 'textbox' | 'link' | 'button' | 'switch' | 'row',
    name: string | RegExp,
  ): Promise<void> {
    const control = page.getByRole(role, { name, exact: typeof name === 'string' }).first()
    await expect(control).toBeVisible()
    for (let step = 0; step < 80; step++) {
      if (await control.evaluate((element) => element === document.activeElement)) {
        const outlined = await control.evaluate((element) => {
          const { outlineStyle, boxShadow, borderColor } = getComputedStyle(element)
          return outlineStyle !== 'none' || boxShadow !== 'none' || borderColor !== ''
        })
        expect(outlined, String(name)).toBe(true)
        return
      }
      await keyboard.press('Tab')
    }
    throw new Error(`the tab key does not lead to ${String(name)}`)
  }

  await page.goto('/sign-in')
  await reach('textbox', 'E-mail')
  await keyboard.type(world.owner.email)
  await reach('textbox', 'Password')
  await keyboard.type(world.owner.password)
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Accounts' })).toBeVisible()

  await keyboard.press('Tab')
  await reach('link', 'Skip to content')
  await keyboard.press('Enter')
  await reach('row', /Nordlicht Telekom/)
  await typeAhead(page.getByRole('row', { name: VOICE }), 'alster')
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: VOICE })).toBeVisible()

  const phone = (await page.locator('a[href^="/devices/dev_"]').first().textContent()) ?? ''
  await keyboard.press('/')
  await keyboard.type(phone)
  // The rows of a part of the text may be shown before.
  await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe(phone)
  await reach('row', new RegExp(phone.replaceAll(/[^\w ]/g, '.')))
  await keyboard.press('Enter')
  await page.waitForURL(/\/devices\/dev_/)

  await expect(page.getByRole('link', { name: 'Settings', exact: true })).toBeVisible()
  await reach('link', 'Settings')
  await keyboard.press('Enter')
  await expect(field(page, 'Internal name')).toBeVisible()
  await reach('textbox', 'Internal name')
  await keyboard.press('ControlOrMeta+a')
  await keyboard.type('By keyboard')
  await keyboard.press('Enter')
  await expectSaved(page)
  await reach('button', 'Delete')
  await keyboard.press('Enter')
  const dialog = page.getByRole('alertdialog')
  await escapeFrom(dialog)
  await expect(page.getByRole('button', { name: 'Delete', exact: true })).toBeFocused()
})
