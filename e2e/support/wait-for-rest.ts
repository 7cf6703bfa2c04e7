// When a page has come to rest: `networkidle` alone is early where the processor is slower than the network.
import type { Page } from '@playwright/test'

/** How long nothing may have been asked for, in ms. */
const QUIET = 1000

/**
 * Goes somewhere by `go`, and waits until the page is awake (React has taken it over) and nothing was on its
 * way for a second.
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
  await page.waitForFunction(() =>
    [...document.querySelectorAll('form, main a, main button')].some((each) =>
      Object.keys(each).some((key) => key.startsWith('__reactFiber$')),
    ),
  )
  while (under.size > 0 || Date.now() - last < QUIET) await page.waitForTimeout(100)
  page.off('request', begin).off('requestfinished', end).off('requestfailed', end)
}
