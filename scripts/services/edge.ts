// The edge as in production: Caddy with the Caddyfile of this checkout, on free loopback ports and with its
// own certificates.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createHash, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { findProgram } from '../programs.mjs'
import { startChild, type Child } from './child.ts'
import { dataFolder, ROOT } from './paths.ts'

export type EdgePlan = {
  httpPort: number
  httpsPort: number
  /** The host of PORTAL_ORIGIN. */
  portalDomain: string
  /** The addresses of the portals, as host and port; the first is asked about certificates. */
  portals: readonly [string, ...string[]]
  /** EDGE_SECRET of the portals. */
  secret: string
}

export type Edge = {
  readonly child: Child
  /** The root certificate, for programs: PEM. */
  readonly root: string
  /** The root certificate as Chromium wants it: SHA-256 of its public key, in base64. */
  readonly authority: string
  stop(): Promise<void>
}

/** Starts it, in about a second. Its certificates are deleted with it. */
export async function startEdge(plan: EdgePlan): Promise<Edge> {
  const caddy = findProgram('caddy')
  if (caddy === null) throw new Error('Caddy is missing: npm test installs it, or see README.md.')
  const folder = mkdtempSync(join(dataFolder('edges'), 'edge-'))
  const authorities = join(folder, 'data/caddy/pki/authorities/local')
  mkdirSync(join(folder, 'data'))
  const child = await startChild({
    name: 'edge',
    command: caddy,
    args: ['run', '--config', join(ROOT, 'Caddyfile'), '--adapter', 'caddyfile'],
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      NODE_ENV: 'production',
      XDG_DATA_HOME: join(folder, 'data'),
      XDG_CONFIG_HOME: join(folder, 'config'),
      EDGE_OPTIONS: 'local_certs\nskip_install_trust\nadmin off',
      EDGE_HTTP_PORT: String(plan.httpPort),
      EDGE_HTTPS_PORT: String(plan.httpsPort),
      EDGE_ASK: `http://${plan.portals[0]}`,
      EDGE_PORTALS: plan.portals.join(' '),
      EDGE_SECRET: plan.secret,
      PORTAL_DOMAIN: plan.portalDomain,
    },
    // It serves once its own host has a certificate.
    readyLine: /certificate obtained successfully/,
  })
  const intermediate = new X509Certificate(await readFile(join(authorities, 'intermediate.crt')))
  const key = intermediate.publicKey.export({ type: 'spki', format: 'der' })
  return {
    child,
    root: await readFile(join(authorities, 'root.crt'), 'utf8'),
    authority: createHash('sha256').update(key).digest('base64'),
    stop: async () => {
      await child.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
