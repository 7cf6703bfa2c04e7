import { Redis } from 'ioredis'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startRedis, type PrivateRedis } from './redis.ts'

let server: PrivateRedis
beforeAll(async () => {
  server = await startRedis()
})
afterAll(() => server.stop())

async function connected(url: string): Promise<Redis> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: null, commandTimeout: 300 })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

test('it answers only clients with the password', async () => {
  const client = await connected(server.url)
  expect(await client.set('a', '1')).toBe('OK')
  client.disconnect()
  await expect(connected(`redis://127.0.0.1:${server.port}`)).rejects.toThrow()
})

test('stopped it refuses connections; started again it is empty at the same address', async () => {
  await server.stop()
  await expect(connected(server.url)).rejects.toThrow()
  await server.start()
  const client = await connected(server.url)
  expect(await client.dbsize()).toBe(0)
  client.disconnect()
})

test('paused it does not answer, and resumed it continues', async () => {
  const client = await connected(server.url)
  server.pause()
  await expect(client.ping()).rejects.toThrow('timed out')
  server.resume()
  await sleep(50)
  expect(await client.ping()).toBe('PONG')
  client.disconnect()
})
