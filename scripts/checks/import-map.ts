// Checks the import map of `.dependency-cruiser.cjs`, and that the cruiser has read every file.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { ROOT } from '../services/paths.ts'
import type { Fault } from './fault.ts'
import type { Source } from './sources.ts'

const report = z.object({
  modules: z.array(z.object({ source: z.string(), dependencies: z.array(z.unknown()) })),
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
})

/**
 * Imports in `root` that the map forbids. A file that was not read, or read without seeing one of its
 * imports, is a fault too: with an unknown TypeScript the cruiser reads nothing and reports nothing.
 */
export async function importFaults(root: string, sources: readonly Source[]): Promise<Fault[]> {
  const seats = [...new Set(sources.map(({ path }) => path.split('/')[0] ?? path))]
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      join(ROOT, 'node_modules/.bin/depcruise'),
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'json',
      ...seats,
    ],
    { cwd: root, maxBuffer: 200_000_000 },
  )
  const { modules, summary } = report.parse(JSON.parse(stdout))
  const read = new Map(modules.map(({ source, dependencies }) => [source, dependencies.length]))
  const blind = sources.filter(({ path, text }) => {
    const count = read.get(path)
    return count === undefined || (count === 0 && /^(?:import|export)\s[^'"]*from\s+['"]/m.test(text))
  })
  return [
    ...blind.map(({ path }) => ({ path, says: 'was not read by the dependency cruiser' })),
    ...summary.violations.map(({ from, to, rule }) => ({ path: from, says: `imports ${to} (${rule.name})` })),
  ]
}
