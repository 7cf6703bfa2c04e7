// Postgres refuses to be root. Where we are root, this finds another user to run it as, and folders that user
// can reach.
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

/** `nobody`, who is on every Unix, when we are root; null when we are somebody already. */
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

/**
 * `folder`, or where `user` cannot come there, its namesake under the system's folder for temporary files;
 * owned by `user`.
 */
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

/** A new folder under the system's folder for temporary files; owned by `user`. */
export function temporaryFolder(user: User | null, name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `portal-${name}-`))
  if (user !== null) chownSync(folder, user.uid, user.gid)
  return folder
}

/** `folder` with programs in it, or a copy where `user` can read them; `version` names the copy. */
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
 * Whether everybody may enter `folder` and each one above it. What is not there yet will be as open as what
 * it is made in.
 */
function canReach(folder: string): boolean {
  const open = !existsSync(folder) || (statSync(folder).mode & 0o001) !== 0
  return open && (dirname(folder) === folder || canReach(dirname(folder)))
}

/** A folder of root's that belongs to this checkout, under the system's folder for temporary files. */
function elsewhere(): string {
  const base = existsSync('/var/tmp') ? '/var/tmp' : tmpdir()
  const folder = join(base, `portal-${createHash('sha256').update(ROOT).digest('hex').slice(0, 12)}`)
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  const { uid } = lstatSync(folder)
  if (uid !== 0) throw new Error(`${folder} belongs to somebody else; remove it.`)
  return folder
}
