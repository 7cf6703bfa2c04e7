// A redis-server of our own, on a loopback port with a password; it stores nothing on disk.
import { randomBytes } from 'node:crypto'
import { Redis } from 'ioredis'
import { startChild, type Child } from './child.ts'
import { freePort } from './ports.ts'

export type PrivateRedis = {
  /** For REDIS_URL; the same after `stop` and `start`. */
  readonly url: string
  readonly port: number
  readonly pid: number
  /** Ends it, as in an outage. */
  stop(): Promise<void>
  /** Starts it again at the same address, empty. */
  start(): Promise<void>
  kill(): Promise<void>
  /** Connections stay open and nothing answers. */
  pause(): void
  resume(): void
}

/** Starts redis-server. `settings` are lines of redis.conf, such as `maxmemory 1mb`. */
export async function startRedis(settings: readonly string[] = []): Promise<PrivateRedis> {
  const password = randomBytes(18).toString('base64url')
  const port = await freePort()
  const url = `redis://:${password}@127.0.0.1:${port}`
  // Over standard input, so that `ps` shows no password.
  const input = [
    `port ${port}`,
    'bind 127.0.0.1',
    `requirepass ${password}`,
    'save ""',
    'appendonly no',
    ...settings,
    '',
  ].join('\n')
  const run = () =>
    startChild({
      name: 'redis',
      command: 'redis-server',
      args: ['-'],
      cwd: '/',
      input,
      ready: () => answers(url),
      timeout: 10_000,
    })
  let child: Child = await run()
  return {
    url,
    port,
    get pid() {
      return child.pid
    },
    stop: () => child.stop(),
    kill: () => child.kill(),
    pause: () => child.pause(),
    resume: () => child.resume(),
    start: async () => {
      if (!child.running()) child = await run()
    },
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: null, connectTimeout: 1000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return (await client.ping()) === 'PONG'
  } catch {
    return false
  } finally {
    client.disconnect()
  }
}
