// The log file of a portal, new for each run.
import { createWriteStream, rmSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder } from '../services/paths.ts'

export type LogFile = { readonly path: string; readonly write: (line: string) => void }

/** Creates `.data/<name>.log`, readable by our user only. */
export function logFile(name: string): LogFile {
  const path = join(dataFolder(''), `${name}.log`)
  rmSync(path, { force: true })
  const lines = createWriteStream(path, { mode: 0o600 })
  return { path, write: (line) => void lines.write(`${line}\n`) }
}
