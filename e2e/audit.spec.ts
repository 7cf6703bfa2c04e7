import { readFile } from 'node:fs/promises'
import { expect, signIn, test } from './fixtures.ts'
import { postOf, replay } from './support/forged.ts'
import { faults } from './support/axe.ts'
import { kazooOf } from './support/kazoo.ts'
import { addMember, ageProofs } from './support/records.ts'
import { cookieOf, send } from './support/send.ts'
import {
  escapeFrom,
  expectSaved,
  field,
  openAccount,
  openDeviceForm,
  openSettings,
  toasts,
} from './support/steps.ts'

const VOICE = 'Alster Voice'

test('a change is undone from its confirmation, and what was changed since is told', async ({
  signedIn: page,
  world,
}) => {
  const kazoo = await kazooOf(world)
  await openDeviceForm(page, VOICE)
  const name = field(page, 'Name')
  const before = await name.inputValue()
  const device = await kazoo.device(await kazoo.account(VOICE), before)
  await name.fill('Undone soon')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(toasts(page).getByText('Undone soon saved.')).toBeVisible()
  // A toast is a dialog that covers nothing: the keys of the page work.
  await page.keyboard.press('ControlOrMeta+k')
  const palette = page.getByRole('dialog', { name: 'Command menu' })
  await escapeFrom(palette)
  await toasts(page).getByRole('button', { name: 'Undo' }).click()
  await expect(toasts(page).getByText(`Change to ${before} undone.`)).toBeVisible()
  await expect(name).toHaveValue(before)
  await expect(page.getByRole('heading', { level: 1, name: before })).toBeVisible()

  await name.fill('Changed again')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(toasts(page).getByText('Changed again saved.')).toBeVisible()
  await kazoo.patch(device, { name: 'By somebody else' })
  await toasts(page).getByRole('button', { name: 'Undo' }).click()
  await expect(toasts(page).getByText(/same fields have been changed since/)).toBeVisible()
  expect((await kazoo.get(device))['name']).toBe('By somebody else')
})

