import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { percent, replay, table, type Replayed } from './replay.ts'
import { recordingNames, type RecordingName } from './replay/recording.ts'

/**
 * Per cent of the scored calls that agree with all luck against us (see DIFFERENCES.md). Never lower them.
 */
const FLOORS: Readonly<Record<RecordingName, { status: number; shape: number; exact: number }>> = {
  '4.3': { status: 99.7, shape: 95.6, exact: 89.5 },
  '4.3-fields': { status: 100, shape: 100, exact: 100 },
  '4.3-lab': { status: 100, shape: 97.7, exact: 97.2 },
  '5.0': { status: 99.7, shape: 96.4, exact: 90.3 },
  '5.0-fields': { status: 100, shape: 100, exact: 100 },
  '5.0-lab': { status: 100, shape: 97.7, exact: 97.2 },
}

/** The heading of DIFFERENCES.md under which a call may agree by luck. */
const BY_LUCK = 'Lists in the order of random ids'

const played: Replayed[] = []

afterAll(() => {
  console.log(table(played))
})

describe('the simulator answers as the recorded servers did', () => {
  for (const name of recordingNames)
    test(
      `${name}: at least as often as before, and otherwise where DIFFERENCES.md says`,
      { timeout: 180_000 },
      async () => {
        const result = await replay(name)
        played.push(result)
        const { total, differing } = result
        for (const level of ['status', 'shape', 'exact'] as const)
          expect(percent(total, level), `${name} ${level}`).toBeGreaterThanOrEqual(FLOORS[name][level])
        const differs = differing.map((call) => call.name)
        const { listed, lucky } = differencesListed(name)
        expect(differs.filter((call) => !listed.includes(call))).toEqual([])
        expect(listed.filter((call) => !lucky.includes(call) && !differs.includes(call))).toEqual([])
      },
    )
})

function differencesListed(recording: RecordingName): { listed: string[]; lucky: string[] } {
  const listed: string[] = []
  const lucky: string[] = []
  let heading = ''
  for (const line of readFileSync(new URL('DIFFERENCES.md', import.meta.url), 'utf8').split('\n')) {
    if (line.startsWith('### ')) heading = line.slice(4)
    const entry = /^- ([\w., -]+): `(.+)`$/.exec(line)
    const call = entry?.[2]
    if (call === undefined || !entry?.[1]?.split(', ').includes(recording)) continue
    listed.push(call)
    if (heading === BY_LUCK) lucky.push(call)
  }
  return { listed, lucky }
}
