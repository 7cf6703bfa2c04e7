// Distinguishes a process from a later one with the same id, so that no other process is ended.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'

/**
 * The start time of process `pid`, as an opaque text that a later process with the same id does not share;
 * null if there is none.
 */
export function bornAt(pid: number): string | null {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return null
  }
  return fromProc(pid) ?? fromPs(pid)
}

function fromProc(pid: number): string | null {
  const fields = statOf(pid)
  // A zombie counts as gone.
  return fields === null || fields[0] === 'Z' ? null : (fields[19] ?? null)
}

/**
 * Linux: the fields of /proc/PID/stat after the name, which may contain spaces: state, parent, ... and the
 * start time as the twentieth.
 */
function statOf(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

function fromPs(pid: number): string | null {
  try {
    const lines = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return lines.trim() || null
  } catch {
    return null
  }
}

/** The running child processes of `pid`. */
export function childrenOf(pid: number): number[] {
  const pairs = existsSync('/proc/self/stat') ? parentsFromProc() : parentsFromPs()
  return pairs.filter(([, parent]) => parent === pid).map(([child]) => child)
}

function parentsFromProc(): [number, number][] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), Number(statOf(Number(name))?.[1])])
}

function parentsFromPs(): [number, number][] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')
  return lines.map((line) => {
    const [pid = '', parent = ''] = line.trim().split(/\s+/)
    return [Number(pid), Number(parent)]
  })
}
