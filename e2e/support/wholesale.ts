// The wholesaler of the large world: one of its accounts has 20,000 devices, one has 2,000.
import type { Locator, Page } from '@playwright/test'
import { expect } from '../fixtures.ts'

export const CAMPUS = 'University Campus Nordic'
export const VILLAGE = 'Hospital Village Trust'

/** The filter of the device list. */
export const filter = (page: Page): Locator => page.getByRole('searchbox', { name: 'Filter devices' })

/** Loads more accounts below the reseller until the tree has this one. */
export async function findInTree(page: Page, name: string): Promise<Locator> {
  await page.goto('/')
  const link = page.getByRole('link', { name, exact: true })
  const more = page.getByRole('button', { name: 'Show more' })
  const grid = page.getByRole('treegrid')
  await expect(more).toBeVisible()
  for (let branch = 1; branch < 10; branch++) {
    const before = await grid.getAttribute('aria-rowcount')
    await grid.locator('[data-line][tabindex="0"]').press('End')
    if ((await more.count()) === 0) break
    await page.keyboard.press('Enter')
    await expect(grid).not.toHaveAttribute('aria-rowcount', before ?? '')
    await expect(page.getByText('Loading accounts', { exact: true })).toHaveCount(0)
  }
  // Letters select a name only in quick succession, which a busy machine may not manage at once.
  await expect(async () => {
    await page.keyboard.press('End')
    await page.keyboard.type(name.slice(0, name.indexOf(' ')))
    await expect(link).toBeVisible({ timeout: 2000 })
  }).toPass()
  return link
}
