import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startChild, type Child } from '../../scripts/services/child.ts'
import { freePort } from '../../scripts/services/ports.ts'
import { startRedis, type PrivateRedis } from '../../scripts/services/redis.ts'
import { Unavailable } from '../errors.ts'
import { closeRedis, withRedis } from './redis.ts'
import { expectSessionLifecycle } from '../../testing/redis-topology.ts'

const folder = mkdtempSync(join(tmpdir(), 'portal-sentinel-'))
const password = 'one-for-both'
let master: PrivateRedis
let standby: PrivateRedis
let sentinel: Child
/** A Sentinel that accepts connections and never answers. */
let unresponsive: Server
let port = 0

beforeAll(async () => {
  ;[master, standby] = await Promise.all([startRedis(), startRedis()])
  for (const { url } of [master, standby]) {
    const admin = new Redis(url)
    await admin.config('SET', 'requirepass', password)
    await admin.config('SET', 'masterauth', password)
    admin.disconnect()
  }
  unresponsive = createServer().listen(0, '127.0.0.1')
  await once(unresponsive, 'listening')
  port = await freePort()
  const file = join(folder, 'sentinel.conf')
  const lines = [
    `port ${port}`,
    'bind 127.0.0.1',
    `dir ${folder}`,
    `sentinel monitor portal 127.0.0.1 ${master.port} 1`,
    `sentinel auth-pass portal ${password}`,
  ]
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 })
  sentinel = await startChild({
    name: 'sentinel',
    command: 'redis-server',
    args: [file, '--sentinel'],
    cwd: folder,
    ready: async () => {
      const client = new Redis(port, '127.0.0.1', { lazyConnect: true, retryStrategy: null })
      client.on('error', () => undefined)
      const found = await client
        .connect()
        .then(() => client.call('sentinel', 'get-master-addr-by-name', 'portal'))
        .catch(() => null)
      client.disconnect()
      return Array.isArray(found)
    },
    timeout: 10_000,
  })
}, 30_000)

afterAll(async () => {
  await closeRedis()
  unresponsive.close()
  await Promise.all([sentinel.stop(), master.stop(), standby.stop()])
  rmSync(folder, { recursive: true, force: true })
})

const at = (of: PrivateRedis) => new Redis({ port: of.port, password })

test('sessions are stored on the master that a Sentinel names', async () => {
  const address = unresponsive.address()
  const silent = typeof address === 'object' && address !== null ? address.port : 0
  await expectSessionLifecycle(`redis+sentinel://:${password}@127.0.0.1:${port},127.0.0.1:${silent}/portal`)
  const raw = at(master)
  expect(await raw.dbsize()).toBeGreaterThan(0)
  raw.disconnect()
})

const write = () => withRedis((redis) => redis.set('after', 'written'))

test('security row 14: after a failover the portal connects to the master that the Sentinel names', async () => {
  const [old, next, client] = [at(master), at(standby), new Redis(port, '127.0.0.1')]
  await withRedis((redis) => redis.set('before', 'written'))
  await old.replicaof('127.0.0.1', standby.port)
  await client.call('sentinel', 'remove', 'portal')
  await client.call('sentinel', 'monitor', 'portal', '127.0.0.1', String(standby.port), '1')
  await client.call('sentinel', 'set', 'portal', 'auth-pass', password)
  // The unresponsive Sentinel may be asked first, which also costs attempts.
  let refused = 0
  while ((await write().catch((error: unknown) => error)) instanceof Unavailable)
    expect((refused += 1)).toBeLessThan(6)
  expect(refused).toBeGreaterThan(0)
  expect(await next.get('after')).toBe('written')
  for (const redis of [old, next, client]) redis.disconnect()
})
