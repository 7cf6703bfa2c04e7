// Runs axe: WCAG 2.0 to 2.2, levels A and AA.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type axe from 'axe-core'
import type { ElementContext, RunOptions } from 'axe-core'
import { ROOT } from '../../scripts/services/paths.ts'

declare global {
  interface Window {
    axe?: Pick<typeof axe, 'run'>
  }
}

// Base UI's focus guards beside an overlay pass the focus on at once: no user ever stays on them.
const WHERE = { exclude: ['[data-base-ui-focus-guard]'] } satisfies ElementContext
// Passed checks are counted and not listed: the lists are longer than the page.
const ALL = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations'],
} satisfies RunOptions
const COLOURS = { ...ALL, runOnly: ['color-contrast'] } satisfies RunOptions

/** The smaller file: it is sent to each page that is examined. */
const AXE = `${readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8')};0`

/** The violations of the current page: in the light and the dark theme, on a desktop and a phone. */
export async function faults(page: Page): Promise<string[]> {
  const found: string[] = []
  // Next sends the title of a page that a link opened after its content.
  await expect(page).toHaveTitle(/\S/)
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      // The dark theme only differs in colours.
      const wrong = await runAxe(page, colorScheme === 'dark' ? COLOURS : ALL)
      found.push(...wrong.map((fault) => `${width} ${colorScheme}: ${fault}`))
    }
  }
  await page.setViewportSize({ width: 320, height: 640 })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  if (wide > 320) found.push(`${wide} pixels wide on a screen of 320`)
  await page.setViewportSize({ width: 1280, height: 800 })
  return found
}

/** Runs axe in the page itself, where it is injected once: it is larger than the pages it checks. */
async function runAxe(page: Page, options: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  return page.evaluate(
    async ({ where, how }) => {
      for (const motion of document.getAnimations())
        if (motion.effect?.getComputedTiming().endTime !== Infinity) motion.finish()
      if (window.axe === undefined) throw new Error('axe is not in the page')
      const { violations } = await window.axe.run(where, how)
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`))
    },
    { where: WHERE, how: options },
  )
}
