// What a runner has come to so far, a line for each test that begins or ends: a run that is ended before its
// report leaves this.
import { appendFileSync, readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import { z } from 'zod'

const Line = z.object({
  test: z.string(),
  state: z.enum(['began', 'passed', 'failed']),
  /** The first line of what a failed test said. */
  why: z.string().optional(),
})
export type Step = z.output<typeof Line>
/** What a run had come to. */
export type SoFar = {
  passed: number
  /** One sentence for each that failed: its name, and what it said first. */
  failures: string[]
  /** The names of those that had not ended. */
  running: string[]
}

/** Writes one step down at once, to the file that `PROGRESS` names; nothing where there is none. */
export function note(step: Step): void {
  const file = process.env['PROGRESS']
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(step)}\n`)
}

/**
 * Writes down that a test failed, and the first line of `message`, without the colours that terminals show.
 */
export function noteFailure(test: string, message: string | undefined): void {
  const [why] = stripVTControlCharacters(message ?? '')
    .trim()
    .split('\n')
  note({ test, state: 'failed', ...(why ? { why } : {}) })
}

/** What the run that wrote `file` had come to. A file that is not there is a run that came to nothing. */
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
    // The last line may have been cut off while it was written.
    return readFileSync(file, 'utf8').split('\n').slice(0, -1)
  } catch {
    return []
  }
}
