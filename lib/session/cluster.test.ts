import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startRedis, type PrivateRedis } from '../../scripts/services/redis.ts'
import { openRelay, type Relay } from '../../scripts/services/relay.ts'
import { Unavailable } from '../errors.ts'
import { closeRedis, withRedis } from './redis.ts'
import { expectSessionLifecycle } from '../../testing/redis-topology.ts'

const folder = mkdtempSync(join(tmpdir(), 'portal-cluster-'))
const PASSWORD = 'one-for-all'
let nodes: PrivateRedis[] = []
/** The portal reaches the first node through this relay. */
let relay: Relay

const start = (name: string) =>
  startRedis(['cluster-enabled yes', `dir ${folder}`, `cluster-config-file ${name}.conf`])

beforeAll(async () => {
  nodes = await Promise.all([start('one'), start('two')])
  relay = await openRelay(nodes[0]?.port ?? 0)
}, 40_000)

afterAll(async () => {
  await closeRedis()
  relay.close()
  await Promise.all(nodes.map((node) => node.stop()))
  rmSync(folder, { recursive: true, force: true })
})

test('sessions work on a Redis Cluster, with all keys of one on one node', async () => {
  const [one, two] = nodes.map(({ url }) => new Redis(url))
  if (one === undefined || two === undefined) throw new Error('two nodes are needed')
  await one.config('SET', 'cluster-announce-port', String(relay.port))
  await one.config('SET', 'cluster-announce-bus-port', String((nodes[0]?.port ?? 0) + 10_000))
  await one.call('cluster', 'addslotsrange', '0', '8191')
  await two.call('cluster', 'addslotsrange', '8192', '16383')
  await one.call('cluster', 'meet', '127.0.0.1', String(nodes[1]?.port))
  for (const node of [one, two]) {
    await expect
      .poll(async () => String(await node.call('cluster', 'info')), { timeout: 15_000 })
      .toMatch(/cluster_state:ok[\s\S]*cluster_slots_assigned:16384[\s\S]*cluster_known_nodes:2/)
    // Each test node has a password of its own; a real cluster has one for all.
    await node.config('SET', 'requirepass', PASSWORD)
    node.disconnect()
  }
  const hosts = [relay.port, nodes[1]?.port].map((port) => `127.0.0.1:${port}`).join(',')
  await expectSessionLifecycle(`redis+cluster://:${PASSWORD}@${hosts}`)
})

/** Keys in slots of the first and of the second node. */
const [HERE, THERE] = ['{b}', '{a}']

const write = () => withRedis((redis) => redis.set(`${HERE} after`, 'written'))

test('security row 14: a command on a lost connection is not sent again', async () => {
  await withRedis((redis) => redis.set(`${HERE} before`, 'written'))
  relay.freeze('answers')
  const counting = withRedis((redis) => redis.incr(`${HERE} counted`))
  const raw = new Redis({ port: nodes[0]?.port ?? 0, password: PASSWORD })
  await expect.poll(() => raw.get(`${HERE} counted`)).toBe('1')
  relay.freeze('old')
  relay.cut()
  await expect(counting).rejects.toBeInstanceOf(Unavailable)
  expect(await withRedis((redis) => redis.get(`${HERE} counted`))).toBe('1')
  raw.disconnect()
})

test('security row 14: a node that does not answer is reconnected, and the other stays connected', async () => {
  await withRedis((redis) => redis.set(`${THERE} before`, 'written'))
  relay.freeze('old')
  let refused = 0
  while ((await write().catch((error: unknown) => error)) instanceof Unavailable) {
    expect((refused += 1)).toBeLessThan(6)
    expect(await withRedis((redis) => redis.set(`${THERE} meanwhile`, 'written'))).toBe('OK')
  }
  expect(refused).toBeGreaterThan(0)
})
