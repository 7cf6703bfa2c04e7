// A Vitest reporter that records the progress of a run.
import type { Reporter, TestCase } from 'vitest/node'
import { note, noteFailure } from './progress.ts'

const named = ({ module, fullName }: TestCase) => `${module.relativeModuleId} ${fullName}`

export default class UnitProgress implements Reporter {
  onTestCaseReady(test: TestCase): void {
    note({ test: named(test), state: 'began' })
  }

  onTestCaseResult(test: TestCase): void {
    const { state, errors } = test.result()
    if (state === 'passed') note({ test: named(test), state })
    else noteFailure(named(test), errors?.[0]?.message)
  }
}
