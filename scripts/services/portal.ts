// One portal process on a loopback port: the production build, or the sources under `next dev`.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { startChild, type Child, type ChildPlan } from './child.ts'
import { ROOT } from './paths.ts'
import { freePort } from './ports.ts'

export type Portal = {
  /** Where this process listens; browsers use PORTAL_ORIGIN. */
  readonly url: string
  readonly port: number
  readonly child: Child
  stop(): Promise<void>
}

export type PortalStart = {
  /** See portal-environment.ts. */
  env: NodeJS.ProcessEnv
  /** Any free port by default. */
  port?: number
  /** Called for each line of its log. */
  onLine?: (line: string) => void
}

/**
 * Starts a portal and waits until it answers (about a second). Several may share one build, a folder made by
 * build.ts.
 */
export function startPortal({ build, ...start }: PortalStart & { build: string }): Promise<Portal> {
  return startServer(start, () => ({
    name: 'portal',
    args: [join(ROOT, 'scripts/serve/main.ts'), build],
    cwd: build,
    timeout: 60_000,
  }))
}

/**
 * Starts `next dev` on this checkout and waits until it answers (some seconds). Changes on disk appear in the
 * browser at once.
 */
export function startDevPortal(start: PortalStart): Promise<Portal> {
  const next = join(ROOT, 'node_modules/next/dist/bin/next')
  const before = pathToFileURL(join(ROOT, 'scripts/serve/before-next-dev.ts')).href
  const env = { ...start.env, NODE_OPTIONS: `--import=${before}` }
  return startServer({ ...start, env }, (port) => ({
    name: 'next dev',
    args: [next, 'dev', '--hostname', '127.0.0.1', '--port', String(port)],
    cwd: ROOT,
    // It compiles before it answers, which takes up to a minute on a busy machine.
    timeout: 300_000,
  }))
}

async function startServer(
  { env, port: wanted, onLine }: PortalStart,
  program: (port: number) => Pick<ChildPlan, 'name' | 'args' | 'cwd' | 'timeout'>,
): Promise<Portal> {
  const port = wanted ?? (await freePort())
  const url = `http://127.0.0.1:${port}`
  const child = await startChild({
    ...program(port),
    command: process.execPath,
    env: { ...env, HOSTNAME: '127.0.0.1', PORT: String(port) },
    ready: () => answers(url),
    ...(onLine ? { onLine } : {}),
  })
  return { url, port, child, stop: () => child.stop() }
}

/** Accepts any answer: the portal only has to be up. */
async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(5000) })
    return true
  } catch {
    return false
  }
}
