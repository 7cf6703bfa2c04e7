// Every file of the checkout that we wrote, for checks of more than TypeScript.
import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { Source } from './sources.ts'

/** Generated files. */
const LEFT_OUT =
  /(?:^|\/)(?:node_modules|\.git|\.next|\.data|test-results|playwright-report|coverage)(?:\/|$)|^next-env\.d\.ts$/
/** Files that others wrote, or that only programs read. */
const UNREAD = /^simulator\/(?:recordings|schemas)\/|^package-lock\.json$/
const TEXT =
  /\.(?:[cm]?[jt]sx?|css|json|md|mdx|ya?ml|txt)$|(?:^|\/)(?:\.env\.example|Caddyfile|Dockerfile|\.gitignore)$/

/** Every file below `root`, by relative path with `/`; binary files and recordings have no text. */
export function treeFiles(root: string): Source[] {
  return below(root, '').map((path) => ({
    path,
    text: TEXT.test(path) && !UNREAD.test(path) ? readFileSync(join(root, path), 'utf8') : '',
  }))
}

function below(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
    .flatMap((entry) => {
      const path = join(folder, entry.name).split(sep).join('/')
      if (LEFT_OUT.test(path)) return []
      return entry.isDirectory() ? below(root, path) : entry.isFile() ? [path] : []
    })
}
