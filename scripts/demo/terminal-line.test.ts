import { expect, test } from 'vitest'
import { terminalLine } from './terminal-line.ts'

test.each([
  [' GET /sign-in 200 in 31ms', ' GET /sign-in 200 in 31ms'],
  ['{"level":"info","time":"2026-11-30T12:00:00.000Z","event":"kazoo"}', null],
  [
    '{"level":"warn","event":"a job failed","error":{"message":"no answer","stack":"at x"}}',
    'warn: a job failed (no answer)',
  ],
  ['{"level":"error","event":"process output","text":"lost"}', 'error: process output'],
  ['{"level":"error","event":"cut o', null],
])('%s', (line, shown) => {
  expect(terminalLine(line)).toBe(shown)
})
