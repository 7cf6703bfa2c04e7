// The ways through the portal that a person takes, from the tree down.
import { expect, type Locator, type Page } from '@playwright/test'

/** From anywhere to the page of an account right below the reseller. */
export async function openAccount(page: Page, name: string): Promise<string> {
  const link = page.getByRole('link', { name, exact: true })
  if (new URL(page.url()).pathname !== '/' || !(await link.isVisible())) await page.goto('/')
  // Other tests have made accounts that stand before it; the button works once the page is awake.
  await expect(async () => {
    if (await link.isVisible()) return
    await page.getByRole('button', { name: 'Show more' }).click({ timeout: 1000 })
    await expect(link).toBeVisible({ timeout: 1000 })
  }).toPass()
  await link.click()
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()
  return new URL(page.url()).pathname
}

/** To the page of a device of an account, by its name; the first of its list unless said. */
export async function openDevice(page: Page, account: string, name?: string): Promise<string> {
  await openAccount(page, account)
  if (name !== undefined) await page.goto(`${new URL(page.url()).pathname}?q=${encodeURIComponent(name)}`)
  const link = page.locator('a[href^="/devices/dev_"]')
  await (name === undefined ? link : page.getByRole('link', { name, exact: true })).first().click()
  await page.waitForURL(/\/devices\/dev_[\w-]{22}$/)
  return new URL(page.url()).pathname
}

/** A field of a form, by what a screen reader calls it. */
export function field(page: Page, label: string): Locator {
  return page.getByRole('textbox', { name: label, exact: true })
}

/** Sends the form and waits until it says that it was saved. */
export async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
}

/** That a field is marked, and says this. */
export async function expectFault(control: Locator, sentence: string): Promise<void> {
  await expect(control).toHaveAttribute('aria-invalid', 'true')
  expect(await described(control)).toContain(sentence)
}

/** What is read out with a control: its hints and faults. */
async function described(control: Locator): Promise<string> {
  return control.evaluate((element) =>
    (element.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => element.ownerDocument.querySelector(`#${CSS.escape(id)}`)?.textContent ?? '')
      .join(' '),
  )
}
