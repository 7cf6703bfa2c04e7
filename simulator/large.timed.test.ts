import { expect, test } from 'vitest'
import { measure, PAGE_MS, START_MS } from './measure.ts'

// The whole measurement, 10,000 requests, is `node simulator/bench.ts`; this is its fifth part (`npm run
// timed`).
test('the large world starts within 2 s, answers pages of 50 within 20 ms, and stays under 1 GB', async () => {
  const { start, pages, slow, memory } = await measure(2000)
  const sorted = pages.toSorted((one, other) => one - other)
  expect(pages.length).toBeGreaterThan(1000)
  expect(Math.min(start.wallMs, start.cpuMs)).toBeLessThan(START_MS)
  expect(sorted[Math.floor(pages.length / 2)]).toBeLessThan(PAGE_MS)
  expect(slow).toEqual([])
  expect(memory).toBeLessThan(1_000_000_000)
}, 120_000)
