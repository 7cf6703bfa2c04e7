// A Postgres server of our own: programs from npm, data in a folder of the checkout or in a temporary one.
import { randomBytes } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Client, escapeIdentifier } from 'pg'
import { startChild, type Child } from './child.ts'
import { signal } from './pid-files.ts'
import { freePort } from './ports.ts'
import { initialise, programs } from './postgres-programs.ts'
import { childrenOf } from './process-facts.ts'
import { folderFor, temporaryFolder, unprivileged } from './unprivileged.ts'

export type Postgres = {
  /** The URL of a database, with the password, for DATABASE_URL. */
  url(database: string): string
  hasDatabase(name: string): Promise<boolean>
  /** Creates a database, empty or as a copy of `template`, unless it exists; returns its URL. */
  createDatabase(name: string, template?: string): Promise<string>
  /** Renames a database without connections. */
  renameDatabase(name: string, other: string): Promise<void>
  /** Drops a database and its connections; does nothing if it does not exist. */
  dropDatabase(name: string): Promise<void>
  readonly child: Child
  /** Ends it and deletes temporary data. */
  stop(): Promise<void>
}

/** Where persistent data are, and their password. */
export type Kept = { folder: string; password: string }

/**
 * Starts Postgres on a free port of 127.0.0.1 and waits until it accepts queries. Without `kept` the data are
 * temporary and not synced to disk. As root, it runs as `nobody`.
 */
export async function startPostgres(kept?: Kept): Promise<Postgres> {
  const user = unprivileged()
  const native = programs(user)
  const folder = kept ? folderFor(user, kept.folder) : temporaryFolder(user, 'postgres')
  const data = join(folder, 'cluster')
  const password = kept?.password ?? randomBytes(18).toString('base64url')
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(native, data, user, password)
  const port = await freePort()
  const server = await startChild({
    name: 'postgres',
    command: join(native, 'bin', 'postgres'),
    args: ['-D', data, '-p', String(port), ...settings(kept !== undefined)],
    cwd: '/',
    user,
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    readyLine: /ready to accept connections/,
    // Fast shutdown: it does not wait for clients to disconnect.
    stopSignal: 'SIGINT',
  })
  const child = { ...server, ...pausing(server.pid) }
  const url = (database: string) =>
    `postgres://portal:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`
  return {
    child,
    url,
    hasDatabase: (name) => withClient(url('postgres'), (client) => isThere(client, name)),
    createDatabase: async (name, template) => {
      await createDatabase(url('postgres'), name, template)
      return url(name)
    },
    renameDatabase: (name, other) =>
      withClient(url('postgres'), async (client) => {
        await client.query(`alter database ${escapeIdentifier(name)} rename to ${escapeIdentifier(other)}`)
      }),
    dropDatabase: (name) =>
      withClient(url('postgres'), async (client) => {
        await client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`)
      }),
    stop: async () => {
      child.resume()
      await child.stop()
      if (!kept) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Each connection is a process of its own, which continues if only the server is paused. */
function pausing(server: number): Pick<Child, 'pause' | 'resume'> {
  const all = (name: 'SIGSTOP' | 'SIGCONT') => {
    for (const pid of [server, ...childrenOf(server)]) signal(pid, name)
  }
  return { pause: () => all('SIGSTOP'), resume: () => all('SIGCONT') }
}

function settings(durable: boolean): string[] {
  const lasting = durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: '64MB',
    ...lasting,
  }
  return Object.entries(all).flatMap(([key, value]) => ['-c', `${key}=${value}`])
}

/** `CREATE DATABASE`, which has no `IF NOT EXISTS`. */
function createDatabase(server: string, name: string, template?: string): Promise<void> {
  return withClient(server, async (client) => {
    if (await isThere(client, name)) return
    const from = template === undefined ? '' : ` template ${escapeIdentifier(template)}`
    await client.query(`create database ${escapeIdentifier(name)}${from}`)
  })
}

async function isThere(client: Client, name: string): Promise<boolean> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
  return rowCount === 1
}

async function withClient<T>(server: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: server })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
