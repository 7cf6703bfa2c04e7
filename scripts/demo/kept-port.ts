// The port of the simulated Kazoo, chosen once: a portal's credentials are for one address.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isFree } from '../services/ports.ts'

/** Where Kazoo itself listens; the next free one from there is taken. */
const FIRST = 8000

/**
 * The port that an earlier run wrote down in `folder`, or a new one, which is not `other`. Throws when
 * another program has taken the one that is written down.
 */
export async function keptPort(folder: string, other: number, first = FIRST): Promise<number> {
  const file = join(folder, 'dev-kazoo-port')
  if (existsSync(file)) {
    const port = Number(readFileSync(file, 'utf8'))
    if (await isFree(port)) return port
    throw new Error(
      `Port ${port}, where the simulated Kazoo of this checkout listens, is taken by another program. End that, or remove ${file} to begin anew on another port.`,
    )
  }
  let port = first
  while (port === other || !(await isFree(port))) port += 1
  writeFileSync(file, `${port}\n`, { mode: 0o600 })
  return port
}
