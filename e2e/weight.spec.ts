import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { openAccount, openDevice } from './support/ways.ts'

const KB = 1000

/** What the scripts of a first visit weigh as they came over the wire (gzip), in bytes. */
async function scriptsOf(page: Page, path: string): Promise<number> {
  const sizes: Promise<number>[] = []
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
  await page.goto(path, { waitUntil: 'networkidle' })
  page.removeAllListeners('response')
  expect(sizes.length).toBeGreaterThan(3)
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

test('a first visit to sign-in brings at most 160 KB of script', async ({ page }) => {
  const bytes = await scriptsOf(page, '/sign-in')
  console.log(`sign-in: ${Math.round(bytes / KB)} KB of script`)
  expect(bytes).toBeLessThanOrEqual(160 * KB)
})

test('a first visit to an account or a device brings at most 240 KB of script', async ({
  browser,
  signedIn,
  world,
}) => {
  const account = await openAccount(signedIn, 'Alster Voice')
  const device = await openDevice(signedIn, 'Alster Voice')
  const cookies = await signedIn.context().cookies()
  for (const path of ['/', account, device]) {
    // Nothing in its cache.
    const fresh = await browser.newContext({ baseURL: world.origin })
    await fresh.addCookies(cookies)
    const bytes = await scriptsOf(await fresh.newPage(), path)
    await fresh.close()
    console.log(`${path.replace(/_.+/, '')}: ${Math.round(bytes / KB)} KB of script`)
    expect(bytes).toBeLessThanOrEqual(240 * KB)
  }
})
