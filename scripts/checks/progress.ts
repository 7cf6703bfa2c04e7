// What a runner has come to so far, a line for each test that begins or ends: a run that is ended before its report leaves this.
import { appendFileSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Count } from './count.ts'

const Line = z.object({ test: z.string(), state: z.enum(['began', 'passed', 'failed']) })
export type Step = z.output<typeof Line>

/** Writes one step down at once, to the file that `PROGRESS` names; nothing where there is none. */
export function note(step: Step): void {
  const file = process.env['PROGRESS']
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(step)}\n`)
}

/** How many tests had ended and how, and the names of those that were running. A file that is not there is a run that came to nothing. */
export function progressOf(file: string): Count & { running: string[] } {
  const states = new Map<string, Step['state']>()
  for (const line of linesOf(file)) {
    const { test, state } = Line.parse(JSON.parse(line))
    states.set(test, state)
  }
  const named = (wanted: Step['state']) =>
    [...states].filter(([, state]) => state === wanted).map(([test]) => test)
  return { passed: named('passed').length, failed: named('failed').length, running: named('began') }
}

function linesOf(file: string): string[] {
  try {
    // The last line may have been cut off while it was written.
    return readFileSync(file, 'utf8').split('\n').slice(0, -1)
  } catch {
    return []
  }
}
