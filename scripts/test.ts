// Runs every check and every test in order; a failure does not stop the later ones.
import { parseArgs } from 'node:util'
import { countLine, type Count } from './checks/count.ts'
import { changeIn, relatedTo } from './checks/related.ts'
import { relatedSteps, STEPS, type Part, type Step } from './checks/steps.ts'
import { dataFolder, ROOT } from './services/paths.ts'

/** What `npm test` runs; the timed part has to be named. */
const TESTS: readonly Part[] = ['check', 'unit', 'e2e']
const PARTS: readonly Part[] = [...TESTS, 'timed']

const { values } = parseArgs({
  options: { only: { type: 'string' }, related: { type: 'boolean', default: false } },
})
const wanted = values.only === undefined ? TESTS : PARTS.filter((part) => part === values.only)
if (wanted.length === 0) {
  console.error(`--only takes one of ${PARTS.join(', ')}`)
  process.exit(2)
}
if (values.related && !wanted.some((part) => part === 'unit' || part === 'e2e')) {
  console.error('--related finds unit tests and browser tests: --only unit or --only e2e goes with it')
  process.exit(2)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130))
process.on('disconnect', () => process.exit(130))

// Tests start about a hundred programs from the same few sources: each is compiled once.
process.env['NODE_COMPILE_CACHE'] ??= dataFolder('compile-cache')

const steps = values.related ? await stepsOfChange() : STEPS
const total: Count = { passed: 0, failed: 0 }
const outcomes: string[] = []
const failures: string[] = []
for (const { name, part, run } of steps) {
  if (!wanted.includes(part)) continue
  console.log(`\n== ${name}`)
  const began = performance.now()
  const count = await outcome(run)
  const line = `${count.failed === 0 ? 'ok    ' : 'FAILED'} ${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${name}: ${countLine(count)}`
  outcomes.push(line)
  failures.push(...(count.failures ?? []))
  total.passed += count.passed
  total.failed += count.failed
}
// Only the end of a log is usually read, and sometimes kept.
for (const failure of failures) console.log(`failed: ${failure}`)
console.log(`\n${outcomes.join('\n')}\n\n${countLine(total)}`)
process.exit(total.failed === 0 && (total.passed > 0 || values.related) ? 0 : 1)

/** Runs what the change in this checkout touches, and lists what it does not run. */
async function stepsOfChange(): Promise<readonly Step[]> {
  const { base, files } = await changeIn(ROOT)
  console.log(`${files.length} files differ from ${base.slice(0, 9)}.`)
  const { specs, unseen, advised } = relatedTo(ROOT, files)
  if (unseen.length > 0)
    console.log(
      `\nNot covered by this run, for only browser tests load these:\n${unseen.map((name) => `  ${name}`).join('\n')}`,
    )
  if (advised.length > 0)
    console.log(`  perhaps: npx playwright test --project=behaviour ${advised.join(' ')}`)
  console.log('\nTests that read or start a file without importing it are not found: npm test runs them all.')
  return relatedSteps(base, specs)
}

/** A step that throws has failed; the later ones are run all the same. */
async function outcome(run: () => Promise<Count>): Promise<Count> {
  try {
    return await run()
  } catch (error) {
    console.log(error)
    return { passed: 0, failed: 1 }
  }
}
