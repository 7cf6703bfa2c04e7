// A lock file held by one living process; one that a killed process left behind is detected and replaced.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { bornAt } from './process-facts.ts'

export type Holder = { pid: number; note: string }
export type Taken = { release(): void }

/**
 * Takes the lock `file`, or returns its holder. `note` is for other processes that want it, such as the
 * address of what runs.
 */
export function takeLock(file: string, note: string): Taken | Holder {
  const mine = JSON.stringify({ pid: process.pid, born: bornAt(process.pid), note })
  const written = `${file}.${process.pid}`
  writeFileSync(written, mine, { mode: 0o600 })
  try {
    for (;;) {
      try {
        // Creating a link is atomic and never overwrites another.
        linkSync(written, file)
        return { release: () => releaseOwn(file, mine) }
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      }
      const holder = holderOf(file)
      if (holder !== null) return holder
      setAside(file)
    }
  } finally {
    rmSync(written, { force: true })
  }
}

/** Runs `work` while holding `file`, after waiting for the current holder. */
export async function withLock<T>(file: string, note: string, work: () => Promise<T>): Promise<T> {
  let lock = takeLock(file, note)
  while (!('release' in lock)) {
    await sleep(200)
    lock = takeLock(file, note)
  }
  try {
    return await work()
  } finally {
    lock.release()
  }
}

function releaseOwn(file: string, mine: string): void {
  try {
    if (readFileSync(file, 'utf8') === mine) rmSync(file)
  } catch {
    // Already gone.
  }
}

/** The living process that holds `file`; null if it is gone, or its id belongs to another process now. */
function holderOf(file: string): Holder | null {
  try {
    const entry: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (
      typeof entry !== 'object' ||
      entry === null ||
      !('pid' in entry && 'born' in entry && 'note' in entry)
    )
      return null
    const { pid, born, note } = entry
    return typeof pid === 'number' && bornAt(pid) === born ? { pid, note: String(note) } : null
  } catch {
    return null
  }
}

/** Renames a stale lock first, so that two processes that find it do not remove each other's new one. */
function setAside(file: string): void {
  const aside = `${file}.stale-${process.pid}`
  try {
    renameSync(file, aside)
    rmSync(aside, { force: true })
  } catch {
    // Another process was faster.
  }
}
