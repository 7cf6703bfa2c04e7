// Sends a request as a program, to one portal process of several: its own `Host`, no cookie jar, no redirects
// followed.
import { request, type IncomingHttpHeaders } from 'node:http'
import { text } from 'node:stream/consumers'
import type { BrowserContext } from '@playwright/test'
import type { Portal } from '../../scripts/services/portal.ts'
import type { TestEnvironment } from './test-environment.ts'

export type Sent = {
  method?: string
  path: string
  headers?: Readonly<Record<string, string>>
  body?: string | Buffer
}
export type Answer = { status: number; headers: IncomingHttpHeaders; body: string }

/**
 * Sends to `portal` what a browser on the portal's origin would; `sent.headers` override the default ones.
 */
export async function send(
  world: TestEnvironment,
  sent: Sent,
  portal: Portal = world.portal,
): Promise<Answer> {
  const headers = { host: new URL(world.origin).host, ...sent.headers }
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port: portal.port, method: sent.method ?? 'GET', path: sent.path, headers },
      (answer) => {
        text(answer).then(
          (body) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }),
          reject,
        )
      },
    )
    outgoing.on('error', reject)
    outgoing.end(sent.body)
  })
}

/** The `Cookie` header of a browser, so that programs can continue its session. */
export async function cookieOf(context: BrowserContext): Promise<string> {
  const cookies = await context.cookies()
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}
