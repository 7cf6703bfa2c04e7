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
  stop(): Promise<void>
}

/** Starts the build that is in `.next` with `env` (see portal-environment.ts) and waits until it answers. */
export async function startPortal(
  env: NodeJS.ProcessEnv,
  options: { port?: number | undefined; onLine?: (line: string) => void } = {},
): Promise<Portal> {
  const listening = options.port ?? (await freePort())
  const url = `http://127.0.0.1:${listening}`
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
    ...(options.onLine ? { onLine: options.onLine } : {}),
  })
  return { url, port: listening, child, stop: () => child.stop() }
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
