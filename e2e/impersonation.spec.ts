import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { faults } from './support/axe.ts'
import { kazooOf } from './support/kazoo.ts'
import { auditLogOf } from './support/records.ts'
import { cookieOf, send } from './support/send.ts'
import { expectFault, field, openAccount, save, openSettings } from './support/steps.ts'

const VOICE = 'Alster Voice'
const CLINIC = 'Hansa Klinikverbund gGmbH'

/**
 * Impersonates the admin of an account from its page, in two clicks. Lands on the account's devices. Returns
 * the base path.
 */
async function impersonateIn(page: Page, account: string, changes: boolean): Promise<string> {
  await openAccount(page, account)
  await page.getByRole('link', { name: 'View as customer' }).click()
  await expect(page.getByLabel('Reason')).toBeFocused()
  await page.keyboard.type('The phone is silent')
  if (changes) await page.getByRole('checkbox', { name: 'Allow changes' }).check()
  await page.getByRole('button', { name: 'Start impersonation' }).click()
  await page.waitForURL(/\/as\/imp_[\w-]{22}\/accounts\/acc_[\w-]{22}$/)
  await expect(page.getByRole('region', { name: 'Impersonation' })).toContainText(account)
  return new URL(page.url()).pathname.slice(0, '/as/imp_'.length + 22)
}

/** Opens the first device of the list. Returns its name. */
async function firstDevice(page: Page): Promise<string> {
  await page.locator('a[href*="/devices/dev_"]').first().click()
  await page.waitForURL(/\/devices\/dev_[\w-]{22}$/)
  await openSettings(page)
  return field(page, 'Name').inputValue()
}

test('two customers in two tabs beside the member’s own session: every write goes to the account of its tab', async ({
  signedIn: own,
  world,
}) => {
  const kazoo = await kazooOf(world)
  const [voice, clinic] = [await kazoo.account(VOICE), await kazoo.account(CLINIC)]
  const [one, two] = [await own.context().newPage(), await own.context().newPage()]
  const bases = [await impersonateIn(one, VOICE, true), await impersonateIn(two, CLINIC, true)]
  expect(new Set(bases).size).toBe(2)
  await openAccount(own, VOICE)
  const names = [
    await firstDevice(one),
    await firstDevice(two),
    await (async () => {
      await own.locator('a[href^="/devices/dev_"]').nth(1).click()
      await own.waitForURL(/\/devices\/dev_[\w-]{22}$/)
      await openSettings(own)
      return field(own, 'Name').inputValue()
    })(),
  ]
  await expect(one.locator('[data-impersonation]')).toHaveAttribute('data-impersonation', 'changes')
  expect(await faults(one), 'while impersonating').toEqual([])
  const ids = await Promise.all([
    kazoo.device(voice, names[0] ?? ''),
    kazoo.device(clinic, names[1] ?? ''),
    kazoo.device(voice, names[2] ?? ''),
  ])
  await world.simulator.clearRequests()
  const tabs = [one, two, own]
  for (const round of ['first', 'second']) {
    for (const tab of tabs) await field(tab, 'Name').fill(`${round} ${tabs.indexOf(tab)}`)
    for (const tab of tabs.toReversed()) await save(tab)
    await Promise.all(tabs.map((tab) => tab.reload()))
    for (const tab of tabs) await expect(field(tab, 'Name')).toHaveValue(`${round} ${tabs.indexOf(tab)}`)
  }
  const writes = (await world.simulator.requests()).filter(({ method }) => method === 'PATCH')
  expect(writes.map(({ path }) => path.replace(/^\/v2/, '')).toSorted()).toEqual([...ids, ...ids].toSorted())

  // An id of one tab is not found in another, neither by its address nor by its form.
  const foreign = new URL(one.url()).pathname.split('/').at(-1) ?? ''
  await two.goto(`${bases[1]}/devices/${foreign}`)
  await expect(two.getByRole('heading', { level: 1 })).toHaveText('Page not found')
  await own.goto(`/devices/${foreign}`)
  await expect(own.getByRole('heading', { level: 1 })).toHaveText('Page not found')

  const event = (await auditLogOf(world, 'device.edit')).find(({ stage }) => stage === 'began')
  expect(event).toMatchObject({ actor: 'Olivia Owner' })
  await one.getByRole('button', { name: 'Exit', exact: true }).click()
  await one.waitForURL(/\/accounts\/acc_[\w-]{22}$/)
  await expect(one.getByRole('region', { name: 'Impersonation' })).toHaveCount(0)
  await one.goBack()
  await expect(one.getByRole('heading', { name: 'Impersonation ended' })).toBeVisible()
})

