// `npm run simulator -- --port N --world empty|demo|large --kazoo 5.0|4.3 --latency MS`: one JSON line when
// it listens.
import { enableCompileCache } from 'node:module'
import { parseArgs } from 'node:util'
import type { KazooVersion } from './crossbar/flavour.ts'
import type { WorldName } from './worlds/world.ts'

// The second start finds its modules compiled, which is half of a start; hence the late imports.
enableCompileCache()
const { startSimulator } = await import('./server.ts')
const { worldNames } = await import('./worlds/world.ts')

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8000' },
    host: { type: 'string', default: '127.0.0.1' },
    world: { type: 'string', default: 'demo' },
    kazoo: { type: 'string', default: '5.0' },
    latency: { type: 'string', default: '0' },
    seed: { type: 'string' },
  },
})

try {
  const world = worldOf(values.world)
  const kazoo = versionOf(values.kazoo)
  const { seed } = values
  const { url, port, simulator } = await startSimulator(
    { world, kazoo, latency: numberOf('latency', values.latency), ...(seed === undefined ? {} : { seed }) },
    { port: numberOf('port', values.port), host: values.host },
  )
  console.log(JSON.stringify({ url, port, world, kazoo, pid: process.pid }))
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => process.exit(0))
  await simulator.store.warm()
} catch (error) {
  console.error(`simulator: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}

function worldOf(name: string): WorldName {
  const world = worldNames.find((known) => known === name)
  if (!world) throw new Error(`--world must be one of ${worldNames.join(', ')}`)
  return world
}

function versionOf(name: string): KazooVersion {
  if (name !== '4.3' && name !== '5.0') throw new Error('--kazoo must be 5.0 or 4.3')
  return name
}

function numberOf(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`--${name} must be a whole number`)
  return Number(text)
}
