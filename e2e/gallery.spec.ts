import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { GROUPS, SCREENS } from '../components/gallery/screen-names.ts'
import { build } from '../scripts/services/build.ts'
import { expect, test } from './fixtures.ts'
import { faults } from './support/axe.ts'

test.use({ gallery: true })

/** Opens a page of the gallery, ready to be used; whatever the browser complains of is a fault. */
async function open(page: Page, name: string): Promise<void> {
  await page.goto(`/gallery/${name}`)
  await page.waitForFunction(() => document.readyState === 'complete')
}

/** What the browser itself complains of: a style or script that the policy forbids, an error of React. */
function complaints(page: Page): string[] {
  const heard: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') heard.push(message.text())
  })
  page.on('pageerror', (error) => heard.push(String(error)))
  return heard
}

for (const [what, names] of [
  ['part', GROUPS],
  ['screen', SCREENS],
] as const) {
  test(`every ${what} can be read and used by everybody`, async ({ page }) => {
    const heard = complaints(page)
    for (const name of names) {
      await open(page, name)
      expect.soft(await faults(page), name).toEqual([])
    }
    expect(heard).toEqual([])
  })
}
