import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { isObject, text, type Json } from './json.ts'

function run(...words: string[]) {
  return spawn(process.execPath, [new URL('main.ts', import.meta.url).pathname, ...words])
}

test('it prints one line of JSON when it listens, and ends when it gets a signal', async () => {
  const simulator = run('--port', '0', '--world', 'empty', '--kazoo', '4.3')
  const [line] = await once(createInterface(simulator.stdout), 'line')
  const ready: Json = JSON.parse(String(line))
  expect(ready).toMatchObject({ world: 'empty', kazoo: '4.3', pid: simulator.pid })
  const health = await fetch(`${isObject(ready) ? text(ready, 'url') : ''}/_simulator/health`)
  expect(await health.json()).toMatchObject({ ok: true, accounts: 1 })
  simulator.kill('SIGTERM')
  const [code] = await once(simulator, 'exit')
  expect(code).toBe(0)
})

test.each([
  ['--world', 'tiny', '--world must be one of empty, demo, large'],
  ['--kazoo', '4.2', '--kazoo must be 5.0 or 4.3'],
  ['--port', 'x', '--port must be a whole number'],
])('%s %s: %s', async (option, value, message) => {
  const simulator = run(option, value)
  const exited = once(simulator, 'exit')
  let complaint = ''
  for await (const part of simulator.stderr) complaint += String(part)
  expect(complaint).toBe(`simulator: ${message}\n`)
  expect(await exited).toEqual([1, null])
})
