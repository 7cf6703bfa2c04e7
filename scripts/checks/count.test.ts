import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { countLine, countPlaywright, countVitest, judged } from './count.ts'
import { testFolder } from '../../testing/folder.ts'

function report(content: object): string {
  const file = join(testFolder(), 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

const vitest = {
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numFailedTestSuites: 0,
  success: true,
}
const playwright = { stats: { expected: 4, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] }

test.each([
  ['all is well', {}, { passed: 5, failed: 0 }],
  ['tests failed', { numFailedTests: 2, success: false }, { passed: 5, failed: 2 }],
  ['tests were left out', { numPendingTests: 1, numTodoTests: 1 }, { passed: 5, failed: 2 }],
  ['a file does not load', { numFailedTestSuites: 1, success: false }, { passed: 5, failed: 1 }],
])("vitest's report when %s", (_when, change, count) => {
  expect(countVitest(report({ ...vitest, ...change }))).toEqual(count)
})

test.each([
  ['all is well', playwright, { passed: 4, failed: 0 }],
  [
    'tests failed',
    { ...playwright, stats: { ...playwright.stats, unexpected: 1 } },
    { passed: 4, failed: 1 },
  ],
  [
    'tests were left out or wavered',
    { ...playwright, stats: { ...playwright.stats, flaky: 1, skipped: 2 } },
    { passed: 4, failed: 3 },
  ],
  ['the run itself fell over', { ...playwright, errors: [{}] }, { passed: 4, failed: 1 }],
])("playwright's report when %s", (_when, content, count) => {
  expect(countPlaywright(report(content))).toEqual(count)
})

test('a runner fails without a report, without tests, or with a bad exit code in spite of good counts', () => {
  expect(judged(null, true)).toEqual({ passed: 0, failed: 1 })
  expect(judged({ passed: 0, failed: 0 }, true)).toEqual({ passed: 0, failed: 1 })
  expect(judged({ passed: 3, failed: 0 }, false)).toEqual({ passed: 3, failed: 1 })
  expect(judged({ passed: 3, failed: 2 }, false)).toEqual({ passed: 3, failed: 2 })
  expect(judged({ passed: 3, failed: 0 }, true)).toEqual({ passed: 3, failed: 0 })
})

test('the last line is what continuous integration reads', () => {
  expect(countLine({ passed: 12, failed: 0 })).toMatch(/^\d+ passed, \d+ failed$/)
})
