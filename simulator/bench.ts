// Measures the large world: how fast it starts, how long a page takes, how much memory 10,000 requests
// cost.
import { measure, PAGE_MS, START_MS } from './measure.ts'

const MEMORY_BYTES = 1_000_000_000

const { start, pages, slow, requests, seconds, memory } = await measure(Number(process.argv[2] ?? 10_000))
const sorted = pages.toSorted((one, other) => one - other)
const part = (share: number) =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)
console.log(`start   ${start.wallMs.toFixed(0)} ms, of processor time ${start.cpuMs.toFixed(0)} ms`)
console.log(
  `page    median ${part(0.5)} ms, 95 % ${part(0.95)} ms, 99 % ${part(0.99)} ms, longest ${part(1)} ms`,
)
console.log(
  `slow    ${slow.length} of ${pages.length} pages took ${PAGE_MS} ms ten times running ${slow.join(' ')}`,
)
console.log(`memory  ${Math.round(memory / 1e6)} MB after ${requests} requests in ${seconds.toFixed(1)} s`)
if (Math.min(start.wallMs, start.cpuMs) >= START_MS || slow.length > 0 || memory >= MEMORY_BYTES)
  process.exitCode = 1