test('a read-only impersonation shows no button that changes anything, and a user is impersonated from their own page', async ({
  signedIn: page,
  world,
}) => {
  const account = await openAccount(page, VOICE)
  await page.goto(`${account}/users`)
  await page.locator('a[href^="/users/usr_"]').first().click()
  await page.waitForURL(/\/users\/usr_[\w-]{22}$/)
  const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  await page.getByRole('link', { name: 'View as customer' }).click()
  await page.waitForURL(/\/impersonate$/)
  await page.getByRole('button', { name: 'Start impersonation' }).click()
  await expectFault(page.getByLabel('Reason'), 'Enter a reason. One sentence is enough.')
  await expect(page.getByLabel('Reason')).toBeFocused()
  expect(await faults(page), 'asked for a reason').toEqual([])
  await page.getByLabel('Reason').fill('They cannot hear anybody')
  await page.getByRole('button', { name: 'Start impersonation' }).click()
  await page.waitForURL(/\/as\/imp_/)
  const banner = page.getByRole('region', { name: 'Impersonation' })
  await expect(banner).toContainText(`Viewing as ${name} · ${VOICE}`)
  await expect(banner).toContainText('Read-only · Reason: They cannot hear anybody')
  await expect(page.locator('[data-impersonation]')).toHaveAttribute('data-impersonation', 'readOnly')
  await expect(banner.getByRole('timer')).toHaveText(/^(?:60:00|59:\d\d)60 minutes left$/)
  await expect(page).toHaveTitle(new RegExp(`^Viewing as ${name} · `))
  await expect(page.locator('link[rel="icon"]')).toHaveAttribute('href', /^data:image\/svg/)
  await page.getByRole('button', { name, exact: true }).click()
  await expect(page.getByText('Signed in as Olivia Owner')).toBeVisible()
  await page.keyboard.press('Escape')
  for (const button of ['New device', 'New account', 'New user', 'Edit', 'Save changes'])
    await expect(
      page
        .getByRole('button', { name: button, exact: true, includeHidden: true })
        .or(page.getByRole('link', { name: button, exact: true })),
    ).toHaveCount(0)
  for (const place of ['Team', 'Kazoo connection', 'Profile'])
    await expect(page.getByRole('navigation').getByRole('link', { name: place })).toHaveCount(0)
  const base = /^\/as\/imp_[\w-]{22}/.exec(new URL(page.url()).pathname)?.[0] ?? ''
  for (const path of ['/team', '/connection', '/profile', '/audit', '/brand'])
    expect((await page.request.get(`${base}${path}`)).status(), path).toBe(404)

  const own = await page.context().newPage()
  await own.goto('/impersonations')
  await expect(own.getByRole('row').filter({ hasText: 'They cannot hear anybody' })).toContainText('Active')
  expect(await faults(own), 'who acts as whom').toEqual([])
  await own
    .getByRole('link', { name: `Resume the session as ${name}` })
    .first()
    .click()
  await own.waitForURL(/\/as\/imp_/)
  await expect(own.getByRole('region', { name: 'Impersonation' })).toContainText(name)
  await own.goto('/impersonations')
  await own
    .getByRole('button', { name: /^End the session of Olivia Owner/ })
    .first()
    .click()
  await expect(own.getByRole('row').filter({ hasText: 'They cannot hear anybody' })).toContainText(
    'Ended by an owner',
  )
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Impersonation ended' })).toBeVisible()
  const began = (await auditLogOf(world, 'impersonation.start')).filter(({ stage }) => stage === 'began')
  expect(began.at(-1)).toMatchObject({ actor: 'Olivia Owner', subject: name })
})

test('another spelling of an impersonation’s address leads to the impersonation, never to the member’s own session', async ({
  signedIn: own,
  world,
}) => {
  const base = await impersonateIn(own, VOICE, false)
  const cookie = await cookieOf(own.context())
  const to = async (path: string) => {
    const { status, headers } = await send(world, { path, headers: { cookie } })
    return `${status} ${headers.location ?? ''}`.trim()
  }
  for (const path of [
    base.replace('imp_', '%69mp_'),
    base.replace('/as/', '/%61s/'),
    `/x/..${base}`,
    `/${base}`,
    `${base}.rsc`,
  ])
    expect(await to(path), path).toBe(`308 ${base}`)
  expect(await to(base)).toBe('200')
  for (const path of ['/as/imp_x', '/as/imp_x/me', `${base}%2Fme`, base.toUpperCase()])
    expect(await to(path), path).toMatch(/^40[34]$/)
  await own.goto(base.replace('imp_', '%69mp_'))
  await expect(own).toHaveURL(base)
  await expect(own.getByRole('region', { name: 'Impersonation' })).toContainText(VOICE)
})
