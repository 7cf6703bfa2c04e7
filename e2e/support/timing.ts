// Measures a list in the browser, from the event to the frame with the result.
import type { Page } from '@playwright/test'

/** Elements of the page. */
export const nodes = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelectorAll('*').length)

/**
 * Milliseconds from a click on the link with this name to the first frame with rows of a table, and the
 * longest task in between.
 */
export async function clickToRows(page: Page, name: string): Promise<{ ms: number; longest: number }> {
  return page.getByRole('link', { name, exact: true }).evaluate(async (link) => {
    let longest = 0
    const observer = new PerformanceObserver((list) => {
      for (const task of list.getEntries()) longest = Math.max(longest, task.duration)
    })
    observer.observe({ entryTypes: ['longtask'] })
    const begin = performance.now()
    if (link instanceof HTMLElement) link.click()
    while (document.querySelector('[role=grid] [data-row]') === null)
      await new Promise((shown) => requestAnimationFrame(shown))
    await new Promise((shown) => requestAnimationFrame(shown))
    const ms = performance.now() - begin
    await new Promise((later) => setTimeout(later, 500))
    observer.disconnect()
    return { ms, longest }
  })
}

/** For each key typed into the filter, the milliseconds until the frame with the new number of matches. */
export async function keysToRows(page: Page, keys: readonly string[]): Promise<number[]> {
  const filter = page.getByRole('searchbox')
  await filter.focus()
  const times: number[] = []
  for (const key of keys) {
    await filter.evaluate((input) => {
      Reflect.deleteProperty(window, 'keyTook')
      input.addEventListener(
        'keydown',
        ({ timeStamp }) => {
          const counts = document.querySelector('h2 + output')
          if (counts === null) throw new Error('the list does not say how many match')
          const changed = new MutationObserver(() => {
            changed.disconnect()
            requestAnimationFrame(() => {
              // The frame is painted when the message after it arrives.
              const { port1, port2 } = new MessageChannel()
              port1.addEventListener('message', () =>
                Object.assign(window, { keyTook: performance.now() - timeStamp }),
              )
              port1.start()
              port2.postMessage(null)
            })
          })
          changed.observe(counts, { characterData: true, childList: true, subtree: true })
        },
        { once: true, capture: true },
      )
    })
    await page.keyboard.press(key)
    await page.waitForFunction(() => 'keyTook' in window)
    times.push(await page.evaluate(() => ('keyTook' in window ? Number(window.keyTook) : Number.NaN)))
    await page.waitForTimeout(300)
  }
  return times
}
