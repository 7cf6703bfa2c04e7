// Playwright tells what begins and ends as it goes.
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'
import { note } from '../../scripts/checks/progress.ts'

const named = (test: TestCase) => test.titlePath().filter(Boolean).join(' › ')

export default class Progress implements Reporter {
  onTestBegin(test: TestCase): void {
    note({ test: named(test), state: 'began' })
  }

  onTestEnd(test: TestCase, { status }: TestResult): void {
    // What the end of the run cut off was running.
    if (status === 'interrupted') return
    note({ test: named(test), state: status === 'passed' ? 'passed' : 'failed' })
  }

  printsToStdio(): boolean {
    return false
  }
}
