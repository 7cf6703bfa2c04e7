// The whole portal on one machine until Ctrl-C: databases, a simulated Kazoo, mail and the production build.
import { logFile } from './demo/log-file.ts'
import { demoOptions, type DemoOptions } from './demo/options.ts'
import { castOf, createReseller, SEED } from './demo/reseller.ts'
import { claim, runUntilStopped, type Run } from './demo/run.ts'
import { screen } from './demo/screen.ts'
import { build } from './services/build.ts'
import { startNeighbours } from './services/dependencies.ts'
import { dataFolder } from './services/paths.ts'
import { portalEnvironment } from './services/portal-environment.ts'
import { startPortal } from './services/portal.ts'
import { secrets } from './services/secrets.ts'

await runUntilStopped((run) => demo(run, demoOptions(process.argv.slice(2), process.env['PORT'])))

async function demo(run: Run, options: DemoOptions): Promise<void> {
  const origin = `http://localhost:${options.port}`
  await claim(run, 'demo', options.port)
  const keys = secrets()
  const [{ postgres, redis, simulator, mail }, built] = await Promise.all([
    startNeighbours({
      simulator: { world: options.world, kazoo: options.kazoo, seed: SEED },
      postgres: { folder: dataFolder('postgres'), password: keys.postgresPassword },
    }).then(run.keep),
    build(console.log),
  ])
  // The simulated Kazoo loses its changes, so the portal's data about it starts over as well.
  await postgres.dropDatabase('demo')
  const databaseUrl = await postgres.createDatabase('demo')
  const env = portalEnvironment({
    origin,
    databaseUrl,
    redisUrl: redis.url,
    kazooUrl: simulator.url,
    smtpUrl: mail.smtpUrl,
    secrets: keys,
  })
  const cast = castOf(options.world, options.port)
  await createReseller(env, simulator.url, cast)
  const log = logFile('demo')
  const portal = run.keep(await startPortal({ build: built, env, port: options.port, onLine: log.write }))
  for (const child of [portal.child, postgres.child, simulator.child]) run.watch(child)
  const addresses = { portal: origin, mail: mail.url, kazoo: simulator.url, log: log.path }
  const note = 'All of it listens on this machine alone, and begins anew at the next start.'
  console.log(screen(options, addresses, cast, note))
}
