// Checks that the lockfile is complete, so that `npm ci` works everywhere, and has no version known to be
// unsafe.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Fault } from './fault.ts'

const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      link: z.boolean().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
})

/** Earlier versions of Next have known remote vulnerabilities. */
const OLDEST_NEXT = [16, 4, 1]

/** What is wrong with the lockfile at `path`. */
export function lockfileFaults(path: string): Fault[] {
  const { packages } = lockfile.parse(JSON.parse(readFileSync(path, 'utf8')))
  const names = new Set(
    Object.keys(packages).map((place) =>
      place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
    ),
  )
  const says: string[] = []
  for (const [place, entry] of Object.entries(packages)) {
    // Native packages are sometimes published in part: then `npm install` works once, and `npm ci` never.
    const lost = Object.keys(entry.optionalDependencies ?? {}).filter((name) => !names.has(name))
    says.push(...lost.map((name) => `${place || 'the project'} wants ${name}, which is not locked`))
    if (place !== '' && !entry.link && !entry.integrity) says.push(`${place} has no integrity`)
    if (entry.resolved?.startsWith('http')) says.push(`${place} names a registry`)
  }
  const next = packages['node_modules/next']?.version ?? '0.0.0'
  if (isOlder(next.split('.').map(Number), OLDEST_NEXT))
    says.push(`next ${next} is older than ${OLDEST_NEXT.join('.')}`)
  return says.map((sentence) => ({ path: 'package-lock.json', says: sentence }))
}

function isOlder(version: readonly number[], bound: readonly number[]): boolean {
  const at = bound.findIndex((part, index) => version[index] !== part)
  return at >= 0 && !((version[at] ?? 0) > (bound[at] ?? 0))
}
