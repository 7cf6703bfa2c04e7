// The whole portal on one machine: databases, a Kazoo, mail and the portal itself, until Ctrl-C.
import { createWriteStream, rmSync } from 'node:fs'
import { join } from 'node:path'
import { demoOptions, type DemoOptions } from './demo/options.ts'
import { screen } from './demo/screen.ts'
import { build } from './services/build.ts'
import { runningFolder } from './services/child.ts'
import { takeLock } from './services/lock.ts'
import { startNeighbours } from './services/dependencies.ts'
import { endLeftovers } from './services/pid-files.ts'
import { dataFolder } from './services/paths.ts'
import { portalEnvironment } from './services/portal-environment.ts'
import { startPortal } from './services/portal.ts'
import { isFree } from './services/ports.ts'
import { secrets } from './services/secrets.ts'
import { createTenant, giveDomain } from './services/tenant.ts'
import { peopleOf, resellerAdmin, type Person } from './services/world-people.ts'

const OWNER = { name: 'Olivia Owner', email: 'olivia@portal.example', password: 'ride-the-northern-lights' }
const SEED = 'demo'
/** Where the customers of the demo's tenant sign in. */
const BRANDED = 'customers.localhost'

/** What is to be ended, the latest first. */
const running: { stop(): Promise<void> | void }[] = []
let ending: Promise<void> | undefined

process.on('SIGINT', () => (ending ? process.exit(130) : void end(0, 'Ending ...')))
for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0))
// Whoever started us is gone.
process.on('disconnect', () => void end(0))

try {
  await run(demoOptions(process.argv.slice(2), process.env['PORT']))
} catch (error) {
  if (!ending) await end(1, error instanceof Error ? error.message : String(error))
}

async function run(options: DemoOptions): Promise<void> {
  const origin = `http://localhost:${options.port}`
  const lock = takeLock(join(dataFolder(''), 'demo.lock'), origin)
  if (!('release' in lock)) throw new Error(`The demo runs already: ${lock.note} (process ${lock.pid}).`)
  running.push({ stop: () => lock.release() })
  const left = await endLeftovers(runningFolder())
  if (left.length > 0) console.log(`Ended what a killed run had left: ${left.join(', ')}.`)
  if (!(await isFree(options.port))) {
    throw new Error(
      `Port ${options.port} is taken by another program. Choose one: PORT=${options.port + 1} npm run demo`,
    )
  }
  const keys = secrets()
  const [neighbours, built] = await Promise.all([
    startNeighbours({
      simulator: { world: options.world, kazoo: options.kazoo, seed: SEED },
      postgres: { folder: dataFolder('postgres'), password: keys.postgresPassword },
    }).then((started) => {
      running.push(started)
      return started
    }),
    build(console.log),
  ])
  const { postgres, redis, simulator, mail } = neighbours
  // The simulated Kazoo forgets what was done in it, so what the portal knows of it begins anew as well.
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
  const people = peopleOf(options.world, SEED)
  const admin = resellerAdmin(people)
  await createTenant(env, { kazooUrl: simulator.url, admin, owner: OWNER })
  await giveDomain(env, admin, BRANDED)
  const log = join(dataFolder(''), 'demo.log')
  rmSync(log, { force: true })
  const lines = createWriteStream(log, { mode: 0o600 })
  const portal = await startPortal({
    build: built,
    env,
    port: options.port,
    onLine: (line) => lines.write(`${line}\n`),
  })
  running.push(portal)
  for (const child of [portal.child, postgres.child, simulator.child]) {
    void child.ended.then(() => ending ?? end(1, `${child.name} has ended by itself:\n${child.output()}`))
  }
  const customers = { origin: `http://${BRANDED}:${options.port}`, one: people.find(isCustomer) ?? null }
  const addresses = { portal: origin, mail: mail.url, kazoo: simulator.url, log }
  console.log(screen(options, addresses, { owner: OWNER, admin, customers }))
}

function isCustomer({ privilege }: Person): boolean {
  return privilege === 'customer user'
}

/** Ends what runs, in order, and then us. */
function end(code: number, line?: string): Promise<void> {
  ending ??= (async () => {
    if (line !== undefined) (code === 0 ? console.log : console.error)(line)
    for (const each of running.toReversed()) await each.stop()
    process.exit(code)
  })()
  return ending
}
