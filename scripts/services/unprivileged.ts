// Postgres refuses to run as root. If we are root, finds another user for it, and folders that this user can
// reach.
import { createHash } from 'node:crypto'
import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ROOT } from './paths.ts'

export type User = { uid: number; gid: number }

/** The user `nobody`, which exists on every Unix, if we are root; otherwise null. */
export function unprivileged(): User | null {
  if (process.getuid?.() !== 0) return null
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'))
  const [, , uid, gid] = line?.split(':') ?? []
  if (uid === undefined || gid === undefined)
    throw new Error('Postgres refuses to run as root, and this system has no user `nobody`.')
  return { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }
}

/** `folder`, or a temporary one of the same name if `user` cannot reach it; owned by `user`. */
export function folderFor(user: User | null, folder: string): string {
  if (user === null) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return folder
  }
  const reached = canReach(dirname(folder)) ? folder : join(elsewhere(), folder.slice(ROOT.length))
  mkdirSync(reached, { recursive: true, mode: 0o711 })
  chownSync(reached, user.uid, user.gid)
  return reached
}

/** A new temporary folder, owned by `user`. */
export function temporaryFolder(user: User | null, name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `portal-${name}-`))
  if (user !== null) chownSync(folder, user.uid, user.gid)
  return folder
}

/** `folder` with programs in it, or a copy that `user` can read; `version` names the copy. */
export function readableCopy(user: User | null, folder: string, version: string): string {
  if (user === null || canReach(folder)) return folder
  const copy = join(elsewhere(), version)
  if (existsSync(copy)) return copy
  const unfinished = `${copy}.${process.pid}`
  cpSync(folder, unfinished, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(unfinished, copy)
  } catch {
    // Another process was faster; its copy is as good.
    rmSync(unfinished, { recursive: true, force: true })
  }
  return copy
}

/**
 * Whether every user may enter `folder` and its parents. A folder that does not exist yet will be as open as
 * its parent.
 */
function canReach(folder: string): boolean {
  const open = !existsSync(folder) || (statSync(folder).mode & 0o001) !== 0
  return open && (dirname(folder) === folder || canReach(dirname(folder)))
}

/** A temporary folder of root's for this checkout. */
function elsewhere(): string {
  const base = existsSync('/var/tmp') ? '/var/tmp' : tmpdir()
  const folder = join(base, `portal-${createHash('sha256').update(ROOT).digest('hex').slice(0, 12)}`)
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  const { uid } = lstatSync(folder)
  if (uid !== 0) throw new Error(`${folder} belongs to somebody else; remove it.`)
  return folder
}
