// Counts the tests that passed and failed, from the JSON reports of the runners.
import { readFileSync } from 'node:fs'
import { z } from 'zod'

export type Count = {
  passed: number
  failed: number
  /** The tests that failed with their first messages, where the runner reports them. */
  failures?: readonly string[]
}

const vitest = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  numFailedTestSuites: z.number(),
  success: z.boolean(),
})
const playwright = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
})

/** Vitest's JSON report. Skipped tests count as failed, and so does a file that could not be run. */
export function countVitest(file: string): Count {
  const report = vitest.parse(JSON.parse(readFileSync(file, 'utf8')))
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests
  // A file that does not load has no failed test, yet the run is not a success.
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !report.success ? Math.max(1, report.numFailedTestSuites) : failed,
  }
}

/** Playwright's JSON report, counted in the same way. */
export function countPlaywright(file: string): Count {
  const { stats, errors } = playwright.parse(JSON.parse(readFileSync(file, 'utf8')))
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length }
}

/** The count of a step; one failure if it reports none but ran no test or did not succeed. */
export function judged(count: Count | null, endedWell: boolean): Count {
  if (count === null) return { passed: 0, failed: 1 }
  const suspicious = count.failed === 0 && (!endedWell || count.passed === 0)
  return suspicious ? { ...count, failed: 1 } : count
}

/** The last line of a run. */
export function countLine({ passed, failed }: Count): string {
  return `${passed} passed, ${failed} failed`
}
