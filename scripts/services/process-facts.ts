// Tells a process from a later one that was given the same number, so that nobody ends what is not theirs.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** When process `pid` was born, as an opaque text that a later process of the same number does not share; null when there is none. */
export function bornAt(pid: number): string | null {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return null
  }
  return fromProc(pid) ?? fromPs(pid)
}

/** Linux: field 22 of /proc/PID/stat, counted after the name, which may hold spaces; a zombie counts as gone. */
function fromProc(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? null : (fields[19] ?? null)
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
