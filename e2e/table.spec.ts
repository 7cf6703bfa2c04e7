import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { escapeFrom, toasts } from './support/steps.ts'
import { waitForRest } from './support/wait-for-rest.ts'
import { nodes } from './support/timing.ts'
import { CAMPUS, VILLAGE, filter, findInTree } from './support/wholesale.ts'

test.use({ worldName: 'large' })

const rows = (page: Page): Locator => page.locator('[data-row]')

async function openFromTree(page: Page, name: string): Promise<string> {
  await (await findInTree(page, name)).click()
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()
  return new URL(page.url()).pathname
}

/**
 * The address of the village in each session: opening it through the tree is slow, and an id lives as long as
 * its session.
 */
const villages = new Map<string, string>()

async function openVillage(page: Page): Promise<string> {
  const session = (await page.context().cookies()).find(({ name }) => name === 'portal')?.value ?? ''
  const path = villages.get(session)
  if (path === undefined) {
    villages.set(session, await openFromTree(page, VILLAGE))
  } else {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name: VILLAGE, exact: true })).toBeVisible()
  }
  return new URL(page.url()).pathname
}

test('a long page keeps its place: the last row is reachable, and the filter stays in the address', async ({
  signedIn: page,
}) => {
  const account = await openVillage(page)
  await page.goto(`${account}?page=all`)
  const grid = page.getByRole('grid', { name: 'Devices' })
  await expect(grid).toHaveAttribute('aria-rowcount', '2001')
  await page.locator('[data-row][tabindex="0"]').focus()
  await page.keyboard.press('End')
  await expect(rows(page).last()).toBeFocused()
  await expect(rows(page).last()).toHaveAttribute('aria-rowindex', '2001')
  await page.keyboard.press('Home')
  await expect(rows(page).first()).toBeFocused()
  await expect(rows(page).first()).toHaveAttribute('aria-rowindex', '2')

  await page.getByRole('link', { name: 'Name', exact: true }).click()
  await expect(page).toHaveURL(/\?dir=desc&page=all$/)
  await expect(page.getByText('Sorted by Name, descending.')).toBeAttached()
  await filter(page).fill('an')
  await expect(page).toHaveURL(/q=an&dir=desc&page=all$/)
  const counts = await page.getByText(/^[\d,]+ of 2,000 match$/).textContent()
  const first = await rows(page).first().textContent()
  // The server agrees.
  await page.reload()
  await expect(page.getByText(counts ?? '', { exact: true })).toBeVisible()
  await expect(rows(page).first()).toHaveText(first ?? '')
  await page.goBack()
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending')
  // By keyboard: rows are measured when they first become visible, which moves those below from under a fast
  // pointer.
  await page.getByRole('link', { name: 'Show pages' }).press('Enter')
  await expect(page.getByText(/^1–50 of /)).toBeVisible()
})

test('the filter of a page with 2,000 rows sends no request, and keeps few nodes', async ({
  signedIn: page,
}) => {
  // Links prefetch with the page, or with the next change of the address, not with the filter.
  await waitForRest(page, () => openVillage(page))
  await waitForRest(page, async () => {
    await page.getByRole('link', { name: 'Show all', exact: true }).click()
    await expect(page).toHaveURL(/\?page=all$/)
    await expect(page.getByText('1–2,000 of 2,000')).toBeVisible()
  })
  const sent: string[] = []
  page.on('request', (request) => void sent.push(request.url()))
  expect(await nodes(page)).toBeLessThan(3000)
  await filter(page).pressSequentially('er')
  await expect(page.getByText(/^[\d,]+ of 2,000 match$/)).toBeVisible()
  expect(await nodes(page)).toBeLessThan(3000)
  // The browser itself requests the icon whenever the address changes.
  expect(sent.filter((url) => !url.includes('/brand-images/mark.svg'))).toEqual([])
})

test('20,000 devices are paged by the server: few nodes, every page by its link, the filter over all of them', async ({
  signedIn: page,
}) => {
  const account = await openFromTree(page, CAMPUS)
  await expect(page.getByText('1–50 of 20,000')).toBeVisible()
  // Their registrations exceed one answer; the online state is complete all the same.
  await expect(page.getByText(/^20,000 devices: 1\d,\d{3} online, /)).toBeVisible()
  await expect(rows(page)).toHaveCount(50)
  expect(await nodes(page)).toBeLessThan(3000)

  await expect(page.getByRole('link', { name: 'Show all', exact: true })).toHaveCount(0)
  await page.getByRole('link', { name: 'Next' }).click()
  await expect(page.getByText('51–100 of 20,000')).toBeVisible()
  await page.goto(`${account}?page=400`)
  await expect(page.getByText('19,951–20,000 of 20,000')).toBeVisible()
  // Too long to be sent as a whole: asking for all of it shows its first page.
  await page.goto(`${account}?page=all`)
  await expect(page.getByText('1–50 of 20,000')).toBeVisible()
  expect(await nodes(page)).toBeLessThan(3000)

  await filter(page).press('a')
  await expect(page.getByText(/^[\d,]+ of 20,000 match$/)).toBeVisible()
  await expect(page).toHaveURL(/\?page=all&q=a|\?q=a/)
})