test('a change is found in the audit log with values before and after, is reverted there, and is exported', async ({
  signedIn: page,
  world,
}) => {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const device = await openDeviceForm(page, VOICE)
  const before = await field(page, 'Name').inputValue()
  await field(page, 'Name').fill('=Lantern')
  await press('Save changes')
  await expectSaved(page)

  // The latest events stand on the device's page, more on a page of their own, all in the audit log.
  await page.goto(device)
  const history = page.getByRole('region', { name: 'History' })
  await expect(history.getByRole('listitem').first()).toContainText(`Name: ${before} → =Lantern`)
  await history.getByRole('link', { name: 'View all' }).click()
  await page.waitForURL(`**${device}/history`)
  await expect(page.getByRole('heading', { level: 1, name: '=Lantern' })).toBeVisible()
  await expect(history.getByRole('listitem').first()).toContainText(`Name: ${before} → =Lantern`)
  await history.getByRole('link', { name: 'Open in audit log' }).click()
  await expect(page.getByText('Only events for =Lantern')).toBeVisible()
  expect(await faults(page)).toEqual([])

  await page.keyboard.press('g')
  await page.keyboard.press('l')
  await page.waitForURL(/\/audit$/)
  await page.getByRole('searchbox', { name: 'Search the audit log' }).fill('=lantern')
  await press('Search')
  await page.waitForURL(/\/audit\?q=/)
  await page.getByText('What', { exact: true }).first().click()
  await page.getByRole('link', { name: 'Devices', exact: true }).click()
  await page.waitForURL(/\/audit\?.*verb=device/)
  await page.getByRole('link', { name: 'Today', exact: true }).click()
  await page.waitForURL(/\/audit\?.*from=/)
  await expect(page.getByRole('list', { name: 'Active filters' }).getByRole('link')).toHaveText([
    'When: Today',
    'What: Devices',
    'Contains: =lantern',
    'Clear filters',
  ])
  await expect(page.getByRole('rowheader')).toHaveText(['Today'])
  await expect(page.getByText('1 event', { exact: true })).toBeVisible()
  const file = page.waitForEvent('download')
  await press('CSV')
  const csv = await readFile(await (await file).path(), 'utf8')
  expect(csv.trimEnd().split('\r\n')).toHaveLength(2)
  expect(csv).toMatch(/,Olivia Owner,member,.*,device\.edit,device,.*name: =Lantern/)

  const row = page.getByRole('row').filter({ hasText: '=Lantern' })
  await row.getByRole('link', { name: before, exact: true }).click()
  await expect(page).toHaveURL(device)
  await page.goBack()
  await row.getByRole('link', { name: 'Device changed', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Device changed' })).toBeVisible()
  await expect(page.getByRole('row', { name: `Name ${before} =Lantern` })).toBeVisible()
  expect(await faults(page)).toEqual([])
  await page.getByRole('link', { name: 'Revert…' }).click()
  await expect(page.getByRole('row', { name: `Name =Lantern ${before}` })).toBeVisible()
  const posted = await postOf(page, () => press('Revert'))
  await expect(page.getByText('Change reverted. The audit log has a new event for it.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'another event' })).toBeVisible()
  await page.goto(device)
  await expect(page.getByRole('heading', { level: 1, name: before })).toBeVisible()

  // Nothing is left to revert a second time.
  const own = {
    origin: world.origin,
    'sec-fetch-site': 'same-origin',
    cookie: await cookieOf(page.context()),
  }
  expect((await replay(world, posted, own)).body).toContain(
    'Nothing was reverted. Everything already has its previous value.',
  )
})

test('a user edit with a hot desk PIN is reverted except for the PIN, which is named with the reason', async ({
  signedIn: page,
}) => {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  await page.goto(`${await openAccount(page, VOICE)}/users`)
  await page.locator('a[href^="/users/usr_"]').first().click()
  await page.waitForURL(/\/users\/usr_[\w-]{22}$/)
  await openSettings(page)
  const before = await field(page, 'First name').inputValue()
  await field(page, 'First name').fill('Lantern')
  await page.getByRole('switch', { name: 'Allow hot desking' }).check()
  await page.getByLabel('Hot desk PIN').fill('836492')
  await press('Save changes')
  await expectSaved(page)

  await page.goto('/audit?verb=user.edit')
  await page
    .getByRole('link', { name: /^Revert… User changed/ })
    .first()
    .click()
  await expect(page.getByRole('row', { name: `First name Lantern ${before}` })).toBeVisible()
  const pin = page.getByRole('row', { name: 'Hot desk PIN The previous value of a secret isn’t stored.' })
  await expect(pin).toBeVisible()
  expect(await faults(page)).toEqual([])
  await press('Revert')
  await expect(page.getByText('Change reverted. The audit log has a new event for it.')).toBeVisible()
  await page.getByRole('link', { name: 'another event' }).click()
  await expect(page.getByRole('heading', { name: 'Not reverted' })).toBeVisible()
  await expect(pin).toBeVisible()
  await expect(page.getByRole('row', { name: `First name Lantern ${before}` })).toBeVisible()
  expect(await faults(page)).toEqual([])
})

test('the owner sets retention and forwarding after a step-up; other roles cannot', async ({
  signedIn: page,
  browser,
  world,
}) => {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  await page.goto('/audit')
  await page.getByRole('link', { name: 'Retention and forwarding' }).click()
  await field(page, 'Days').fill('30')
  await press('Save')
  await expect(page.getByText('Enter 90 days or more, or leave the field blank.').first()).toBeVisible()
  await field(page, 'Days').fill('400')
  await ageProofs(world, world.owner.email)
  await press('Save')
  await field(page, 'Password').fill(world.owner.password)
  await press('Continue')
  await expect(page.getByText('Retention saved. Older events are deleted within an hour.')).toBeVisible()
  await expect(field(page, 'Days')).toHaveValue('400')
  await field(page, 'Address').fill('https://10.0.0.1/hook')
  await field(page, 'Secret').fill('a secret of both sides')
  await press('Save destination')
  await expect(page.getByText('The destination isn’t allowed or isn’t responding.').first()).toBeVisible()
  await field(page, 'Address').fill('https://hook.invalid/trail')
  await field(page, 'Secret').fill('a secret of both sides')
  await press('Save destination')
  await expect(page.getByText('New events are sent there.')).toBeVisible()
  expect(await faults(page)).toEqual([])
  const sends = [await postOf(page, () => press('Send test event')), await postOf(page, () => press('Save'))]

  const other = await (await browser.newContext({ baseURL: world.origin })).newPage()
  await signIn(other, world, await addMember(world, 'support', 'Sven Support'))
  await expect(other.getByRole('link', { name: 'Audit log' })).toHaveCount(0)
  const cookie = await cookieOf(other.context())
  const sameOrigin = { origin: world.origin, 'sec-fetch-site': 'same-origin', cookie }
  for (const path of ['/audit', '/audit/settings'])
    expect((await send(world, { path, headers: { cookie } })).body, path).toContain(
      'Your role doesn’t allow this',
    )
  const form = { ...sameOrigin, 'content-type': 'application/x-www-form-urlencoded' }
  const exported = { method: 'POST', path: '/audit/export', headers: form, body: 'format=csv' }
  expect((await send(world, exported)).status).toBe(403)
  for (const posted of sends)
    expect((await replay(world, posted, sameOrigin)).body).toContain('Your role doesn’t allow this.')

  // An owner is not told to ask an owner for what no member of the team can open.
  const owner = { cookie: await cookieOf(page.context()) }
  const refused = await send(world, { path: '/me', headers: owner })
  expect(refused.status).toBe(403)
  expect(refused.body).toContain('This is for your customers’ users, and you’re signed in as a team member.')
  expect(refused.body).not.toContain('Ask an owner')
})

test('without script the audit log is read, filtered and exported; it fits a phone', async ({
  withoutScript: page,
  world,
}) => {
  await signIn(page, world)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/audit?q=nothing-like-this&from=2026-13-01')
  await expect(page.getByText('Part of this link isn’t valid and is ignored: From')).toBeVisible()
  await expect(page.getByText('No matching events')).toBeVisible()
  await page.getByRole('link', { name: 'Remove filter Contains: nothing-like-this' }).click()
  await page.waitForURL(/\/audit$/)
  await page.getByText('Outcome', { exact: true }).click()
  await page.getByRole('link', { name: 'Failed', exact: true }).click()
  await page.waitForURL(/\/audit\?outcome=failed$/)
  await page.getByRole('link', { name: 'Clear filters' }).first().click()
  await page.waitForURL(/\/audit$/)
  const wide = await page.evaluate('document.documentElement.scrollWidth')
  expect(wide).toBeLessThanOrEqual(390)
  const file = page.waitForEvent('download')
  await page.getByRole('button', { name: 'JSON Lines' }).click()
  const lines = (await readFile(await (await file).path(), 'utf8')).trimEnd().split('\n')
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ verb: 'audit.export', who: { name: 'Olivia Owner' } })
})
