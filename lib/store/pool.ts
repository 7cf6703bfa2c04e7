// Guards the pool of Postgres connections: limits waiting, probes liveness, and replaces connections that are
// open but unusable.
import 'server-only'
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import { Unavailable } from '../errors.ts'
import { log } from '../log.ts'
import { Semaphore } from '../semaphore.ts'
import { answerWithin } from '../waiting.ts'
import { breaksConnection, isStale, toPortalError } from './errors.ts'
import type { LivenessProbe } from './liveness.ts'

/** How many may wait for a connection, and how long, in ms, while Postgres is alive. */
const MAX_WAITING = 1_000
const TURN_MS = 10_000
/** How long an answer may still take after Postgres has finished the statement, in ms. */
const LATE_ANSWER_MS = 200
/** The shortest interval between two replacements of all connections, in ms. */
const REPLACE_INTERVAL_MS = 500

export class GuardedPool implements PostgresPool {
  readonly options = {}
  readonly #pool: Pool
  readonly #semaphore: Semaphore
  readonly #probe: LivenessProbe
  readonly #answerMs: number
  readonly #connectMs: number
  readonly #opened = new WeakMap<PoolClient, number>()
  #replacedAt = Number.NEGATIVE_INFINITY
  /**
   * `answerMs`: how long a statement may go unanswered before liveness is probed. `connectMs`: how long a
   * connection attempt may take.
   */
  constructor(
    pool: Pool,
    connections: number,
    probe: LivenessProbe,
    { answerMs, connectMs }: { answerMs: number; connectMs: number },
  ) {
    this.#pool = pool
    this.#semaphore = new Semaphore(connections, MAX_WAITING)
    this.#probe = probe
    this.#answerMs = answerMs
    this.#connectMs = connectMs
    pool.on('connect', (client) => this.#opened.set(client, performance.now()))
  }

  /**
   * @throws Unavailable `limited` when Postgres is alive but no connection was free in time; `unreachable`
   * and other reasons (see `toPortalError`) when it is not
   */
  async connect(): Promise<PostgresPoolClient> {
    if (this.#probe.unresponsive && (await this.#probe.activePids()) === null) throw noAnswerError(false)
    if (!(await this.#semaphore.acquire(TURN_MS))) throw new Unavailable('postgres', 'limited')
    try {
      return new GuardedClient(await this.#fresh(), this)
    } catch (fault) {
      this.#semaphore.release()
      throw fault instanceof Unavailable ? fault : toPortalError(fault, false)
    }
  }

  end(): Promise<void> {
    return this.#pool.end()
  }

  /** A connection that was opened after the last replacement. */
  async #fresh(): Promise<PoolClient> {
    for (;;) {
      const connecting = this.#pool.connect()
      const arrived = await answerWithin(this.#connectMs, connecting)
      if (arrived === null) {
        connecting.then(
          (client) => client.release(true),
          () => undefined,
        )
        this.#markUnresponsive()
        throw noAnswerError(false)
      }
      if ((this.#opened.get(arrived.answer) ?? 0) > this.#replacedAt) return arrived.answer
      arrived.answer.release(true)
    }
  }

  /** Stops using connections opened before now: they lead to a server that is gone or read-only. */
  replaceConnections(): void {
    const now = performance.now()
    if (now - this.#replacedAt < REPLACE_INTERVAL_MS) return
    log.warn('the Postgres connections are replaced')
    this.#replacedAt = now
  }

  release(client: PoolClient, broken: boolean): void {
    client.release(broken || (this.#opened.get(client) ?? 0) <= this.#replacedAt)
    this.#semaphore.release()
  }

  /**
   * What `answer` resolves to. While it does not, Postgres is probed repeatedly: a slow statement ends by its
   * own limit, and a dead connection or server is not waited for.
   */
  async awaitAnswer<T>(client: PoolClient, answer: Promise<T>): Promise<T> {
    const pid = 'processID' in client ? Number(client.processID) : 0
    for (;;) {
      const arrived = await answerWithin(this.#answerMs, answer)
      if (arrived !== null) return arrived.answer
      const active = await Promise.race([this.#probe.activePids(), answer.then(() => 'answered' as const)])
      if (active === 'answered' || active?.has(pid)) continue
      const lateAnswer = active && (await answerWithin(LATE_ANSWER_MS, answer))
      if (lateAnswer) return lateAnswer.answer
      if (active === null) this.#markUnresponsive()
      this.replaceConnections()
      throw new NoAnswer()
    }
  }

  /** Marks Postgres as unresponsive and rejects all waiting callers. */
  #markUnresponsive(): void {
    this.#probe.markUnresponsive()
    this.#semaphore.rejectAll(noAnswerError(false))
  }
}

/** Postgres did not answer and is not expected to. */
class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
}

function noAnswerError(isWrite: boolean): Error {
  return toPortalError(new NoAnswer(), isWrite)
}

const READS = /^\s*(select|rollback)\b/i
const BEGINS = /^\s*(begin|start transaction)\b/i
const COMMITS = /^\s*commit\b/i

/**
 * A connection that is closed instead of returned once it has failed: its next user would wait behind a dead
 * query.
 */
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
    // Report the first error: a failed commit must not be reported as its failed rollback.
    if (this.#broken !== null) throw this.#broken
    if (BEGINS.test(statement)) this.#inTransaction = true
    try {
      return await this.#pool.awaitAnswer(this.#client, client.query<R>(statement, parameters))
    } catch (fault) {
      const isWrite = this.#inTransaction ? COMMITS.test(statement) : !READS.test(statement)
      const error = toPortalError(fault, isWrite)
      if (breaksConnection(fault)) this.#broken = error
      if (isStale(fault)) this.#pool.replaceConnections()
      throw error
    }
  }

  release(destroy = false): void {
    this.#pool.release(this.#client, destroy || this.#broken !== null)
  }
}
