// Where a portal's log goes, line by line; each run begins a new one.
import { createWriteStream, rmSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder } from '../services/paths.ts'

export type LogFile = { readonly path: string; readonly write: (line: string) => void }

/** Begins `.data/<name>.log` anew, for our user alone. */
export function logFile(name: string): LogFile {
  const path = join(dataFolder(''), `${name}.log`)
  rmSync(path, { force: true })
  const lines = createWriteStream(path, { mode: 0o600 })
  return { path, write: (line) => void lines.write(`${line}\n`) }
}
