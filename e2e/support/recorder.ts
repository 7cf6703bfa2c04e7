// Writes down everything that a browser receives and keeps.
import type { BrowserContext, Page, Request, Response } from '@playwright/test'
import type { Sent } from './leaks.ts'

export type Recorder = {
  readonly sent: Sent[]
  /** What is in the page, in its storage and among the cookies now. */
  look(page: Page): Promise<void>
  /** Waits until every body has been read. */
  settled(): Promise<void>
}

/** Records every answer of `context` from now on: address, headers, body; also of prefetches, actions, redirects and assets. */
export function record(context: BrowserContext, label: string): Recorder {
  const sent: Sent[] = []
  const reading: Promise<void>[] = []
  const note = (where: string, text: string) => void sent.push({ where: `${label}: ${where}`, text })
  context.on('response', (response) => void reading.push(read(response, note)))
  context.on('request', (request) => note('address', request.url()))
  return {
    sent,
    settled: async () => {
      for (let done = 0; done < reading.length; done = reading.length) await Promise.all(reading)
    },
    look: async (page) => {
      note(`page ${page.url()}`, await page.content())
      note('cookies', JSON.stringify(await context.cookies()))
      note('storage', JSON.stringify(await context.storageState()))
      const script = await page
        .evaluate(() => JSON.stringify([Object.entries(sessionStorage), history.state, document.title]))
        .catch(() => '')
      note('memory', script)
    },
  }
}

async function read(response: Response, note: (where: string, text: string) => void): Promise<void> {
  const request: Request = response.request()
  const name = `${request.method()} ${response.url()} ${response.status()}`
  note(`headers of ${name}`, JSON.stringify(await response.headersArray().catch(() => [])))
  const body = await response.body().catch(() => Buffer.alloc(0))
  note(`body of ${name}`, body.toString('latin1'))
  // Bytes above 127 came as UTF-8: names are read as text too.
  if (body.some((byte) => byte > 127)) note(`body of ${name}`, body.toString('utf8'))
}
