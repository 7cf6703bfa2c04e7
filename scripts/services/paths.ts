// Where things lie: the checkout, and the folder of it that git ignores.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout, wherever it is and whatever the current folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/**
 * A folder below `.data/`, made on the way and for our user alone; `''` is `.data` itself, which others may
 * pass through.
 */
export function dataFolder(name: string): string {
  const data = join(ROOT, '.data')
  // As root, Postgres runs as somebody else and has a folder of its own in here.
  mkdirSync(data, { recursive: true, mode: 0o711 })
  const folder = join(data, name)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}
