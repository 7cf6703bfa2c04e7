// How many tests ran and how they ended, from the reports that the runners write for machines.
import { readFileSync } from 'node:fs'
import { z } from 'zod'

export type Count = {
  passed: number
  failed: number
  /** Which tests failed and what they said first, where the runner tells. */
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

/** Vitest's JSON report. A test that was left out counts as failed, as does a file that could not be run. */
export function countVitest(file: string): Count {
  const report = vitest.parse(JSON.parse(readFileSync(file, 'utf8')))
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests
  // A file that does not load has no test that failed, yet the run is no success.
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !report.success ? Math.max(1, report.numFailedTestSuites) : failed,
  }
}

/** Playwright's JSON report, read in the same spirit. */
export function countPlaywright(file: string): Count {
  const { stats, errors } = playwright.parse(JSON.parse(readFileSync(file, 'utf8')))
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length }
}

/**
 * What a step adds: its report's figures, and one failure where it says that all is well and there is no
 * test, or ended badly.
 */
export function judged(count: Count | null, endedWell: boolean): Count {
  if (count === null) return { passed: 0, failed: 1 }
  const suspicious = count.failed === 0 && (!endedWell || count.passed === 0)
  return suspicious ? { ...count, failed: 1 } : count
}

/** The last line of a run. */
export function countLine({ passed, failed }: Count): string {
  return `${passed} passed, ${failed} failed`
}
