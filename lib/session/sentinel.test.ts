import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startChild, type Child } from '../../scripts/services/child.ts'
import { freePort } from '../../scripts/services/ports.ts'
import { startRedis, type PrivateRedis } from '../../scripts/services/redis.ts'
import { closeRedis } from './redis.ts'
import { tellOn } from './test-topology.ts'

const folder = mkdtempSync(join(tmpdir(), 'portal-sentinel-'))
let master: PrivateRedis
let sentinel: Child
let port = 0

beforeAll(async () => {
  master = await startRedis()
  port = await freePort()
  const file = join(folder, 'sentinel.conf')
  const password = new URL(master.url).password
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
      const asked = new Redis(port, '127.0.0.1', { lazyConnect: true, retryStrategy: null })
      asked.on('error', () => undefined)
      const found = await asked
        .connect()
        .then(() => asked.call('sentinel', 'get-master-addr-by-name', 'portal'))
        .catch(() => null)
      asked.disconnect()
      return Array.isArray(found)
    },
    timeout: 10_000,
  })
}, 30_000)

afterAll(async () => {
  await closeRedis()
  await Promise.all([sentinel.stop(), master.stop()])
  rmSync(folder, { recursive: true, force: true })
})

test('sessions live on the master that a Sentinel names', async () => {
  const password = new URL(master.url).password
  await tellOn(`redis+sentinel://:${password}@127.0.0.1:${port}/portal`)
  const raw = new Redis(master.url)
  expect(await raw.dbsize()).toBeGreaterThan(0)
  raw.disconnect()
})
