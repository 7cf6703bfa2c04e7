// The one pool of Postgres connections of this process; its faults come out as errors of ours.
import 'server-only'
import { Kysely, PostgresDialect } from 'kysely'
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import { Pool, types } from 'pg'
import { env } from '../env.ts'
import { log } from '../log.ts'
import { unseal, type Sealed } from '../sealed.ts'
import { breaks, translate } from './faults.ts'
import type { Schema } from './schema.ts'

/** The database, typed by our schema. */
export type Database = Kysely<Schema>

const CONNECT_MS = 2_000
const STATEMENT_MS = 5_000

let opened: Database | undefined

/**
 * The database of `DATABASE_URL`, opened lazily and once. A statement has 5 s, a connection (or a free place in the pool)
 * 2 s. Every query may throw `Unavailable('postgres', ...)`.
 */
export function database(): Database {
  opened ??= openDatabase(env().databaseUrl, { connections: 10, statementMs: STATEMENT_MS })
  return opened
}

/** Closes what `database` opened, if anything: for commands and tests, which end. */
export async function closeDatabase(): Promise<void> {
  const last = opened
  opened = undefined
  await last?.destroy()
}

/** A pool of its own, which the caller destroys. `statementMs` 0: statements may take their time. */
export function openDatabase(
  url: Sealed<'url'>,
  limits: { connections: number; statementMs: number },
): Database {
  const pool = new Pool({
    connectionString: unseal(url),
    max: limits.connections,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: limits.statementMs,
    // The server ends a statement itself; this is for a server that has frozen, or a network that swallows.
    query_timeout: limits.statementMs === 0 ? 0 : limits.statementMs + 1_000,
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
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool: new GuardedPool(pool) }) })
}

class GuardedPool implements PostgresPool {
  readonly options = {}
  readonly #pool: Pool
  constructor(pool: Pool) {
    this.#pool = pool
  }

  async connect(): Promise<PostgresPoolClient> {
    try {
      return new GuardedClient(await this.#pool.connect())
    } catch (fault) {
      throw translate(fault, false)
    }
  }

  end(): Promise<void> {
    return this.#pool.end()
  }
}

const READS = /^\s*(select|rollback)\b/i
const BEGINS = /^\s*(begin|start transaction)\b/i
const COMMITS = /^\s*commit\b/i

/** A connection that is thrown away, not given back, once it has failed: its next user would wait behind a dead query. */
class GuardedClient implements PostgresPoolClient {
  readonly #client: PostgresPoolClient
  #broken: Error | null = null
  #inTransaction = false
  constructor(client: PostgresPoolClient) {
    this.#client = client
  }

  query<R>(statement: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  query<R>(
    statement: string | PostgresCursor<R>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof statement !== 'string') return this.#client.query(statement)
    return this.#query(statement, parameters)
  }

  async #query<R>(statement: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    // The first fault is the one that counts: a failed commit must not be told as its failed rollback.
    if (this.#broken !== null) throw this.#broken
    if (BEGINS.test(statement)) this.#inTransaction = true
    try {
      return await this.#client.query<R>(statement, parameters)
    } catch (fault) {
      const lasting = this.#inTransaction ? COMMITS.test(statement) : !READS.test(statement)
      const error = translate(fault, lasting)
      if (breaks(fault)) this.#broken = error
      throw error
    }
  }

  release(destroy = false): void {
    this.#client.release(destroy || this.#broken !== null)
  }
}
