// What `npm test -- --related` runs: the tests that a change touches, and what none of them covers.
import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { promisify } from 'node:util'

export type Change = {
  /** The commit that the change is based on. */
  base: string
  /**
   * Files that differ from it in the working tree, new ones included; relative paths, without deleted files.
   */
  files: readonly string[]
}

export type Related = {
  /** Browser tests that changed or that import a changed file. */
  specs: readonly string[]
  /** Changed files that only browser tests cover, which are not run. */
  unseen: readonly string[]
  /** Browser tests named after an uncovered file. */
  advised: readonly string[]
}

/**
 * Where the branch of `root` left its upstream or main, and all changes since, committed or not. Throws if it
 * is not a git checkout.
 */
export async function changeIn(root: string): Promise<Change> {
  const git = async (...args: string[]) =>
    (await promisify(execFile)('git', args, { cwd: root, maxBuffer: 64 * 1024 * 1024 })).stdout
  const base = (await forkPoint(git)).trim()
  const names = await Promise.all([
    git('diff', '--name-only', '--no-renames', '-z', base),
    git('ls-files', '--others', '--exclude-standard', '-z'),
  ])
  const files = names.flatMap((list) => list.split('\0')).filter((name) => existsSync(join(root, name)))
  return { base, files: [...new Set(files)].filter((name) => name !== '').toSorted() }
}

async function forkPoint(git: (...args: string[]) => Promise<string>): Promise<string> {
  for (const other of ['@{upstream}', 'origin/main', 'main'])
    try {
      return await git('merge-base', 'HEAD', other)
    } catch {
      // There is no such branch.
    }
  return git('rev-parse', 'HEAD')
}

/** The browser tests of `root` that these files concern. Vitest finds unit tests itself. */
export function relatedTo(root: string, files: readonly string[]): Related {
  const changed = new Set(files)
  const tests = readdirSync(join(root, 'e2e'), { recursive: true, encoding: 'utf8' }).map((name) =>
    join('e2e', name),
  )
  const specs = tests.filter((name) => /^e2e\/[^/]+\.spec\.ts$/.test(name)).toSorted()
  const run = specs.filter((spec) => reaches(root, spec, changed, new Set()))
  const unseen = files.filter((name) => IN_BROWSER.test(name) && !/\.test\.tsx?$/.test(name))
  const nouns = new Set(unseen.flatMap((name) => name.split('/').slice(1, -1)).map(singular))
  const advised = specs.filter((spec) => !run.includes(spec) && nouns.has(singular(nounOf(spec))))
  return { specs: run, unseen, advised }
}

/** What unit tests do not render: pages, components, and what runs before them. */
const IN_BROWSER =
  /^(app\/|components\/|public\/|lib\/actions\/|proxy\.ts$|instrumentation|next\.config\.js$|e2e\/timed\/)/

function nounOf(spec: string): string {
  return spec.slice('e2e/'.length, -'.spec.ts'.length)
}

function singular(noun: string): string {
  return noun.replace(/s$/, '')
}

const IMPORT = /(?:from|import|import\()\s*'(\.[^']+)'/g

/** Whether a file of `e2e/` is among `changed`, or imports one directly or indirectly. */
function reaches(root: string, file: string, changed: ReadonlySet<string>, seen: Set<string>): boolean {
  if (changed.has(file)) return true
  if (seen.has(file) || !file.startsWith('e2e/') || !existsSync(join(root, file))) return false
  seen.add(file)
  const source = readFileSync(join(root, file), 'utf8')
  return Array.from(source.matchAll(IMPORT), ([, path = '']) =>
    relative(root, resolve(root, dirname(file), path)),
  ).some((imported) => reaches(root, imported, changed, seen))
}
