// Runs Lighthouse on a page of a production build, in a browser of its own, signed in by the session's
// cookie.
import { chromium, type Cookie } from '@playwright/test'
import lighthouse, { desktopConfig, type Result } from 'lighthouse'
import { freePort } from '../../scripts/services/ports.ts'
import { BROWSER } from './browser.ts'

export type Category = 'performance' | 'accessibility' | 'best-practices'

/** Scores from 0 to 100 by category (0 also without a score), and the audits that are not perfect. */
export type Scores = { scores: Partial<Record<Category, number>>; faults: string[] }

/**
 * Scores of the page at `url`, as a desktop browser sees it, in these categories.
 * @throws Error when Lighthouse has no result
 */
export async function scoresOf(
  url: string,
  cookies: Cookie[],
  categories: readonly Category[],
): Promise<Scores> {
  const port = await freePort()
  const browser = await chromium.launch({
    ...BROWSER,
    args: [...BROWSER.args, `--remote-debugging-port=${port}`],
  })
  try {
    const result = await lighthouse(
      url,
      {
        port,
        output: 'json',
        logLevel: 'silent',
        onlyCategories: [...categories],
        extraHeaders: { Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') },
      },
      desktopConfig,
    )
    if (result === undefined) throw new Error('Lighthouse has no result')
    return scored(result.lhr, categories)
  } finally {
    await browser.close()
  }
}

function scored({ categories, audits }: Result, names: readonly Category[]): Scores {
  const faults = Object.values(audits)
    .filter(({ score }) => score !== null && score < 0.9)
    .map(({ id, displayValue }) => `${id} ${displayValue ?? ''}`.trim())
  return {
    scores: Object.fromEntries(names.map((name) => [name, Math.round((categories[name]?.score ?? 0) * 100)])),
    faults,
  }
}
