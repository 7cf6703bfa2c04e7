// Steps through the portal that many tests share, from the tree down.
import { expect, type Locator, type Page } from '@playwright/test'

/** Opens the page of an account directly below the reseller. */
export async function openAccount(page: Page, name: string): Promise<string> {
  const link = page.getByRole('link', { name, exact: true })
  if (new URL(page.url()).pathname !== '/' || !(await link.isVisible())) await page.goto('/')
  // Other tests may have created accounts before it; the button works once the page is hydrated.
  await expect(async () => {
    if (await link.isVisible()) return
    await page.getByRole('button', { name: 'Show more' }).click({ timeout: 1000 })
    await expect(link).toBeVisible({ timeout: 1000 })
  }).toPass()
  await link.click()
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()
  return new URL(page.url()).pathname
}

/** Opens the page of a device of an account, by its name; by default the first of the list. */
export async function openDevice(page: Page, account: string, name?: string): Promise<string> {
  await openAccount(page, account)
  if (name !== undefined) await page.goto(`${new URL(page.url()).pathname}?q=${encodeURIComponent(name)}`)
  const link = page.locator('a[href^="/devices/dev_"]')
  await (name === undefined ? link : page.getByRole('link', { name, exact: true })).first().click()
  await page.waitForURL(/\/devices\/dev_[\w-]{22}$/)
  return new URL(page.url()).pathname
}

/** A field of a form, by its accessible name. */
export function field(page: Page, label: string): Locator {
  return page.getByRole('textbox', { name: label, exact: true })
}

/** Sends the form and waits for the message that it was saved. */
export async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
}

/** Expects a field to be marked as invalid, with this message. */
export async function expectFault(control: Locator, sentence: string): Promise<void> {
  await expect(control).toHaveAttribute('aria-invalid', 'true')
  expect(await described(control)).toContain(sentence)
}

/** The accessible description of a control: its hints and errors. */
async function described(control: Locator): Promise<string> {
  return control.evaluate((element) =>
    (element.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => element.ownerDocument.querySelector(`#${CSS.escape(id)}`)?.textContent ?? '')
      .join(' '),
  )
}
