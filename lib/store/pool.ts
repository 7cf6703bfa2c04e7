// The connections to Postgres, each for one at a time: those that come wait in line, and what is open and of no use is replaced.
import 'server-only'
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import { Unavailable } from '../errors.ts'
import { log } from '../log.ts'
import { Semaphore } from '../semaphore.ts'
import { answerWithin } from '../waiting.ts'
import { breaksConnection, isStale, toPortalError } from './errors.ts'
import type { LivenessProbe } from './liveness.ts'

/** So many may wait for a connection, each so long, in ms, as long as Postgres lives: a burst is worked off within that. */
const LONGEST_LINE = 1_000
const TURN_MS = 10_000
/** A connection on which nothing is worked any more has so long to bring its answer, in ms. */
const LATE_MS = 200
/** All open connections are replaced no more often than this, in ms. */
const RENEWAL_MS = 500

export class GuardedPool implements PostgresPool {
  readonly options = {}
  readonly #pool: Pool
  readonly #turns: Semaphore
  readonly #signs: LivenessProbe
  readonly #patience: number
  readonly #connecting: number
  readonly #opened = new WeakMap<PoolClient, number>()
  #renewedAt = Number.NEGATIVE_INFINITY
  /** `patience`, in ms: so long a statement may be unanswered before it is asked whether Postgres lives; `connecting`: so long a connection may take. */
  constructor(
    pool: Pool,
    connections: number,
    signs: LivenessProbe,
    { patience, connecting }: { patience: number; connecting: number },
  ) {
    this.#pool = pool
    this.#turns = new Semaphore(connections, LONGEST_LINE)
    this.#signs = signs
    this.#patience = patience
    this.#connecting = connecting
    pool.on('connect', (client) => this.#opened.set(client, performance.now()))
  }

  /** @throws Unavailable, `limited`: Postgres lives, and there was no turn for us; `unreachable` (and what `translate` knows): it does not */
  async connect(): Promise<PostgresPoolClient> {
    if (this.#signs.unresponsive && (await this.#signs.activePids()) === null) throw silent(false)
    if (!(await this.#turns.acquire(TURN_MS))) throw new Unavailable('postgres', 'limited')
    try {
      return new GuardedClient(await this.#fresh(), this)
    } catch (fault) {
      this.#turns.release()
      throw fault instanceof Unavailable ? fault : toPortalError(fault, false)
    }
  }

  end(): Promise<void> {
    return this.#pool.end()
  }

  /** One that was opened after all were last found to be of no use. */
  async #fresh(): Promise<PoolClient> {
    for (;;) {
      const coming = this.#pool.connect()
      const come = await answerWithin(this.#connecting, coming)
      if (come === null) {
        coming.then(
          (client) => client.release(true),
          () => undefined,
        )
        this.#silence()
        throw silent(false)
      }
      if ((this.#opened.get(come.answer) ?? 0) > this.#renewedAt) return come.answer
      come.answer.release(true)
    }
  }

  /** What was opened before now is used no more: it leads to a server that is none any more, or none that writes. */
  renew(): void {
    const now = performance.now()
    if (now - this.#renewedAt < RENEWAL_MS) return
    log.warn('the Postgres connections are replaced')
    this.#renewedAt = now
  }

  give(client: PoolClient, broken: boolean): void {
    client.release(broken || (this.#opened.get(client) ?? 0) <= this.#renewedAt)
    this.#turns.release()
  }

  /**
   * What `asked` gives. When it does not come, Postgres is asked whether it works on it, again and again: a slow statement ends by its own
   * limit, and a connection or a Postgres that is dead is not waited for.
   */
  async answered<T>(client: PoolClient, asked: Promise<T>): Promise<T> {
    const number = 'processID' in client ? Number(client.processID) : 0
    for (;;) {
      const come = await answerWithin(this.#patience, asked)
      if (come !== null) return come.answer
      const working = await Promise.race([this.#signs.activePids(), asked.then(() => 'answered' as const)])
      if (working === 'answered' || working?.has(number)) continue
      const late = working && (await answerWithin(LATE_MS, asked))
      if (late) return late.answer
      if (working === null) this.#silence()
      this.renew()
      throw new Silence()
    }
  }

  /** Nobody needs to wait for a turn. */
  #silence(): void {
    this.#signs.markUnresponsive()
    this.#turns.rejectAll(silent(false))
  }
}

/** There was no answer, and none is to come. */
class Silence extends Error {
  override readonly name = 'Silence'
}

function silent(lasting: boolean): Error {
  return toPortalError(new Silence(), lasting)
}

const READS = /^\s*(select|rollback)\b/i
const BEGINS = /^\s*(begin|start transaction)\b/i
const COMMITS = /^\s*commit\b/i

/** A connection that is thrown away, not given back, once it has failed: its next user would wait behind a dead query. */
class GuardedClient implements PostgresPoolClient {
  readonly #client: PoolClient
  readonly #pool: GuardedPool
  #broken: Error | null = null
  #inTransaction = false
  constructor(client: PoolClient, pool: GuardedPool) {
    this.#client = client
    this.#pool = pool
  }

  query<R>(statement: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  query<R>(
    statement: string | PostgresCursor<R>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    const client: PostgresPoolClient = this.#client
    if (typeof statement !== 'string') return client.query(statement)
    return this.#query(client, statement, parameters)
  }

  async #query<R>(
    client: PostgresPoolClient,
    statement: string,
    parameters: readonly unknown[],
  ): Promise<PostgresQueryResult<R>> {
    // The first fault is the one that counts: a failed commit must not be told as its failed rollback.
    if (this.#broken !== null) throw this.#broken
    if (BEGINS.test(statement)) this.#inTransaction = true
    try {
      return await this.#pool.answered(this.#client, client.query<R>(statement, parameters))
    } catch (fault) {
      const lasting = this.#inTransaction ? COMMITS.test(statement) : !READS.test(statement)
      const error = toPortalError(fault, lasting)
      if (breaksConnection(fault)) this.#broken = error
      if (isStale(fault)) this.#pool.renew()
      throw error
    }
  }

  release(destroy = false): void {
    this.#pool.give(this.#client, destroy || this.#broken !== null)
  }
}
