import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { GROUPS, SCREENS } from '../components/gallery/screen-names.ts'
import { expect, test } from './fixtures.ts'
import { faults } from './support/axe.ts'
import { escapeFrom, expectFocusIn, expectSaved, goTo } from './support/steps.ts'

/** Errors that the browser reports: a style or script that the policy forbids, an error of React. */
function complaints(page: Page): string[] {
  const errors: string[] = []
  page.on('console', (message) => {
    const text = message.text()
    // Samples link to pages that do not exist.
    if (message.type() === 'error' && !text.startsWith('Failed to load resource')) errors.push(text)
  })
  page.on('pageerror', (error) => errors.push(String(error)))
  return errors
}

/** The input of a combobox, which appears a moment after the page. */
function combobox(within: Page | Locator, name: string): Locator {
  return within.locator('input').and(within.getByRole('combobox', { name })).first()
}

for (const name of [...GROUPS, ...SCREENS]) {
  test(`${name}, in the gallery, is accessible`, async ({ page }) => {
    const errors = complaints(page)
    await goTo(page, `/gallery/${name}`)
    expect(await faults(page)).toEqual([])
    expect(errors).toEqual([])
  })
}

test('overlays are accessible', async ({ page }) => {
  const errors = complaints(page)
  await goTo(page, '/gallery/popups')
  await page.getByRole('button', { name: 'More actions for Reception' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Reassign to' }).press('ArrowRight')
  await expect(page.getByRole('menuitem', { name: 'Åsa Berg' })).toBeVisible()
  expect.soft(await faults(page), 'menu').toEqual([])
  await goTo(page, '/gallery/popups')
  for (const [button, kind] of [
    ['Look at it', 'dialog'],
    ['Delete', 'question'],
    ['Registration', 'popover'],
  ] as const) {
    await page.getByRole('button', { name: button, exact: true }).press('Enter')
    const popup = page.getByRole(kind === 'question' ? 'alertdialog' : 'dialog')
    await expect(popup).toBeVisible()
    expect.soft(await faults(page), kind).toEqual([])
    await escapeFrom(popup)
  }
  await goTo(page, '/gallery/toasts')
  for (const button of ['Remove Reception', 'Warn', 'Fail'])
    await page.getByRole('button', { name: button }).click()
  await expect(page.getByText('Nothing was saved.')).toBeVisible()
  expect.soft(await faults(page), 'toasts').toEqual([])
  await goTo(page, '/gallery/choices')
  await combobox(page, 'Account').fill('dent')
  await expect(page.getByText('20 of 38')).toBeVisible()
  // While its list is open, Base UI hides the page behind from screen readers, so that swiping stays in the
  // list; Tab closes the list first.
  const found = (await faults(page)).filter((fault) => !fault.includes('aria-hidden-focus'))
  expect.soft(found, 'combobox').toEqual([])
  expect(errors).toEqual([])
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the entry that the keys have reached stands out in every popup, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await goTo(page, '/gallery/popups')
    await page.getByRole('button', { name: 'More actions for Reception' }).press('Enter')
    const restart = page.getByRole('menuitem', { name: 'Restart' })
    await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expectToStandOut(restart)
    await goTo(page, '/gallery/choices')
    await combobox(page, 'Account').fill('dent')
    await expect(page.getByText('20 of 38')).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await expectToStandOut(page.locator('[role=option][data-highlighted]'))
    await goTo(page, '/gallery/account')
    await page.keyboard.press('ControlOrMeta+k')
    await expectToStandOut(page.getByRole('option', { selected: true }))
  })
}

/** Checks that the fill of a popup's entry differs from the popup's, and that its edge is marked. */
async function expectToStandOut(entry: Locator): Promise<void> {
  const popup = entry.locator('xpath=ancestor::*[contains(@class, "bg-raised")][1]')
  const [fill, surface] = [await luminanceOf(entry), await luminanceOf(popup)]
  const contrast = (Math.max(fill, surface) + 0.05) / (Math.min(fill, surface) + 0.05)
  expect(contrast).toBeGreaterThan(1.2)
  await expect(entry).toHaveCSS('box-shadow', /inset$/)
}

/** The relative luminance (WCAG 2.2) of an element's background, whatever its colour space. */
async function luminanceOf(element: Locator): Promise<number> {
  const rgb = await element.evaluate((own) => {
    const pen = new OffscreenCanvas(1, 1).getContext('2d')
    if (pen === null) return []
    pen.fillStyle = getComputedStyle(own).backgroundColor
    pen.fillRect(0, 0, 1, 1)
    return [...pen.getImageData(0, 0, 1, 1).data]
  })
  const [red = 0, green = 0, blue = 0, alpha = 0] = rgb.map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  expect(alpha).toBe(1)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

test('a menu works with the keyboard, and returns the focus', async ({ page }) => {
  const { keyboard } = page
  await goTo(page, '/gallery/popups')
  const more = page.getByRole('button', { name: 'More actions for Reception' })
  await more.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeFocused()
  await keyboard.press('ArrowDown')
  await expect(page.getByRole('menuitem', { name: 'Restart' })).toBeFocused()
  await keyboard.type('reas')
  await expect(page.getByRole('menuitem', { name: 'Reassign to' })).toBeFocused()
  await keyboard.press('ArrowRight')
  await expect(page.getByRole('menuitem', { name: 'Åsa Berg' })).toBeFocused()
  await keyboard.press('ArrowLeft')
  await expect(page.getByRole('menuitem', { name: 'Reassign to' })).toBeFocused()
  await keyboard.press('ArrowRight')
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect(page.getByText('Last done: Ali Rahimi')).toBeVisible()
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(more).toBeFocused()

  // A confirmation: nothing is done when it is closed.
  await more.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeFocused()
  await keyboard.press('End')
  await keyboard.press('Enter')
  await escapeFrom(page.getByRole('alertdialog', { name: 'Delete Reception?' }))

  // Checkbox items leave the menu open.
  await page.getByRole('button', { name: 'Columns' }).press('Enter')
  const owner = page.getByRole('menuitemcheckbox', { name: 'Owner' })
  await expectFocusIn(page.getByRole('menu'))
  await keyboard.press('End')
  await expect(owner).toBeFocused()
  await keyboard.press(' ')
  await expect(owner).toBeChecked()
  await keyboard.press('Escape')
  await expect(owner).toBeHidden()
})

test('a dialog keeps the focus while it is open, and requires the text to be typed', async ({ page }) => {
  const { keyboard } = page
  await goTo(page, '/gallery/popups')
  const move = page.getByRole('button', { name: 'Move', exact: true })
  await move.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Move Reception' })
  await expectFocusIn(dialog)
  for (let step = 0; step < 8; step++) {
    await keyboard.press('Tab')
    // Behind its last control a guard outside has the focus, and gives it back.
    await expectFocusIn(dialog)
  }
  await keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(move).toBeFocused()

  await page.getByRole('button', { name: 'Delete', exact: true }).press('Enter')
  const question = page.getByRole('alertdialog')
  const typed = question.getByRole('textbox')
  await expect(typed).toBeFocused()
  await keyboard.type('Reception (2nd floor)')
  await keyboard.press('Enter')
  await expect(question.getByRole('button', { name: 'Delete device' })).toBeDisabled()
  await expect(question).toBeVisible()
  await typed.fill(' Reception  (1st floor) ')
  await keyboard.press('Enter')
  await expect(question).toBeHidden()
  await expectSaved(page)
})

test('a combobox searches while typing, counts its results, and can try again after a failure', async ({
  page,
}) => {
  const { keyboard } = page
  await goTo(page, '/gallery/choices')
  const form = page.getByRole('region', { name: 'To choose from' })
  const sent = form.locator('input[type="hidden"][name="account"]')
  const before = await sent.inputValue()
  const account = combobox(form, 'Account')
  await account.focus()
  await keyboard.press('ControlOrMeta+a')
  await keyboard.type('press')
  await expect(page.getByText('20 of 37')).toBeVisible()
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect(account).toHaveValue(/Press/)
  expect(await sent.inputValue()).not.toBe(before)
  expect(await sent.inputValue()).toMatch(/^acc_/)

  await keyboard.press('ControlOrMeta+a')
  await keyboard.type('zebra')
  await expect(page.getByText('No results for “zebra”')).toBeVisible()
  await keyboard.press('Tab')
  // A text without a match selects nothing.
  await expect(account).toHaveValue(/Press/)

  const carrier = combobox(form, 'Carrier')
  await carrier.focus()
  await keyboard.press('ArrowDown')
  await expect(page.getByText('The list couldn’t be loaded.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
  // By keyboard: out of the list, to the button below the field.
  await keyboard.press('Escape')
  await expect(form.getByText('Kazoo isn’t responding.')).toBeVisible()
  await form.getByRole('button', { name: 'Try again' }).press('Enter')
  await expect(page.getByText('20 of 300')).toBeVisible()
  await expect(carrier).toBeFocused()
  await expect(form.getByText('Kazoo isn’t responding.')).toBeHidden()
})

test('tabs, segments and dates work with the keyboard', async ({ page }) => {
  const { keyboard } = page
  await goTo(page, '/gallery/tabs')
  await page.getByRole('tab', { name: 'General' }).focus()
  await keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'SIP' })).toBeFocused()
  await keyboard.press('Enter')
  await expect(page.getByRole('tabpanel', { name: 'SIP' })).toContainText('How it registers.')
  await expect(page.getByText('Name, type and owner.')).toBeHidden()

  await goTo(page, '/gallery/choices')
  const form = page.getByRole('region', { name: 'To choose from' })
  await form.getByRole('radio', { name: 'Cosy' }).focus()
  await keyboard.press('ArrowRight')
  await expect(form.getByRole('radio', { name: 'Dense' })).toBeChecked()
  await form.getByRole('button', { name: 'In a month' }).press('Enter')
  await expect(form.getByLabel('Trial ends')).toHaveValue('2026-12-22')
})

test('a toast is announced, reached with F6, offers Undo, and stays after a failure', async ({ page }) => {
  const { keyboard } = page
  await goTo(page, '/gallery/toasts')
  await page.getByRole('button', { name: 'Remove Reception' }).press('Enter')
  await expect(page.getByText('11 devices')).toBeVisible()
  const region = page.getByRole('region', { name: 'Notifications' })
  await expect(region).toHaveAttribute('aria-live', 'polite')
  await expect(region.getByText('Reception was removed')).toBeVisible()
  await keyboard.press('F6')
  await expect(region).toBeFocused()
  const undo = page.getByRole('button', { name: 'Undo' })
  for (let step = 0; step < 4 && !(await undo.evaluate((own) => own === document.activeElement)); step++)
    await keyboard.press('Tab')
  await expect(undo).toBeFocused()
  await keyboard.press('Enter')
  await expect(page.getByText('12 devices')).toBeVisible()
  await expect(region.getByText('Reception was removed')).toBeHidden()

  await page.getByRole('button', { name: 'Fail' }).click()
  await expect(region.getByText('Kazoo isn’t responding')).toBeVisible()
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(page.getByText('Nothing was saved.')).toHaveCount(0)
})

test('in forced colours selection and focus are still visible', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await goTo(page, '/gallery/choices')
  const [chosen, other] = await page
    .getByRole('region', { name: 'To choose from' })
    .locator('label:has(input[name="density"])')
    .evaluateAll((labels) => labels.map((label) => getComputedStyle(label).backgroundColor))
  expect(chosen).not.toBe(other)
  await goTo(page, '/gallery/tabs')
  const [current, another] = await page
    .getByRole('tab')
    .evaluateAll((all) => all.map((tab) => getComputedStyle(tab).borderBottomColor))
  expect(current).not.toBe(another)
  await goTo(page, '/gallery/popups')
  await page.getByRole('button', { name: 'More actions for Reception' }).press('Enter')
  const entry = page.getByRole('menuitem', { name: 'Rename' })
  await expect(entry).toBeFocused()
  expect(await entry.evaluate((own) => getComputedStyle(own).outlineStyle)).toBe('solid')
  expect(await page.getByRole('menu').evaluate((own) => getComputedStyle(own).borderTopStyle)).toBe('solid')
})

