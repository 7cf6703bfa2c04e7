import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { takeLock, withLock } from './lock.ts'
import { endLeftovers, notePid } from './pid-files.ts'
import { bornAt } from './process-facts.ts'
import { testFolder } from '../../testing/folder.ts'

let folder: string
beforeEach(() => {
  folder = testFolder()
})

async function sleeper() {
  const child = spawn('sleep', ['60'], { stdio: 'ignore' })
  await once(child, 'spawn')
  return { pid: child.pid ?? 0, kill: () => child.kill('SIGKILL'), ended: once(child, 'exit') }
}

test('a lock has one holder, and shows its note to the next one', () => {
  const file = join(folder, 'lock')
  const first = takeLock(file, 'http://localhost:3000')
  expect(takeLock(file, 'another')).toEqual({ pid: process.pid, note: 'http://localhost:3000' })
  if (!('release' in first)) throw new Error('not taken')
  first.release()
  expect(takeLock(file, 'another')).toHaveProperty('release')
  expect(readdirSync(folder)).toEqual(['lock'])
})

test.each([
  ['of a process that is gone', { pid: 2 ** 22 + 1, born: '1', note: '' }],
  ['whose process id another process has now', { pid: process.pid, born: 'another time', note: '' }],
  ['that is not a lock', 'nonsense'],
])('a lock %s is replaced', (_what, entry) => {
  const file = join(folder, 'lock')
  writeFileSync(file, JSON.stringify(entry))
  expect(takeLock(file, 'mine')).toHaveProperty('release')
})

test('work under a lock never runs twice at once', async () => {
  let inside = 0
  const work = () =>
    withLock(join(folder, 'lock'), 'work', async () => {
      inside += 1
      expect(inside).toBe(1)
      await new Promise((resolve) => setTimeout(resolve, 20))
      inside -= 1
    })
  await Promise.all([work(), work(), work()])
  expect(inside).toBe(0)
})

test('processes that a killed owner left running are ended; those of a living owner are not', async () => {
  const [left, owned] = [await sleeper(), await sleeper()]
  notePid(folder, 'owned', owned.pid)
  const entry = { name: 'left', pid: left.pid, born: bornAt(left.pid), owner: 2 ** 22 + 1, ownerBorn: '1' }
  writeFileSync(join(folder, 'left.json'), JSON.stringify(entry))
  expect(await endLeftovers(folder)).toEqual(['left'])
  await left.ended
  expect(bornAt(owned.pid)).not.toBeNull()
  owned.kill()
  await owned.ended
})

test('another process that got an old id is left alone', async () => {
  const stranger = await sleeper()
  const entry = { name: 'old', pid: stranger.pid, born: 'long ago', owner: 2 ** 22 + 1, ownerBorn: '1' }
  writeFileSync(join(folder, 'old.json'), JSON.stringify(entry))
  expect(await endLeftovers(folder)).toEqual([])
  expect(bornAt(stranger.pid)).not.toBeNull()
  expect(readdirSync(folder)).toEqual([])
  stranger.kill()
  await stranger.ended
})
