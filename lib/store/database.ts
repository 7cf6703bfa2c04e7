// The one pool of Postgres connections of this process; its faults come out as errors of ours.
import 'server-only'
import { Kysely, PostgresDialect } from 'kysely'
import { Pool, types } from 'pg'
import { env } from '../env.ts'
import { log } from '../log.ts'
import { unseal, type Sealed } from '../sealed.ts'
import { GuardedPool } from './pool.ts'
import type { Schema } from './schema.ts'
import { LivenessProbe } from './liveness.ts'

/** The database, typed by our schema. */
export type Database = Kysely<Schema>

/**
 * How long things may take, in ms. `patience`: the answer to a statement until it is asked whether Postgres lives and works on it; that may
 * take `life`. Together, which is also what a connection may take, they are below the two seconds of
 * docs/security.md row 14. `statement`: one that Postgres works on; 0:
 * as long as it likes. A turn for a connection is waited for as pool.ts says.
 */
type Limits = { patience: number; life: number; statement: number }
/** Of pages, actions and the errands of the clock. */
const OF_PAGES: Limits = { patience: 900, life: 500, statement: 5_000 }
/** Of migrations and the command line, where somebody has chosen to wait. */
const OF_COMMANDS: Limits = { patience: 5_000, life: 3_000, statement: 0 }

let opened: Database | undefined

/**
 * The database of `DATABASE_URL`, opened lazily and once, with the limits of pages. Every query may throw `Unavailable('postgres', ...)`:
 * `unreachable` within two seconds when Postgres does not answer or does not write, `limited` when it is only too much.
 */
export function database(): Database {
  opened ??= open(env().databaseUrl, 10, OF_PAGES)
  return opened
}

/** Closes what `database` opened, if anything: for commands and tests, which end. */
export async function closeDatabase(): Promise<void> {
  const last = opened
  opened = undefined
  await last?.destroy()
}

/** A pool of its own, which the caller destroys, for work that may take its time: statements have no limit as long as Postgres lives. */
export function openDatabase(url: Sealed<'url'>, connections: number): Database {
  return open(url, connections, OF_COMMANDS)
}

function open(url: Sealed<'url'>, connections: number, { patience, life, statement }: Limits): Database {
  const pool = new Pool({
    connectionString: unseal(url),
    max: connections,
    // A connection that is not there by then is nobody's any more.
    connectionTimeoutMillis: 3 * patience,
    statement_timeout: statement,
    idle_in_transaction_session_timeout: 30_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    application_name: 'portal',
    // bigserial counts audit events: 2^53 of them will do.
    types: {
      getTypeParser: (oid, format) =>
        oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format),
    },
  })
  // Without listeners, a connection that ends while idle, or between two statements, would end the process.
  pool.on('error', () => log.warn('an idle Postgres connection ended'))
  pool.on('connect', (client) => client.on('error', () => undefined))
  const guarded = new GuardedPool(pool, connections, new LivenessProbe(url, life), {
    patience,
    connecting: patience + life,
  })
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool: guarded }) })
}
