// The paths of the checkout and of its folder that git ignores.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout, independent of the current folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** A folder below `.data/`, created for our user only; `''` is `.data` itself, which others may enter. */
export function dataFolder(name: string): string {
  const data = join(ROOT, '.data')
  // As root, Postgres runs as another user and has its own folder in here.
  mkdirSync(data, { recursive: true, mode: 0o711 })
  const folder = join(data, name)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}
