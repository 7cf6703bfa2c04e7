import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startRedis, type PrivateRedis } from '../../scripts/services/redis.ts'
import { closeRedis } from './redis.ts'
import { tellOn } from './test-topology.ts'

const folder = mkdtempSync(join(tmpdir(), 'portal-cluster-'))
const PASSWORD = 'one-for-all'
let nodes: PrivateRedis[] = []

const start = (name: string) =>
  startRedis(['cluster-enabled yes', `dir ${folder}`, `cluster-config-file ${name}.conf`])

beforeAll(async () => {
  nodes = await Promise.all([start('one'), start('two')])
}, 40_000)

afterAll(async () => {
  await closeRedis()
  await Promise.all(nodes.map((node) => node.stop()))
  rmSync(folder, { recursive: true, force: true })
})

test('sessions live on a Redis Cluster, all keys of one on one node', async () => {
  const [one, two] = nodes.map(({ url }) => new Redis(url))
  if (one === undefined || two === undefined) throw new Error('two nodes were wanted')
  await one.call('cluster', 'addslotsrange', '0', '8191')
  await two.call('cluster', 'addslotsrange', '8192', '16383')
  await one.call('cluster', 'meet', '127.0.0.1', String(nodes[1]?.port))
  for (const node of [one, two]) {
    await expect
      .poll(async () => String(await node.call('cluster', 'info')), { timeout: 15_000 })
      .toMatch(/cluster_state:ok[\s\S]*cluster_slots_assigned:16384[\s\S]*cluster_known_nodes:2/)
    // Each node of ours has a password of its own; a real cluster has one.
    await node.config('SET', 'requirepass', PASSWORD)
    node.disconnect()
  }
  const hosts = nodes.map(({ port }) => `127.0.0.1:${port}`).join(',')
  await tellOn(`redis+cluster://:${PASSWORD}@${hosts}`)
})
