// What axe finds: WCAG 2.0 to 2.2, levels A and AA.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What is wrong with the page as it stands: by day and by night, on a desk and in a hand. */
export async function faults(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.evaluate(async () => {
        // Colours fade; what turns for ever is not waited for.
        const ending = document
          .getAnimations()
          .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
        await Promise.allSettled(ending.map(({ finished }) => finished))
      })
      // In the page itself: we have no frames, and a second page for each run takes longer than the run.
      // Base UI's guards beside what is open hand on the focus the moment they get it: nobody stands on what nobody hears.
      const axe = new AxeBuilder({ page }).setLegacyMode().exclude('[data-base-ui-focus-guard]')
      // By night only the colours are others.
      const rules = colorScheme === 'dark' ? axe.withRules(['color-contrast']) : axe.withTags(RULES)
      const { violations } = await rules.analyze()
      for (const { id, nodes } of violations)
        found.push(...nodes.map(({ target }) => `${width} ${colorScheme}: ${id} at ${target.join(' ')}`))
    }
  }
  await page.setViewportSize({ width: 320, height: 640 })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  if (wide > 320) found.push(`${wide} pixels wide on a screen of 320`)
  await page.setViewportSize({ width: 1280, height: 800 })
  return found
}
