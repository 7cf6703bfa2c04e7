// Waits until a page is at rest: `networkidle` alone is early where the processor is slower than the network.
import type { Page } from '@playwright/test'

/** How long no request may have been sent, in ms. */
const QUIET = 1000

/**
 * Navigates by `go`, and waits until the page is hydrated (React has taken it over) and sent no request for a
 * second.
 */
export async function waitForRest(page: Page, go: () => Promise<unknown>): Promise<void> {
  const under = new Set<object>()
  let last = Date.now()
  const begin = (request: object) => {
    under.add(request)
    last = Date.now()
  }
  const end = (request: object) => {
    under.delete(request)
    last = Date.now()
  }
  page.on('request', begin).on('requestfinished', end).on('requestfailed', end)
  await go()
  await waitForScript(page)
  while (under.size > 0 || Date.now() - last < QUIET) await page.waitForTimeout(100)
  page.off('request', begin).off('requestfinished', end).off('requestfailed', end)
}

/** Waits until React has hydrated the page; returns at once without script. */
export async function waitForScript(page: Page): Promise<void> {
  if (await page.evaluate(() => matchMedia('(scripting: none)').matches)) return
  await page.waitForFunction(() =>
    [...document.querySelectorAll('form, main a, main button')].some((each) =>
      Object.keys(each).some((key) => key.startsWith('__reactFiber$')),
    ),
  )
}
