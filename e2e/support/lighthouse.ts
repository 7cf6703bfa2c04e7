// Lighthouse on a page of a production build, in a browser of its own, signed in by the session's cookie.
import { chromium, type Cookie } from '@playwright/test'
import lighthouse, { desktopConfig, type Result } from 'lighthouse'
import { freePort } from '../../scripts/services/ports.ts'
import { BROWSER } from './browser.ts'

/** Scores from 0 to 100 (0 also for what could not be measured), and the audits that are not perfect, for whoever has to find out why. */
export type Marks = {
  performance: number
  accessibility: number
  bestPractices: number
  faults: string[]
}

/** Marks of the page at `url`, as a desk (`desktop`) or as a slow phone sees it. */
export async function marksOf(url: string, cookies: Cookie[], form: 'desktop' | 'mobile'): Promise<Marks> {
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
        onlyCategories: ['performance', 'accessibility', 'best-practices'],
        extraHeaders: { Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') },
      },
      form === 'desktop' ? desktopConfig : undefined,
    )
    if (result === undefined) throw new Error('Lighthouse has no result')
    return marked(result.lhr)
  } finally {
    await browser.close()
  }
}

function marked({ categories, audits }: Result): Marks {
  const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100)
  const faults = Object.values(audits)
    .filter(({ score: each }) => each !== null && each < 0.9)
    .map(({ id, displayValue }) => `${id} ${displayValue ?? ''}`.trim())
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    faults,
  }
}