test('without script every choice is available, and nothing that does not work', async ({
  withoutScript: page,
}) => {
  await page.goto('/gallery/choices')
  const form = page.getByRole('region', { name: 'To choose from' })
  await form.getByRole('combobox', { name: 'Account' }).selectOption('Bergen Freight')
  await form.getByText('Dense').click()
  await expect(form.getByRole('radio', { name: 'Dense' })).toBeChecked()
  await expect(form.getByRole('button', { name: 'In a month' })).toBeHidden()
  await page.goto('/gallery/tabs')
  await expect(page.getByText('Name, type and owner.')).toBeVisible()
  await expect(page.getByText('Who it says it is.')).toBeVisible()
  await expect(page.getByRole('tab')).toHaveCount(0)
  await page.goto('/gallery/popups')
  await expect(page.getByRole('button', { name: 'More actions for Reception' })).toBeHidden()
  await page.locator('summary', { hasText: 'Delete' }).click()
  await expect(page.getByText('The phone is deregistered', { exact: false })).toBeVisible()
})

/** A sample account that every page of samples shows. */
const MADE_UP = 'Lindqvist Dental'

// The shipped build has no pages of the gallery (scripts/checks/gallery.test.ts), so it has what the other
// pages need.
test('no page outside the gallery needs a file that has its samples', async ({ world }) => {
  const files = readdirSync(join(world.build, '.next'), { recursive: true, encoding: 'utf8' })
  const textOf = (name: string) => readFileSync(join(world.build, '.next', name), 'utf8')
  const samples = files.filter((name) => /\.(?:js|html|rsc)$/.test(name) && textOf(name).includes(MADE_UP))
  expect(samples.length).toBeGreaterThan(1)
  // For each page: what it runs, what it sends to browsers, and what the server has to bring along for it.
  const lists = files.filter(
    (name) => /^(?:server\/app\/|build-manifest)/.test(name) && /\.(?:js|json)$/.test(name),
  )
  expect(lists.length).toBeGreaterThan(100)
  const affected = lists.filter((name) => samples.some((sample) => textOf(name).includes(basename(sample))))
  expect(affected.length).toBeGreaterThan(0)
  expect(affected.filter((name) => !name.startsWith('server/app/gallery/'))).toEqual([])
})
