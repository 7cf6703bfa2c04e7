// One portal process: the production build that is shipped, on a port of loopback.
import { join } from 'node:path'
import { startChild, type Child } from './child.ts'
import { ROOT } from './paths.ts'
import { freePort } from './ports.ts'

export type Portal = {
  /** Where this process listens; browsers go to PORTAL_ORIGIN. */
  readonly url: string
  readonly port: number
  readonly child: Child
  stop(): Promise<void>
}

export type PortalStart = {
  /** A folder that build.ts made. */
  build: string
  /** See portal-environment.ts. */
  env: NodeJS.ProcessEnv
  /** Any free one unless said. */
  port?: number
  /** Each line that it logs. */
  onLine?: (line: string) => void
}

/** Starts a portal and waits until it answers (about a second). Several may run of one build. */
export async function startPortal(start: PortalStart): Promise<Portal> {
  const port = start.port ?? (await freePort())
  const url = `http://127.0.0.1:${port}`
  const child = await startChild({
    name: 'portal',
    command: process.execPath,
    args: [join(ROOT, 'scripts/serve/main.ts'), start.build],
    cwd: start.build,
    env: { ...start.env, HOSTNAME: '127.0.0.1', PORT: String(port) },
    ready: () => answers(url),
    timeout: 60_000,
    ...(start.onLine ? { onLine: start.onLine } : {}),
  })
  return { url, port, child, stop: () => child.stop() }
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
