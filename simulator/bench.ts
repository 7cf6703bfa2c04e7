// Measures the large world: how soon it is there, how long a page takes, how much memory 10,000 requests cost.
import { measure } from './measure.ts'

const limits = { start: 2000, page: 20, memory: 1_000_000_000 }

const { startMs, pages, requests, seconds, memory } = await measure(Number(process.argv[2] ?? 10_000))
const sorted = pages.toSorted((one, other) => one - other)
const part = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
const figures = {
  start: startMs,
  median: part(0.5),
  p99: part(0.99),
  'p99.9': part(0.999),
  longest: part(1),
}
for (const [name, ms] of Object.entries(figures)) console.log(`${name.padEnd(8)} ${ms.toFixed(1)} ms`)
console.log(
  `memory   ${Math.round(memory / 1e6)} MB after ${requests} requests (${pages.length} pages of 50) in ${seconds.toFixed(1)} s`,
)
if (startMs >= limits.start || figures.p99 >= limits.page || memory >= limits.memory) {
  console.error('over the limits: start 2 s, page of 50 in 20 ms (99 of 100), memory 1 GB')
  process.exitCode = 1
}
