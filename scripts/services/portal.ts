// One portal process: a production build, `next start` on a port of loopback.
import { join } from 'node:path'
import { startChild, type Child } from './child.ts'
import { ROOT } from './places.ts'
import { freePort } from './ports.ts'

export type Portal = {
  /** Where this process listens. */
  readonly url: string
  readonly port: number
  readonly child: Child
  /** Every line it logged so far. */
  log(): string
  stop(): Promise<void>
}

/** Starts the build that is in `.next` with `env` (see portal-environment.ts) and waits until it answers. */
export async function startPortal(env: NodeJS.ProcessEnv, port?: number): Promise<Portal> {
  const listening = port ?? (await freePort())
  const url = `http://127.0.0.1:${listening}`
  const log: string[] = []
  const child = await startChild({
    name: 'portal',
    command: process.execPath,
    args: [
      join(ROOT, 'node_modules/next/dist/bin/next'),
      'start',
      '--hostname',
      '127.0.0.1',
      '--port',
      String(listening),
    ],
    env,
    ready: () => answers(url),
    timeout: 60_000,
    onLine: (line) => log.push(line),
  })
  return { url, port: listening, child, log: () => log.join('\n'), stop: () => child.stop() }
}

/** Any answer will do: what it says is the business of whoever asked for the portal. */
async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(5000) })
    return true
  } catch {
    return false
  }
}
