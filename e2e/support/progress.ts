// Reports the beginning and end of each Playwright test.
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'
import { note, noteFailure } from '../../scripts/checks/progress.ts'

const named = (test: TestCase) => test.titlePath().filter(Boolean).join(' › ')

export default class Progress implements Reporter {
  onTestBegin(test: TestCase): void {
    note({ test: named(test), state: 'began' })
  }

  onTestEnd(test: TestCase, { status, error }: TestResult): void {
    // An interrupted test was still running.
    if (status === 'interrupted') return
    if (status === 'passed') note({ test: named(test), state: status })
    else noteFailure(named(test), error?.message)
  }

  printsToStdio(): boolean {
    return false
  }
}
