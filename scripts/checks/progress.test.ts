import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { testFolder } from '../services/test-folder.ts'
import { note, progressOf } from './progress.ts'
import { runTool } from './run-tool.ts'

test('of a run that was ended one knows what had passed, what had failed and what was running', () => {
  const file = join(testFolder(), 'progress')
  vi.stubEnv('PROGRESS', file)
  for (const name of ['one', 'two', 'three']) note({ test: name, state: 'began' })
  note({ test: 'one', state: 'passed' })
  note({ test: 'three', state: 'failed' })
  const known = { passed: 1, failed: 1, running: ['two'] }
  expect(progressOf(file)).toEqual(known)
  appendFileSync(file, '{"test":"two","sta')
  expect(progressOf(file)).toEqual(known)
  expect(progressOf(join(testFolder(), 'none'))).toEqual({ passed: 0, failed: 0, running: [] })
})

test('a program that takes too long is ended, and has not ended well', async () => {
  expect(await runTool('tsc', ['--version'])).toBe(true)
  expect(await runTool('tsc', ['--version'], {}, 1)).toBe(false)
})
