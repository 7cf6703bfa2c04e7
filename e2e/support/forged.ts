// Posts of an action as a browser made them, to be replayed with changes.
import type { Page, Request } from '@playwright/test'
import { send, type Answer } from './send.ts'
import type { TestEnvironment } from './test-environment.ts'

export type Posted = { path: string; headers: Record<string, string>; body: string }

/** Runs `act` and returns the action post that it caused. */
export async function postOf(page: Page, act: () => Promise<unknown>): Promise<Posted> {
  const waiting = page.waitForRequest((request) => request.method() === 'POST')
  await act()
  return postedIn(await waiting)
}

async function postedIn(request: Request): Promise<Posted> {
  const url = new URL(request.url())
  const sent = await request.allHeaders()
  // Pseudo-headers of HTTP/2 and headers that node:http sets by itself are left out.
  const headers = Object.fromEntries(
    Object.entries(sent).filter(
      ([name]) => !/^(:|host$|content-length$|connection$|accept-encoding$)/.test(name),
    ),
  )
  return {
    path: url.pathname + url.search,
    headers,
    body: request.postDataBuffer()?.toString('latin1') ?? '',
  }
}

/** Sends it again: `change` sets headers (undefined: removes them), `words` replaces words of the body. */
export function replay(
  world: TestEnvironment,
  posted: Posted,
  change: Readonly<Record<string, string | undefined>> = {},
  words: readonly (readonly [from: string, to: string])[] = [],
): Promise<Answer> {
  const all: Record<string, string | undefined> = { ...posted.headers, ...change }
  const headers = Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  )
  let { body } = posted
  for (const [from, to] of words) {
    if (!body.includes(from)) throw new Error(`the post has no ${from} in it`)
    body = body.replaceAll(from, to)
  }
  return send(world, { method: 'POST', path: posted.path, headers, body: Buffer.from(body, 'latin1') })
}
