// The steps of `npm test` in order: what they run, and how their results are counted.
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from '../services/build.ts'
import { dataFolder, ROOT } from '../services/paths.ts'
import { countPlaywright, countVitest, judged, type Count } from './count.ts'
import { faultLines } from './fault.ts'
import { fenceFaults } from './fences.ts'
import { galleryRoutes } from './gallery.ts'
import { lockfileFaults } from './lockfile.ts'
import { progressOf } from './progress.ts'
import { runTool } from './run-tool.ts'

/** `timed` is run by hand: its results depend on the machine. */
export type Part = 'check' | 'unit' | 'e2e' | 'timed'
export type Step = { part: Part; name: string; run: () => Promise<Count> }

const PASSED: Count = { passed: 1, failed: 0 }
const FAILED: Count = { passed: 0, failed: 1 }

export const STEPS: readonly Step[] = [
  {
    part: 'check',
    name: 'lockfile',
    run: async () => verdict(lockfileFaults(join(ROOT, 'package-lock.json'))),
  },
  tool('format', [['oxfmt', '--check', '.']]),
  tool('types', [
    ['next', 'typegen'],
    ['tsc', '-p', '.'],
  ]),
  {
    part: 'check',
    name: 'routes that are shipped',
    run: async () => {
      const types = readFileSync(join(ROOT, '.next/types/routes.d.ts'), 'utf8')
      return verdict(galleryRoutes(types).map((route) => ({ path: route, says: 'would be shipped' })))
    },
  },
  // After the route types, which it reads.
  tool('lint', [['oxlint', '--type-aware', '--deny-warnings', '.']]),
  {
    part: 'check',
    name: 'fences',
    run: async () => {
      const { files, faults } = await fenceFaults(ROOT)
      console.log(`  ${files} files read`)
      return verdict(faults)
    },
  },
  tool('unused code', [['knip']]),
  { part: 'unit', name: 'unit tests, and the simulator against the recordings', run: () => unit('vitest') },
  { part: 'e2e', name: 'production build', run: builds },
  { part: 'e2e', name: 'end to end, in Chromium', run: () => inChromium('behaviour') },
  { part: 'timed', name: 'times of the simulator', run: () => unit('vitest-timed', { TIMED: '1' }) },
  { part: 'timed', name: 'times in Chromium', run: () => inChromium('timed') },
]

/**
 * The steps of `npm test -- --related`: a run without tests is not a failure, because a change may concern
 * none.
 */
export function relatedSteps(base: string, specs: readonly string[]): readonly Step[] {
  const units: Step = {
    part: 'unit',
    name: 'unit tests that import what changed',
    run: async () => {
      const only = [`--changed=${base}`, '--passWithNoTests']
      const args = (report: string) => [...unitArguments(report), ...only]
      const count = await tests('vitest', countVitest, args, 'related', {}, { mayBeNone: true })
      if (count.passed + count.failed === 0) console.log('  none does')
      return count
    },
  }
  if (specs.length === 0) return [units]
  return [
    units,
    { part: 'e2e', name: 'production build', run: builds },
    {
      part: 'e2e',
      name: `${specs.length} files of browser tests`,
      run: () => inChromium('behaviour', specs),
    },
  ]
}

function tool(name: string, commands: readonly (readonly [string, ...string[]])[]): Step {
  return {
    part: 'check',
    name,
    run: async () => {
      for (const [program, ...args] of commands) if (!(await runTool(program, args))) return FAILED
      return PASSED
    },
  }
}

function verdict(faults: Parameters<typeof faultLines>[0]): Count {
  if (faults.length > 0) console.log(faultLines(faults))
  return faults.length > 0 ? FAILED : PASSED
}

function unit(called: string, environment: Readonly<Record<string, string>> = {}): Promise<Count> {
  return tests('vitest', countVitest, unitArguments, called, environment)
}

const unitArguments = (report: string): string[] => [
  'run',
  '--reporter=dot',
  '--reporter=json',
  '--reporter=./scripts/checks/unit-progress.ts',
  `--outputFile.json=${report}`,
]

async function builds(): Promise<Count> {
  try {
    await build((line) => console.log(`  ${line}`), { gallery: true })
    return PASSED
  } catch (error) {
    console.log(error instanceof Error ? error.message : error)
    return FAILED
  }
}

function inChromium(project: 'behaviour' | 'timed', specs: readonly string[] = []): Promise<Count> {
  return tests('playwright', countPlaywright, () => ['test', `--project=${project}`, ...specs], project)
}

/** Runs all tests of `runner` and counts them by its report, or by its progress if it was killed before. */
async function tests(
  runner: string,
  read: (file: string) => Count,
  args: (report: string) => string[],
  called = runner,
  environment: Readonly<Record<string, string>> = {},
  { mayBeNone = false } = {},
): Promise<Count> {
  const report = freshReport(`${called}.json`)
  const progress = freshReport(`${called}.progress`)
  const where = { ...environment, PROGRESS: progress, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const well = await runTool(runner, args(report), where)
  const soFar = progressOf(progress)
  for (const name of soFar.running) console.log(`  still running: ${name}`)
  const { passed, failures } = soFar
  const found = readCount(read, report) ?? { passed, failed: failures.length }
  const isNone = mayBeNone && well && found.passed + found.failed === 0
  const count = isNone ? found : judged(found, well)
  return { ...count, failures }
}

function freshReport(name: string): string {
  const file = join(dataFolder('reports'), name)
  rmSync(file, { force: true })
  return file
}

function readCount(read: (file: string) => Count, file: string): Count | null {
  try {
    return read(file)
  } catch (error) {
    console.log(`  no report: ${error instanceof Error ? error.message : String(error)}`)
    return null
  }
}
