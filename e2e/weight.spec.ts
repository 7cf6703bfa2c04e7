import type { Browser, Cookie, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { waitForRest } from './support/wait-for-rest.ts'
import type { TestEnvironment } from './support/test-environment.ts'
import { openAccount, openDevice } from './support/steps.ts'

const KB = 1000

/** The compressed size (gzip) of a visit's scripts, in bytes. */
async function scriptsOf(page: Page, path: string): Promise<number> {
  const sizes: Promise<number>[] = []
  const ahead: string[] = []
  page.on('request', (request) => {
    if (request.headers()['next-router-prefetch'] !== undefined) ahead.push(request.url())
  })
  page.on('response', (response) => {
    if (!response.url().includes('/_next/static/') || !response.url().endsWith('.js')) return
    sizes.push(
      response.finished().then(async () => {
        const bytes = (await response.request().sizes()).responseBodySize
        // Below a kilobyte the server does not compress.
        if (bytes > KB) expect(response.headers()['content-encoding'], response.url()).toBe('gzip')
        return bytes
      }),
    )
  })
  await waitForRest(page, () => page.goto(path))
  page.removeAllListeners('response')
  expect(ahead, 'nothing is fetched before somebody asks for it').toEqual([])
  expect(sizes.length).toBeGreaterThan(3)
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

/** The same in a browser with an empty cache. */
async function firstVisit(
  browser: Browser,
  world: TestEnvironment,
  path: string,
  cookies: Cookie[],
): Promise<number> {
  const context = await browser.newContext({ baseURL: world.origin })
  await context.addCookies(cookies)
  const bytes = await scriptsOf(await context.newPage(), path)
  await context.close()
  return bytes
}

test('a first visit to sign-in loads at most 160 KB of script', async ({ browser, world }) => {
  const bytes = await firstVisit(browser, world, '/sign-in', [])
  console.log(`sign-in: ${Math.round(bytes / KB)} KB of script`)
  expect(bytes).toBeLessThanOrEqual(160 * KB)
})

test('a first visit to an account or a device loads at most 240 KB of script', async ({
  browser,
  signedIn,
  world,
}) => {
  const account = await openAccount(signedIn, 'Alster Voice')
  const device = await openDevice(signedIn, 'Alster Voice')
  const cookies = await signedIn.context().cookies()
  for (const path of ['/', account, device]) {
    const bytes = await firstVisit(browser, world, path, cookies)
    console.log(`${path.replace(/_.+/, '')}: ${Math.round(bytes / KB)} KB of script`)
    expect(bytes).toBeLessThanOrEqual(240 * KB)
  }
})
