// Where things lie: the checkout, and the folder of it that git ignores.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout, wherever it is and whatever the current folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** A folder below `.data/`, made on the way, for our user alone unless `mode` says otherwise. */
export function dataFolder(name: string, mode = 0o700): string {
  const folder = join(ROOT, '.data', name)
  mkdirSync(folder, { recursive: true, mode })
  return folder
}
