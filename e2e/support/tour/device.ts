import type { Page } from '@playwright/test'
import type { Walk } from './walk.ts'

/**
 * A device: refused, saved, revealed; and all settings of Kazoo's schema. Returns the revealed SIP password,
 * or null without script.
 */
export async function changeDevice(
  { page, script, capture, go, submit, fill, saved }: Walk,
  device: string,
): Promise<string | null> {
  await go(device)
  await go(`${device}/history`)
  await go(`${device}/settings`)
  await fill({ macAddress: 'no mac address' })
  await submit('Save changes')
  await capture()
  await fill({ macAddress: '', name: 'Seen on the tour' })
  await submit('Save changes')
  await saved()
  await capture()
  const revealed = script ? await reveal(page) : null
  await go(device)

  // All settings by Kazoo's schema: refused, then saved.
  await go(`${device}/settings/all`)
  if (script) await page.getByRole('searchbox', { name: 'Find a setting' }).fill('registration expires')
  const expiry = page.getByLabel('Registration expires after')
  await expiry.fill('soon')
  await submit('Save settings')
  await capture()
  await expiry.fill('900')
  await submit('Save settings')
  await saved()
  await capture()
  return revealed
}

/** A new device, refused by Kazoo (its SIP username exists), and created. */
export async function addDevice(
  { page, script, capture, go, submit, fill }: Walk,
  account: string,
): Promise<void> {
  await go(`${account}/devices/new`)
  await fill({ name: `Tour ${script}`, macAddress: 'zz' })
  await submit('Create device')
  await capture()
  await fill({ macAddress: script ? '001565fffe01' : '001565fffe02' })
  await submit('Create device')
  await page.waitForURL(/\/devices\/dev_/)
  await capture()
}

async function reveal(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Reveal' }).click()
  await page.getByRole('button', { name: 'Hide' }).waitFor()
  const password = (await page.locator('p:text-is("SIP password") + div code').textContent())?.trim() ?? ''
  if (password === '' || password.includes('•')) throw new Error('nothing was revealed')
  await page.getByRole('button', { name: 'Hide' }).click()
  return password
}
