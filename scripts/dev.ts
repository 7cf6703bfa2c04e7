// The portal for development until Ctrl-C: the demo's services, and `next dev` with hot reload.
import { keptDatabase } from './demo/kept-database.ts'
import { keptPort } from './demo/kept-port.ts'
import { logFile } from './demo/log-file.ts'
import { devOptions, type DevOptions } from './demo/options.ts'
import { castOf, createReseller, SEED } from './demo/reseller.ts'
import { claim, runUntilStopped, type Run } from './demo/run.ts'
import { screen } from './demo/screen.ts'
import { terminalLine } from './demo/terminal-line.ts'
import { startNeighbours } from './services/dependencies.ts'
import { dataFolder } from './services/paths.ts'
import { portalEnvironment } from './services/portal-environment.ts'
import { startDevPortal } from './services/portal.ts'
import { secrets } from './services/secrets.ts'

await runUntilStopped((run) => dev(run, devOptions(process.argv.slice(2), process.env['PORT'])))

async function dev(run: Run, options: DevOptions): Promise<void> {
  const origin = `http://localhost:${options.port}`
  await claim(run, 'dev', options.port)
  const keys = secrets()
  const kazooPort = await keptPort(dataFolder(''), options.port)
  const { postgres, redis, simulator, mail } = run.keep(
    await startNeighbours({
      simulator: { world: options.world, kazoo: options.kazoo, seed: SEED, port: kazooPort },
      postgres: { folder: dataFolder('dev-postgres'), password: keys.postgresPassword },
    }),
  )
  const environment = (databaseUrl: string) =>
    portalEnvironment({
      origin,
      databaseUrl,
      redisUrl: redis.url,
      kazooUrl: simulator.url,
      smtpUrl: mail.smtpUrl,
      secrets: keys,
      // Sessions last longer than a lunch break.
      more: { NODE_ENV: 'development', SESSION_IDLE_MINUTES: '720', SESSION_HOURS: '24' },
    })
  const cast = castOf(options.world, options.port)
  const databaseUrl = await keptDatabase(postgres, {
    // The portal identifies its Kazoo by its address: stored data are valid only there.
    name: `${options.world} ${options.kazoo} ${kazooPort}`,
    fresh: options.fresh,
    fill: (url) => createReseller(environment(url), simulator.url, cast),
  })
  const log = logFile('dev')
  console.log('Compiling the first page (half a minute the first time, a few seconds later on) ...')
  const portal = run.keep(
    await startDevPortal({
      env: environment(databaseUrl),
      port: options.port,
      onLine: (line) => {
        log.write(line)
        const formatted = terminalLine(line)
        if (formatted !== null) console.log(formatted)
      },
    }),
  )
  for (const child of [portal.child, postgres.child, simulator.child]) run.watch(child)
  await compile(`${origin}/sign-in`)
  const addresses = {
    portal: origin,
    mail: mail.url,
    kazoo: simulator.url,
    log: log.path,
    gallery: `${origin}/gallery`,
  }
  const note = `All of it listens on this machine alone. What the portal knows is there again at the next start (unless that is
  npm run dev -- --fresh); what was done in the simulated Kazoo is not.`
  console.log(screen(options, addresses, cast, note))
  // While the developer signs in, the page behind it compiles.
  await compile(origin)
}

/** Requests a page in advance, so that it is compiled. Next reports errors. */
async function compile(url: string): Promise<void> {
  await fetch(url, { redirect: 'manual' }).catch(() => undefined)
}
