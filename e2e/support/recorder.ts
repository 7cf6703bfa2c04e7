// A proxy between a browser and the portal that records everything the browser receives. It is complete: a
// browser's own tools forget bodies when a page is left.
import { createServer, request, type IncomingMessage } from 'node:http'
import { once } from 'node:events'
import type { BrowserContext, Page } from '@playwright/test'
import type { Sent } from './leaks.ts'

export type Recorder = {
  /** For `newContext({ proxy: { server } })`. */
  readonly server: string
  readonly sent: Sent[]
  /** The contents of the page, its storage and its cookies now. */
  capture(page: Page): Promise<void>
  close(): void
}

/** Starts the proxy. It requests uncompressed responses, to read them. */
export async function startRecorder(label: string): Promise<Recorder> {
  const sent: Sent[] = []
  const note = (where: string, text: string) => void sent.push({ where: `${label}: ${where}`, text })
  const proxy = createServer((incoming, response) => {
    const headers = { ...incoming.headers, 'accept-encoding': 'identity' }
    // Every host here is this machine, but only browsers resolve names below localhost to it.
    const { port, pathname, search } = new URL(incoming.url ?? '')
    const target = { host: '127.0.0.1', port, path: pathname + search }
    const forwarded = request({ ...target, method: incoming.method, headers }, (received) => {
      note(
        `headers of ${incoming.method} ${incoming.url}`,
        `${received.statusCode} ${received.rawHeaders.join('\n')}`,
      )
      response.writeHead(received.statusCode ?? 502, received.rawHeaders)
      received.pipe(response)
      void bodyOf(received).then((body) => noteBody(note, `body of ${incoming.method} ${incoming.url}`, body))
    })
    forwarded.on('error', () => response.destroy())
    incoming.pipe(forwarded)
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const address = proxy.address()
  if (address === null || typeof address === 'string') throw new Error('this system gives no ports')
  return {
    server: `http://127.0.0.1:${address.port}`,
    sent,
    capture: (page) => recordContents(page, page.context(), note),
    close: () => {
      proxy.close()
      proxy.closeAllConnections()
    },
  }
}

async function bodyOf(received: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  received.on('data', (chunk: Buffer) => void chunks.push(chunk))
  await once(received, 'close')
  return Buffer.concat(chunks)
}

function noteBody(note: (where: string, text: string) => void, where: string, body: Buffer): void {
  note(where, body.toString('latin1'))
  // Bytes above 127 are UTF-8, which is searched as text too.
  if (body.some((byte) => byte > 127)) note(where, body.toString('utf8'))
}

async function recordContents(
  page: Page,
  context: BrowserContext,
  note: (where: string, text: string) => void,
): Promise<void> {
  note('address', page.url())
  note(`page ${page.url()}`, await page.content())
  note('cookies', JSON.stringify(await context.cookies()))
  note(
    'storage and memory',
    await page.evaluate(() => {
      const stored = [localStorage, sessionStorage].map((storage) => Object.entries(storage))
      return JSON.stringify([...stored, history.state, document.title])
    }),
  )
}
