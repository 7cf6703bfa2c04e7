// Steps that many tests share, to the page they are about. Links and keys that lead there have tests of their
// own (accounts.spec.ts, a11y.spec.ts, support/line.ts): here links are read from the HTML of a page, and
// only the last page is loaded.
import { expect, type Locator, type Page } from '@playwright/test'
import { waitForScript } from './wait-for-rest.ts'

/** Opens the page of an account directly below the reseller. */
export async function openAccount(page: Page, name: string): Promise<string> {
  const path = await accountPath(page, name)
  await goTo(page, path)
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()
  return path
}

/** Opens the page of a device of an account, by its name; by default the first of the list. */
export async function openDevice(page: Page, account: string, name?: string): Promise<string> {
  const path = await devicePath(page, account, name)
  await goTo(page, path)
  return path
}

/** Opens the form of a device in the same way. Returns the path of the device. */
export async function openDeviceForm(page: Page, account: string, name?: string): Promise<string> {
  const path = await devicePath(page, account, name)
  await goTo(page, `${path}/settings`)
  return path
}

async function devicePath(page: Page, account: string, name: string | undefined): Promise<string> {
  const list = await accountPath(page, account)
  const query = name === undefined ? '' : `?q=${encodeURIComponent(name)}`
  const path = (await linksOn(page, `${list}${query}`)).find(
    (link) => /^\/devices\/dev_[\w-]{22}$/.test(link.href) && (name === undefined || link.text === name),
  )?.href
  if (path === undefined) throw new Error(`${account} lists no device ${name ?? ''}`)
  return path
}

async function accountPath(page: Page, name: string): Promise<string> {
  const listed = (await linksOn(page, '/')).find(
    ({ href, text }) => text === name && href.startsWith('/accounts/acc_'),
  )?.href
  return listed ?? unlistedPath(page, name)
}

/** The path of an account that the first page of the tree does not show. */
async function unlistedPath(page: Page, name: string): Promise<string> {
  await goTo(page, '/')
  const link = page.getByRole('link', { name, exact: true })
  await page.getByRole('button', { name: 'Show more' }).click()
  return (await link.getAttribute('href')) ?? ''
}

type Sent = { href: string; text: string }

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }

/** The links of a page as the portal sends it to this browser, without loading it there. */
async function linksOn(page: Page, path: string): Promise<Sent[]> {
  const answer = await page.request.get(path)
  if (!answer.ok()) throw new Error(`${path} is answered with ${answer.status()}`)
  const links = (await answer.text()).matchAll(/<a\b[^>]*?\bhref="([^"]*)"[^>]*>([^<]*)<\/a>/g)
  return Array.from(links, ([, href = '', text = '']) => ({ href: decode(href), text: decode(text) }))
}

function decode(html: string): string {
  return html.replaceAll(/&([#\w]+);/g, (entity, name: string) => ENTITIES[name] ?? entity)
}

/** Loads a page, and waits until React has taken it over: a key pressed earlier would be lost. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await waitForScript(page)
}

/** From the page of a device or a user to its form. */
export async function openSettings(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Settings', exact: true }).click()
  await page.waitForURL(/\/settings$/)
}

/** A field of a form, by its accessible name. */
export function field(page: Page, label: string): Locator {
  return page.getByRole('textbox', { name: label, exact: true })
}

/** What confirms a save: "Saved." or "Reception saved.". */
const SAVED = /(?<!was )saved\.$/i

/** Sends the form and waits for the message that it was saved. */
export async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expectSaved(page)
}

/** Waits for the message that something was saved, and dismisses it, so that the next one is another. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByText(SAVED)).toBeVisible()
  await dismissToasts(page)
}

/** The toasts, without which nothing confirms what was done. */
export function toasts(page: Page): Locator {
  return page.getByRole('region', { name: 'Notifications' })
}

/** Waits for a toast of this text, and dismisses it, so that the next one is another. */
export async function expectToast(page: Page, text: string | RegExp): Promise<void> {
  await expect(toasts(page).getByText(text)).toBeVisible()
  await dismissToasts(page)
}

async function dismissToasts(page: Page): Promise<void> {
  const buttons = toasts(page).getByRole('button', { name: 'Dismiss' })
  // A toast may also leave by itself.
  await expect(async () => {
    if (await buttons.first().isVisible()) await buttons.first().click({ timeout: 1000 })
    await expect(toasts(page).getByRole('dialog')).toHaveCount(0, { timeout: 500 })
  }).toPass()
}

/** Types the beginning of a name in the tree until `line` has the focus: slow letters begin anew. */
export async function typeAhead(line: Locator, letters: string): Promise<void> {
  await expect(async () => {
    await line.page().keyboard.type(letters)
    await expect(line).toBeFocused({ timeout: 2000 })
  }).toPass()
}

/** Waits until the focus is in a dialog or menu that was just opened: before that, no key reaches it. */
export async function expectFocusIn(popup: Locator): Promise<void> {
  await expect.poll(() => popup.evaluate((own) => own.contains(own.ownerDocument.activeElement))).toBe(true)
}

/** Closes a dialog or menu that was just opened with Escape. */
export async function escapeFrom(popup: Locator): Promise<void> {
  await expectFocusIn(popup)
  await popup.page().keyboard.press('Escape')
  await expect(popup).toBeHidden()
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
