import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Unavailable } from '../../errors.ts'
import { seal } from '../../sealed.ts'
import { keepingRecent } from './recent.ts'

const campus = seal<'kazoo account'>('a'.repeat(32))
const village = seal<'kazoo account'>('b'.repeat(32))

/** A function that reads lists of `length`, and how often it was called. */
function reader(length: number) {
  const recent = keepingRecent<{ all: number[] }>()
  let reads = 0
  const read = () => Promise.resolve({ all: Array.from({ length }, () => ++reads) })
  const ask = async (session: string, account = campus, fresh = false) => {
    const before = reads
    await recent(session, account, { fresh, read })
    return reads > before
  }
  return { ask, recent }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a long list is read once for all keystrokes in a filter, and again after ten seconds or when a fresh one is requested', async () => {
  const { ask } = reader(2001)
  expect(await ask('one')).toBe(true)
  expect(await ask('one')).toBe(false)
  expect(await ask('one', campus, true)).toBe(true)
  expect(await ask('one')).toBe(false)
  vi.advanceTimersByTime(10_001)
  expect(await ask('one')).toBe(true)
})

test('a list that one session read is not given to another session, nor for another account', async () => {
  const { ask } = reader(2001)
  await ask('one')
  expect(await ask('two')).toBe(true)
  expect(await ask('one', village)).toBe(true)
})

test('a list of up to 2,000 is not cached, and neither is a failure', async () => {
  const { ask, recent } = reader(2000)
  await ask('one')
  expect(await ask('one')).toBe(true)
  const failing = recent('two', campus, { fresh: false, read: () => Promise.reject(new Error('no answer')) })
  await expect(failing).rejects.toThrow('no answer')
  expect(await ask('two')).toBe(true)
})

test('two lists are cached, and no more', async () => {
  const { ask } = reader(2001)
  await ask('one')
  await ask('two')
  await ask('three')
  expect(await ask('three')).toBe(false)
  expect(await ask('one')).toBe(true)
})

test('a list that two requests wait for is read again where the time of the first ran out', async () => {
  const recent = keepingRecent<{ all: number[] }>()
  const { promise, reject } = Promise.withResolvers<{ all: number[] }>()
  const first = recent('one', campus, { fresh: false, read: () => promise })
  const second = recent('one', campus, { fresh: false, read: () => Promise.resolve({ all: [7] }) })
  reject(new Unavailable('kazoo', 'timeout'))
  await expect(first).rejects.toMatchObject({ reason: 'timeout' })
  expect(await second).toEqual({ all: [7] })
})
