// The source files of the project with their text.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'

export type Source = { path: string; text: string }

/** The folders with TypeScript. */
export const SEATS = [
  'app',
  'components',
  'lib',
  'simulator',
  'scripts',
  'testing',
  'e2e',
  'proxy.ts',
  'instrumentation.ts',
  'instrumentation-client.ts',
]

/** Every `.ts` and `.tsx` file in these folders of `root`, by relative path with `/`. */
export function sourcesOf(root: string): Source[] {
  return SEATS.filter((seat) => existsSync(join(root, seat)))
    .flatMap((seat) => (statSync(join(root, seat)).isDirectory() ? filesBelow(root, seat) : [seat]))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

function filesBelow(root: string, seat: string): string[] {
  return readdirSync(join(root, seat), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => [seat, ...name.split(sep)].join('/'))
    .toSorted()
}