test('keys move through the rows, enter and leave one, select, open and cancel', async ({
  signedIn: page,
}) => {
  await openVillage(page)
  await page.keyboard.press('/')
  await expect(filter(page)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(rows(page).nth(0)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(rows(page).nth(2)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(rows(page).nth(1)).toBeFocused()
  await page.keyboard.press('PageDown')
  await expect(rows(page).nth(16)).toBeFocused()
  await page.keyboard.press('End')
  await expect(rows(page).nth(49)).toBeFocused()
  await page.keyboard.press('Home')
  await expect(rows(page).nth(0)).toBeFocused()
  // There is always one tab stop, in any row.
  await expect(page.locator('[data-row][tabindex="0"]')).toHaveCount(1)
  await page.keyboard.press('Space')
  await expect(rows(page).nth(0)).toHaveAttribute('aria-selected', 'true')

  await page.keyboard.press('ArrowRight')
  await expect(rows(page).nth(0).getByRole('checkbox')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(rows(page).nth(0).getByRole('link')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(rows(page).nth(0).getByRole('button')).toBeFocused()
  await page.keyboard.press('Enter')
  await escapeFrom(page.getByRole('menu'))
  await expect(rows(page).nth(0).getByRole('button')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(rows(page).nth(1)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(filter(page)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(rows(page).nth(1)).toBeFocused()
  const name = await rows(page).nth(1).getByRole('link').innerText()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()
})

test('rows are selected over pages, survive a reload, and their MAC addresses are copied', async ({
  signedIn: page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openVillage(page)
  const bar = page.getByRole('region', { name: 'Selected rows' })
  const checkbox = (row: number) => rows(page).nth(row).getByRole('checkbox')
  await checkbox(1).click()
  await checkbox(4).click({ modifiers: ['Shift'] })
  await expect(bar.getByText('4 selected', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Next' }).click()
  await expect(page.getByText('51–100 of 2,000')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Select all on this page' }).click()
  await expect(bar.getByText('54 selected, 4 on other pages')).toBeVisible()
  await bar.getByRole('button', { name: 'Copy names' }).click()
  await expect(bar.getByText('54 of 54 copied')).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied.split('\n')).toHaveLength(54)

  await page.emulateMedia({ colorScheme: 'dark' })
  await page.reload()
  await expect(bar.getByText('54 selected, 4 on other pages')).toBeVisible()
  // A selected row has a mark at its edge that is seen in the dark too.
  const edge = rows(page).first().locator('td').first()
  await expect(edge).toHaveCSS('box-shadow', /lab\([78]\d\.[^)]*\) 2px 0px 0px 0px inset$/)
  await bar.getByRole('button', { name: 'Clear selection' }).click()
  await expect(bar).toHaveCount(0)
  await expect(page.locator('[data-row][aria-selected=true]')).toHaveCount(0)
  const stored = await page.evaluate(() => JSON.stringify(sessionStorage))
  expect(stored).not.toContain('dev_')
})

test('columns and density are stored for the next visit', async ({ signedIn: page }) => {
  const account = await openVillage(page)
  await page.getByRole('button', { name: 'Display' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Owner' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Compact rows' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(page.getByRole('columnheader', { name: 'Owner' })).toHaveCount(0)
  const html = await (await page.request.get(account)).text()
  expect(html).toContain('data-column="model"')
  expect(html).not.toContain('data-column="owner"')
  await page.reload()
  await expect(page.getByRole('columnheader', { name: 'Model', exact: true })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'Owner' })).toHaveCount(0)
})

test('a device is renamed and disabled in its row, undone, and put back when Kazoo refuses it', async ({
  signedIn: page,
  world,
}) => {
  await openVillage(page)
  const name = await rows(page).first().getByRole('link').innerText()
  const rename = page.getByRole('textbox', { name: /^New name for / })
  const undo = toasts(page).getByRole('button', { name: 'Undo' })
  await page.locator('[data-row][tabindex="0"]').focus()
  await page.keyboard.press('F2')
  await expect(rename).toHaveValue(name)
  await rename.fill('0 Never saved')
  await page.keyboard.press('Escape')
  await expect(rows(page).first()).toBeFocused()
  await expect(rows(page).first().getByRole('link')).toHaveText(name)

  await rows(page).first().getByRole('button').click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await rename.fill('0 Renamed in place')
  await page.keyboard.press('Enter')
  await expect(rows(page).first().getByRole('link')).toHaveText('0 Renamed in place')
  await expect(toasts(page).getByText('0 Renamed in place saved.')).toBeVisible()
  await undo.click()
  await expect(rows(page).first().getByRole('link')).toHaveText(name)

  await rows(page).first().getByRole('button').click()
  await page.getByRole('menuitem', { name: 'Disable' }).click()
  await expect(rows(page).first()).toContainText('Disabled')
  await expect(toasts(page).getByText(`${name} saved.`)).toBeVisible()
  await undo.click()
  await expect(rows(page).first()).not.toContainText('Disabled')

  await world.simulator.fault({
    pattern: '/v2/**',
    methods: ['PATCH'],
    fault: { kind: 'status', status: 403 },
  })
  await rows(page).first().focus()
  await page.keyboard.press('F2')
  await rename.fill('0 Refused')
  await page.keyboard.press('Enter')
  await expect(toasts(page).getByText(`${name} wasn’t changed`)).toBeVisible()
  await expect(rows(page).first().getByRole('link')).toHaveText(name)
})

test('a device is rebooted from its row, after a confirmation with its name', async ({
  signedIn: page,
  world,
}) => {
  await openVillage(page)
  const row = rows(page).filter({ hasText: 'Desk phone' }).first()
  const name = await row.getByRole('link').innerText()
  await world.simulator.clearRequests()
  await row.getByRole('button', { name: `More actions for ${name}` }).click()
  await page.getByRole('menuitem', { name: 'Reboot' }).click()
  const dialog = page.getByRole('alertdialog', { name: `Reboot ${name}?` })
  await dialog.getByRole('button', { name: 'Reboot' }).click()
  await expect(dialog).toBeHidden()
  await expect(toasts(page).getByText('Reboot requested.')).toBeVisible()
  const syncs = (await world.simulator.requests()).filter(({ path }) => path.endsWith('/sync'))
  expect(syncs).toHaveLength(1)
})
