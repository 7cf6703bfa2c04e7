// Tests what is read once for all, how long it is cached, and what is returned while the store is
// unavailable.
import { expect, test } from 'vitest'
import { Unavailable } from '../errors.ts'
import { lastKnown } from './last-known.ts'

const LONG = 60_000

/** A store that counts how often it is read; `answer` is what it returns, or throws. */
function store(freshMs: number, staleMs: number, most = 10) {
  const state = { reads: 0, answer: (): Promise<string | null> => Promise.resolve('first') }
  const known = lastKnown(
    () => {
      state.reads += 1
      return state.answer()
    },
    { freshMs, staleMs, most, warning: 'the last answer is used' },
  )
  return { known, state }
}

const unavailable = () => Promise.reject(new Unavailable('postgres', 'unreachable'))

test('concurrent callers wait for one read, and the next one gets its answer', async () => {
  const { known, state } = store(LONG, LONG)
  const { promise, resolve } = Promise.withResolvers<string | null>()
  state.answer = () => promise
  const all = [known.get('a'), known.get('a'), known.get('a')]
  resolve('said')
  expect(await Promise.all(all)).toEqual(['said', 'said', 'said'])
  expect(await known.get('a')).toBe('said')
  expect(state.reads).toBe(1)
})

test('null is cached too', async () => {
  const { known, state } = store(LONG, LONG)
  state.answer = () => Promise.resolve(null)
  expect([await known.get('a'), await known.get('a'), state.reads]).toEqual([null, null, 1])
})

test('while the store is unavailable the last answer is returned, and each caller reads again', async () => {
  const { known, state } = store(LONG, LONG)
  await known.get('a')
  known.clear()
  state.answer = unavailable
  expect(await known.get('a')).toBe('first')
  expect(await known.get('a')).toBe('first')
  expect(state.reads).toBe(3)
  await expect(known.get('b')).rejects.toBeInstanceOf(Unavailable)
  state.answer = () => Promise.resolve('second')
  expect(await known.get('a')).toBe('second')
})

test('another error is never covered by the last answer', async () => {
  const { known, state } = store(LONG, LONG)
  await known.get('a')
  known.clear()
  state.answer = () => Promise.reject(new Error('a fault'))
  await expect(known.get('a')).rejects.toThrow('a fault')
})

test('an answer that was being read when the cache was cleared is returned, and not cached', async () => {
  const { known, state } = store(LONG, LONG)
  const { promise, resolve } = Promise.withResolvers<string | null>()
  state.answer = () => promise
  const early = known.get('a')
  known.clear()
  state.answer = () => Promise.resolve('second')
  resolve('first')
  expect(await early).toBe('first')
  expect(await known.get('a')).toBe('second')
})

test('beyond the limit the least recently used key is dropped', async () => {
  const { known, state } = store(LONG, LONG, 2)
  for (const key of ['a', 'b', 'a', 'c']) await known.get(key)
  expect(state.reads).toBe(3)
  await known.get('a')
  expect(state.reads).toBe(3)
  await known.get('b')
  expect(state.reads).toBe(4)
})

test('an answer is read again once it is old, and is not returned once it is too old', async () => {
  const { known, state } = store(1, 1)
  await known.get('a')
  const began = performance.now()
  await expect.poll(() => performance.now() - began > 3).toBe(true)
  state.answer = unavailable
  await expect(known.get('a')).rejects.toBeInstanceOf(Unavailable)
  expect(state.reads).toBe(2)
})
