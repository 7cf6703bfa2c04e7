import { expect, test } from './fixtures.ts'
import { scoresOf } from './support/lighthouse.ts'
import { openAccount } from './support/steps.ts'

const CATEGORIES = ['accessibility', 'best-practices'] as const

test('sign-in and an account pass Lighthouse’s accessibility and best practices', async ({
  world,
  signedIn: page,
}) => {
  const account = await openAccount(page, 'Alster Voice')
  const cookies = await page.context().cookies()
  for (const [path, cookiesOfVisit] of [
    ['/sign-in', []],
    [account, cookies],
  ] as const) {
    const { scores, faults } = await scoresOf(`${world.origin}${path}`, [...cookiesOfVisit], CATEGORIES)
    expect(scores, faults.join('\n')).toEqual({ accessibility: 100, 'best-practices': 100 })
  }
})
