// What axe finds: WCAG 2.0 to 2.2, levels A and AA.
import type { Page } from '@playwright/test'
import axe, { type ElementContext, type RunOptions } from 'axe-core'

declare global {
  interface Window {
    axe?: Pick<typeof axe, 'run'>
  }
}

// Base UI's guards beside what is open hand on the focus the moment they get it: nobody stands on what nobody
// hears.
const WHERE = { exclude: ['[data-base-ui-focus-guard]'] } satisfies ElementContext
// What is well is counted and not listed: the lists are longer than the page.
const ALL = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations'],
} satisfies RunOptions
const COLOURS = { ...ALL, runOnly: ['color-contrast'] } satisfies RunOptions

/** What is wrong with the page as it stands: by day and by night, on a desk and in a hand. */
export async function faults(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      // By night only the colours are others.
      const wrong = await look(page, colorScheme === 'dark' ? COLOURS : ALL)
      found.push(...wrong.map((fault) => `${width} ${colorScheme}: ${fault}`))
    }
  }
  await page.setViewportSize({ width: 320, height: 640 })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  if (wide > 320) found.push(`${wide} pixels wide on a screen of 320`)
  await page.setViewportSize({ width: 1280, height: 800 })
  return found
}

/** Asks axe in the page itself, where it is put once: it is larger than all that it looks at. */
async function look(page: Page, options: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${axe.source};0`)
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
