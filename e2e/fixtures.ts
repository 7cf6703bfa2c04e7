// The fixtures of every browser test: a portal of its own with a Kazoo behind it, and a signed-in user.
import { test as base, expect, type Browser, type Page } from '@playwright/test'
import type { KazooVersion, World } from '../scripts/services/simulator.ts'
import { openTestEnvironment, type TestEnvironment } from './support/test-environment.ts'
import { forgetVisits, resumeSession, signIn, visitSignedIn } from './support/visits.ts'

type PerWorker = {
  /** The simulated version: `test.use({ kazoo: '4.3' })` at the top of a file. */
  kazoo: KazooVersion
  /** Which of the simulator's worlds. */
  worldName: World
  /** The portal and all its services. */
  world: TestEnvironment
}
type PerTest = {
  /** Tests that change the tenant for everyone have a tenant of their own: `test.use({ apart: 'brand' })`. */
  apart: string
  /** A page of the owner, signed in; the test opens the first page. */
  signedIn: Page
  /** A page of the owner, signed in, at the first page. */
  atHome: Page
  /** A page in a browser without script, signed in when `signIn` is called. */
  withoutScript: Page
  /**
   * Gives tests that are apart a tenant of their own; restores after each test the services it stopped and
   * Kazoo's documents, and closes its windows.
   */
  healed: void
}

export const test = base.extend<PerTest, PerWorker>({
  kazoo: ['5.0', { option: true, scope: 'worker' }],
  worldName: ['demo', { option: true, scope: 'worker' }],
  world: [
    async ({ kazoo, worldName }, use) => {
      const world = await openTestEnvironment({ world: worldName, kazoo })
      await use(world)
      await world.stop()
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  apart: ['', { option: true }],
  baseURL: async ({ world }, use) => use(world.origin),
  healed: [
    async ({ world, browser, apart }, use) => {
      if (world.apart !== apart) {
        await world.renew(apart)
        forgetVisits(world)
      }
      await use()
      await Promise.all(browser.contexts().map((context) => context.close()))
      await world.restore()
    },
    { auto: true },
  ],
  signedIn: async ({ page, world }, use) => {
    await resumeSession(page, world)
    await use(page)
  },
  atHome: async ({ page, world }, use) => {
    await visitSignedIn(page, world)
    await use(page)
  },
  withoutScript: async ({ browser, world }, use) => {
    const page = await pageWithoutScript(browser, world)
    await use(page)
    await page.context().close()
  },
})

export { expect, signIn }

async function pageWithoutScript(browser: Browser, world: TestEnvironment): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: world.origin })
  return context.newPage()
}
