import { expect } from '@playwright/test'
import type { Walk } from './walk.ts'

/**
 * The tree and its lists, with valid and invalid queries. Returns the paths of an account and one of its
 * devices.
 */
export async function visitTree({
  page,
  script,
  capture,
  go,
  href,
}: Walk): Promise<{ account: string; device: string }> {
  await go('/')
  if (script) {
    // Before hydration a key expands nothing.
    await expect(async () => {
      await page.getByRole('row', { name: /Alster Voice/ }).focus()
      await page.keyboard.press('ArrowRight')
      await page.getByRole('row', { level: 3 }).first().waitFor({ timeout: 1000 })
    }).toPass()
    await capture()
  }
  const account =
    (await page.getByRole('link', { name: 'Bäckerei Vogel GmbH', exact: true }).getAttribute('href')) ?? ''
  await go(account)
  for (const query of [
    '?q=phone',
    '?sort=owner&dir=desc',
    '?page=2',
    '?page=nonsense&sort=id',
    '?q=%00%27%22%3Cscript',
  ]) {
    await go(account + query)
  }
  await go(account)
  const device = await href('tr:has-text("Desk phone") a[href^="/devices/dev_"]')
  return { account, device }
}
