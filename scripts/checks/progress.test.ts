import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { testFolder } from '../../testing/folder.ts'
import { note, noteFailure, progressOf } from './progress.ts'
import { runTool } from './run-tool.ts'

test('an interrupted run reports which tests had passed, had failed and were running', () => {
  const file = join(testFolder(), 'progress')
  vi.stubEnv('PROGRESS', file)
  for (const name of ['one', 'two', 'three']) note({ test: name, state: 'began' })
  note({ test: 'one', state: 'passed' })
  noteFailure('three', '\u001B[31mTimed out\u001B[0m after 10 s\n  Locator: none')
  const known = { passed: 1, failures: ['three: Timed out after 10 s'], running: ['two'] }
  expect(progressOf(file)).toEqual(known)
  appendFileSync(file, '{"test":"two","sta')
  expect(progressOf(file)).toEqual(known)
  expect(progressOf(join(testFolder(), 'none'))).toEqual({ passed: 0, failures: [], running: [] })
})

test('a program that takes too long is ended and counts as failed', async () => {
  expect(await runTool('tsc', ['--version'])).toBe(true)
  expect(await runTool('tsc', ['--version'], {}, 1)).toBe(false)
})
