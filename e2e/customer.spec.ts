// Customers on their provider's own domain: sign-in, their pages, and their changes.
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { faults } from './support/axe.ts'
import { ownHost } from './support/brand.ts'
import { kazooOf } from './support/kazoo.ts'
import { leaks } from './support/leaks.ts'
import { startRecorder } from './support/recorder.ts'
import { auditLogOf } from './support/records.ts'
import { sendSignIn } from './support/visits.ts'
import { expectFault, field, expectSaved } from './support/steps.ts'

test.use({ apart: 'customer' })

const BAKERY = 'Bäckerei Vogel GmbH'
const USER = { username: 'hanno.vogel', password: 'Vogel-User-1' }
const ADMIN = { username: 'greta.vogel', password: 'Vogel-Admin-1' }
const FRESH = 'nine-quiet-harbour-cranes'

async function typeIn(page: Page, who: { username: string; password: string }): Promise<void> {
  await field(page, 'Account').fill(BAKERY)
  await field(page, 'Username').fill(who.username)
  await page.getByLabel('Password', { exact: true }).fill(who.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

test('a customer signs in on their provider’s domain, forwards calls, sets voicemail and password, and reaches nothing else', async ({
  browser,
  world,
}) => {
  const origin = await ownHost(world, 'acme.localhost')
  const kazoo = await kazooOf(world)
  const account = await kazoo.account(BAKERY)
  const users = await kazoo.list(`${account}/users?paginate=false`)
  const hanno = String(users.find(({ username }) => username === USER.username)?.['id'])
  await kazoo.patch(`${account}/users/${hanno}`, { require_password_update: true })
  await kazoo.put(`${account}/vmboxes`, { name: 'Hanno', mailbox: '8801', owner_id: hanno })
  const recorder = await startRecorder('customer')
  const proxy = { server: recorder.server }
  const page = await (await browser.newContext({ baseURL: origin, proxy })).newPage()

  // Trials start on the portal's own host: a provider's customers do not see our brand.
  for (const path of ['/trial', '/trial/sent']) {
    await page.goto(path)
    expect(new URL(page.url()).pathname).toBe('/sign-in')
  }
  await page.goto('/me')
  expect(new URL(page.url()).search).toBe('?next=%2Fme')
  expect(await faults(page), 'way in').toEqual([])
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expectFault(field(page, 'Username'), 'Enter your username.')
  await typeIn(page, { ...USER, password: 'wrong' })
  await expect(
    page.getByRole('alert').filter({ hasText: 'Incorrect account, username or password.' }),
  ).toBeVisible()
  await expect(field(page, 'Account')).toHaveValue(BAKERY)
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('')
  await world.simulator.clearRequests()
  await typeIn(page, USER)

  // Kazoo requires a new password: until then every address leads to that page.
  const first = page.getByRole('heading', { level: 1, name: 'Set a new password' })
  await expect(first).toBeVisible()
  await page.goto('/')
  await expect(first).toBeVisible()
  expect(await faults(page), 'password first').toEqual([])
  await page.getByLabel('Current password').fill(USER.password)
  await page.getByLabel('New password').fill('hanno-at-home-99')
  await page.getByRole('button', { name: 'Change password' }).click()
  await expectFault(page.getByLabel('New password'), 'Don’t use your name, e-mail address or company name')
  await page.getByLabel('Current password').fill(USER.password)
  await page.getByLabel('New password').fill(FRESH)
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByText('Password changed.')).toBeVisible()

  await expect(page.getByRole('heading', { level: 1, name: 'Hanno Vogel' })).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link')).toHaveText(['My phone'])
  expect(await faults(page), 'my phone').toEqual([])
  await recorder.capture(page)
  const calls = page.getByRole('region', { name: 'Calls' })
  await calls.getByRole('switch', { name: 'Forward calls' }).click()
  await calls.getByRole('button', { name: 'Save changes' }).click()
  await expectFault(field(page, 'Forward to'), 'or turn call forwarding off')
  await field(page, 'Forward to').fill('+4940987654')
  await calls.getByRole('button', { name: 'Save changes' }).click()
  await expectSaved(page)
  const box = page.getByRole('region', { name: 'Voicemail 8801' })
  await box.getByLabel('PIN', { exact: true }).fill('4711')
  await box.getByRole('checkbox', { name: 'Skip greeting' }).check()
  await box.getByRole('button', { name: 'Save changes' }).click()
  await expectSaved(page)
  expect(await kazoo.get(`${account}/users/${hanno}`)).toMatchObject({
    call_forward: { enabled: true, number: '+4940987654' },
    require_password_update: false,
  })

  for (const path of ['/connection', '/team', '/audit', '/profile', '/impersonations'])
    expect((await page.goto(path))?.status(), path).toBe(403)
  const token = new Set<unknown>()
  for (const { path, headers } of await world.simulator.requests()) {
    if (/\/(user_auth|auth|tree|search)$/.test(path)) continue
    token.add(headers['x-auth-token'])
    expect(path).toContain(`/v2${account}`)
    expect(path.split('/users/')[1]?.slice(0, 32) ?? hanno).toBe(hanno)
  }
  expect(token.size).toBeGreaterThan(1)
  expect((await auditLogOf(world, 'selfService.forward')).map(({ actor, stage }) => [actor, stage])).toEqual([
    ['Hanno Vogel', 'began'],
    ['Hanno Vogel', 'done'],
  ])

  // Signs out, and in again as the account's admin: they see the devices of their account. The team has
  // its own form.
  await page.goto('/me')
  await page.getByRole('button', { name: 'Hanno Vogel' }).click()
  await expect(page.getByText('User at Nordlicht Telekom')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Profile' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(/\/sign-in/)
  await typeIn(page, ADMIN)
  await expect(page.getByRole('heading', { level: 1, name: BAKERY })).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link')).toHaveText([
    'Devices',
    'Users',
    'Accounts',
    'My phone',
  ])
  await recorder.capture(page)
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Staff sign-in' }).click()
  await expect(page).toHaveURL(/\/sign-in\/team$/)
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await page.getByRole('link', { name: 'Back to sign-in' }).click()
  await expect(page).toHaveURL(/\/sign-in\/team$/)
  await sendSignIn(page, world.owner)
  await expect(page.getByRole('link', { name: 'Alster Voice', exact: true })).toBeVisible()
  expect(
    leaks([...recorder.sent, { where: 'the log', text: world.log() }], await world.simulator.canaries()),
  ).toEqual([])
  await page.context().close()
  recorder.close()
})
