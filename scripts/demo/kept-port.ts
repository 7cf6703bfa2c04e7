// The port of the simulated Kazoo, chosen once: a portal's credentials are for one address.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isFree } from '../services/ports.ts'

/** Kazoo's own port, or the next free one. */
const FIRST = 8000

/**
 * The port stored in `folder` by an earlier run, or a new one, which is not `other`. Throws when another
 * program uses the stored one.
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
