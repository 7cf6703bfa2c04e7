import type { Cookie } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { scoresOf } from '../support/lighthouse.ts'
import { openAccount } from '../support/steps.ts'

/** Lighthouse measures the machine too, so the best of several runs counts. */
const RUNS = 3
const MIN_SCORE = 95

/** The best score of several runs; the first good one ends them. */
async function performanceOf(url: string, cookies: Cookie[]): Promise<number> {
  let best = 0
  for (let runs = 0; runs < RUNS && best < MIN_SCORE; runs++) {
    const { scores } = await scoresOf(url, cookies, ['performance'])
    best = Math.max(best, scores['performance'] ?? 0)
  }
  return best
}

test('sign-in is fast, by Lighthouse', async ({ world }) => {
  const score = await performanceOf(`${world.origin}/sign-in`, [])
  console.log(`sign-in: performance ${score}`)
  expect(score).toBeGreaterThanOrEqual(MIN_SCORE)
})

test('the page of an account is fast, by Lighthouse', async ({ world, signedIn: page }) => {
  const account = await openAccount(page, 'Alster Voice')
  const score = await performanceOf(`${world.origin}${account}`, await page.context().cookies())
  console.log(`account: performance ${score}`)
  expect(score).toBeGreaterThanOrEqual(MIN_SCORE)
})
