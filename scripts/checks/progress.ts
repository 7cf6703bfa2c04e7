// The progress of a test run, a line for each test that starts or ends, for a run that is killed before its
// report.
import { appendFileSync, readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import { z } from 'zod'

const Line = z.object({
  test: z.string(),
  state: z.enum(['began', 'passed', 'failed']),
  /** The first line of a failed test's message. */
  why: z.string().optional(),
})
export type Step = z.output<typeof Line>
/** The progress of a run. */
export type SoFar = {
  passed: number
  /** For each failed test its name and first message. */
  failures: string[]
  /** The names of the tests that had not ended. */
  running: string[]
}

/** Appends a step to the file that `PROGRESS` names; does nothing without it. */
export function note(step: Step): void {
  const file = process.env['PROGRESS']
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(step)}\n`)
}

/** Records that a test failed, with the first line of `message` without terminal colours. */
export function noteFailure(test: string, message: string | undefined): void {
  const [why] = stripVTControlCharacters(message ?? '')
    .trim()
    .split('\n')
  note({ test, state: 'failed', ...(why ? { why } : {}) })
}

/** The progress recorded in `file`. A missing file is a run without progress. */
export function progressOf(file: string): SoFar {
  const last = new Map<string, Step>()
  for (const line of linesOf(file)) {
    const step = Line.parse(JSON.parse(line))
    last.set(step.test, step)
  }
  const those = (wanted: Step['state']) => [...last.values()].filter(({ state }) => state === wanted)
  return {
    passed: those('passed').length,
    failures: those('failed').map(({ test, why }) => (why === undefined ? test : `${test}: ${why}`)),
    running: those('began').map(({ test }) => test),
  }
}

function linesOf(file: string): string[] {
  try {
    // The last line may be incomplete.
    return readFileSync(file, 'utf8').split('\n').slice(0, -1)
  } catch {
    return []
  }
}
