import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { networkInterfaces } from 'node:os'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { freePort } from '../services/ports.ts'
import { bornAt } from '../services/process-facts.ts'
import { testFolder } from '../../testing/folder.ts'
import { claim, type Run } from './run.ts'

const source = (name: string) => JSON.stringify(fileURLToPath(new URL(name, import.meta.url)))

/** Starts two servers, prints their process ids, and waits to be stopped. */
const PROGRAM = `
import { startChild } from ${source('../services/child.ts')}
import { runUntilStopped } from ${source('./run.ts')}
const server = "console.log('ready'); setInterval(() => {}, 60_000)"
await runUntilStopped(async (run) => {
  const pids = []
  for (const name of ['first', 'second']) {
    const child = await startChild({ name, command: process.execPath, args: ['-e', server], readyLine: /ready/ })
    run.keep({ stop: () => (console.log('stopping ' + name), child.stop()) })
    run.watch(child)
    pids.push(child.pid)
  }
  console.log(JSON.stringify(pids))
})`

/** Runs the program until it has started everything, does `act`, and waits for it to end. */
async function ran(act: (own: number, servers: readonly number[]) => void) {
  const program = spawn(process.execPath, ['--input-type=module', '--eval', PROGRAM], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exit = once(program, 'exit')
  const errors = text(program.stderr)
  const servers: number[] = []
  let output = ''
  for await (const chunk of program.stdout.setEncoding('utf8')) {
    output += String(chunk)
    const [line, ...pids] = /^\[(\d+),(\d+)\]$/m.exec(output) ?? []
    if (line === undefined || servers.length > 0) continue
    servers.push(...pids.map(Number))
    act(program.pid ?? 0, servers)
  }
  const [code] = await exit
  return { code, output: output.split('\n'), errors: await errors, left: servers.map(bornAt) }
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'at %s it ends its servers, the latest first',
  async (signal) => {
    const { code, output, left } = await ran((own) => process.kill(own, signal))
    expect(output.filter((line) => line.startsWith('stopping'))).toEqual([
      'stopping second',
      'stopping first',
    ])
    expect(code).toBe(0)
    expect(left).toEqual([null, null])
  },
)

test('when a server ends by itself, the run reports it and ends the others', async () => {
  const { code, errors, left } = await ran((_own, [first]) => process.kill(first ?? 0, 'SIGKILL'))
  expect(errors).toContain('first has ended by itself:\nready')
  expect(code).toBe(1)
  expect(left).toEqual([null, null])
})

/** The addresses that browsers may use for localhost: one on a machine without IPv6. */
const LOOPBACK = Object.values(networkInterfaces())
  .flatMap((each) => each ?? [])
  .filter(({ internal, address }) => internal && (address === '127.0.0.1' || address === '::1'))
  .map(({ address }) => address)

const toStop: { stop(): Promise<void> | void }[] = []
const run: Run = {
  keep: (server) => {
    toStop.push(server)
    return server
  },
  watch: () => undefined,
}
afterEach(async () => {
  for (const each of toStop.splice(0)) await each.stop()
})

test('a checkout has one run of each kind: a second one fails with the address of the first', async () => {
  const [folder, port] = [testFolder(), await freePort()]
  await claim(run, 'dev', port, folder)
  await expect(claim(run, 'dev', port, folder)).rejects.toThrow(
    `npm run dev runs already: http://localhost:${port} (process ${process.pid}).`,
  )
  await claim(run, 'demo', port, folder)
})

test.each(LOOPBACK)(
  'a port that another program uses on %s is an error that suggests another port',
  async (host) => {
    const server = createServer().listen(0, host)
    await once(server, 'listening')
    toStop.push({ stop: () => void server.close() })
    const address = server.address()
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0
    await expect(claim(run, 'dev', port, testFolder())).rejects.toThrow(
      `Port ${port} is taken by another program. Choose one: PORT=${port + 100} npm run dev`,
    )
  },
)
