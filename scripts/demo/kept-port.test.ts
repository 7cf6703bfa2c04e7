import { once } from 'node:events'
import { createServer } from 'node:net'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { freePort } from '../services/ports.ts'
import { testFolder } from '../../testing/folder.ts'
import { keptPort } from './kept-port.ts'

const servers: { close(): unknown }[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

async function listen(port: number): Promise<void> {
  const server = createServer().listen(port, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
}

test('the first chosen port stays, even if another one becomes free', async () => {
  const folder = testFolder()
  const port = await freePort()
  expect(await keptPort(folder, 3000, port)).toBe(port)
  expect(await keptPort(folder, 3000, await freePort())).toBe(port)
  expect(readFileSync(join(folder, 'dev-kazoo-port'), 'utf8')).toBe(`${port}\n`)
})

test('a port that is taken, or that the portal will take, is not chosen', async () => {
  const first = await freePort()
  await listen(first)
  const second = await keptPort(testFolder(), 3000, first)
  expect(second).toBeGreaterThan(first)
  expect(await keptPort(testFolder(), second, first)).toBeGreaterThan(second)
})

test('a kept port that another program has taken is an error that says what to do', async () => {
  const folder = testFolder()
  const port = await keptPort(folder, 3000, await freePort())
  await listen(port)
  await expect(keptPort(folder, 3000)).rejects.toThrow(
    `Port ${port}, where the simulated Kazoo of this checkout listens, is taken by another program.`,
  )
})
