// A small file for each process that we started, so that those left behind by a `kill -9` are ended at the
// next start.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { bornAt } from './process-facts.ts'

type Entry = { name: string; pid: number; born: string; owner: number; ownerBorn: string }

/** Notes in `folder` that this process started `pid`; returns the function that removes the note. */
export function notePid(folder: string, name: string, pid: number): () => void {
  const born = bornAt(pid)
  const ownerBorn = bornAt(process.pid)
  if (born === null || ownerBorn === null) return () => undefined
  const file = join(folder, `${name}-${pid}.json`)
  const entry: Entry = { name, pid, born, owner: process.pid, ownerBorn }
  writeFileSync(file, JSON.stringify(entry), { mode: 0o600 })
  return () => rmSync(file, { force: true })
}

/**
 * Ends every process noted in `folder` whose owner is gone: SIGTERM, then SIGKILL after `patience` ms.
 * Processes of a living owner, and others that have got an old id, are left alone. Returns the names of those
 * it ended.
 */
export async function endLeftovers(folder: string, patience = 5000): Promise<string[]> {
  const leftovers = readdirSync(folder).flatMap((file) => {
    const entry = readEntry(join(folder, file))
    if (entry !== null && bornAt(entry.owner) === entry.ownerBorn) return []
    rmSync(join(folder, file), { force: true })
    return entry !== null && bornAt(entry.pid) === entry.born ? [entry] : []
  })
  for (const { pid } of leftovers) signal(pid, 'SIGTERM')
  const until = Date.now() + patience
  for (const { pid, born } of leftovers) {
    while (bornAt(pid) === born && Date.now() < until) await sleep(50)
    if (bornAt(pid) === born) signal(pid, 'SIGKILL')
  }
  return leftovers.map((entry) => entry.name)
}

/** Sends the signal `name` to `pid`, which may already be gone. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // Already gone.
  }
}

function readEntry(file: string): Entry | null {
  try {
    const entry: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return isEntry(entry) ? entry : null
  } catch {
    return null
  }
}

function isEntry(value: unknown): value is Entry {
  return (
    isRecord(value) &&
    [value['pid'], value['owner']].every((number) => Number.isInteger(number) && Number(number) > 1) &&
    [value['name'], value['born'], value['ownerBorn']].every((text) => typeof text === 'string')
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
