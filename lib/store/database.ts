// Opens this process's pool of Postgres connections; its faults become errors of the portal.
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
 * Time limits, in ms. `answerMs`: how long a statement may go unanswered before the liveness of Postgres is
 * probed. `probeMs`: how long the probe may take. Both together limit a connection attempt and stay below the
 * two seconds of docs/security.md row 14. `statementMs`: how long Postgres may work on a statement; 0: no
 * limit. How long to wait for a free connection is defined in pool.ts.
 */
type Limits = { answerMs: number; probeMs: number; statementMs: number }
/** For pages, server actions and jobs. */
const PAGE_LIMITS: Limits = { answerMs: 900, probeMs: 500, statementMs: 5_000 }
/** For migrations and the command line, where waiting is acceptable. */
const COMMAND_LIMITS: Limits = { answerMs: 5_000, probeMs: 3_000, statementMs: 0 }

let opened: Database | undefined

/**
 * The database of `DATABASE_URL`, opened once on first use, with the limits of pages. Every query may throw
 * `Unavailable('postgres', ...)`: `unreachable` within two seconds when Postgres does not answer or does not
 * accept writes, `limited` when there is too much load.
 */
export function database(): Database {
  opened ??= open(env().databaseUrl, 10, PAGE_LIMITS)
  return opened
}

/** Closes the database if it is open: for commands and tests. */
export async function closeDatabase(): Promise<void> {
  const last = opened
  opened = undefined
  await last?.destroy()
}

/**
 * Opens a separate pool, which the caller destroys, for work that may take long: statements have no limit
 * while Postgres lives.
 */
export function openDatabase(url: Sealed<'url'>, connections: number): Database {
  return open(url, connections, COMMAND_LIMITS)
}

function open(url: Sealed<'url'>, connections: number, { answerMs, probeMs, statementMs }: Limits): Database {
  const pool = new Pool({
    connectionString: unseal(url),
    max: connections,
    // A connection attempt that takes longer is abandoned.
    connectionTimeoutMillis: 3 * answerMs,
    statement_timeout: statementMs,
    idle_in_transaction_session_timeout: 30_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    application_name: 'portal',
    // bigserial counts audit events; 2^53 of them are enough.
    types: {
      getTypeParser: (oid, format) =>
        oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format),
    },
  })
  // Without listeners, a connection that ends while idle or between two statements would end the process.
  pool.on('error', () => log.warn('an idle Postgres connection ended'))
  pool.on('connect', (client) => client.on('error', () => undefined))
  const guarded = new GuardedPool(pool, connections, new LivenessProbe(url, probeMs), {
    answerMs,
    connectMs: answerMs + probeMs,
  })
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool: guarded }) })
}
