// Probes whether Postgres is alive and which connections it works on, over a separate connection, because a
// slow server and a dead one look the same from the pool.
import 'server-only'
import { Client } from 'pg'
import { answerWithin } from '../waiting.ts'
import { unseal, type Sealed } from '../sealed.ts'

/** How long after an unanswered probe no other is sent, in ms. */
const PAUSE_MS = 400

export class LivenessProbe {
  readonly #url: Sealed<'url'>
  readonly #ms: number
  #probe: Promise<ReadonlySet<number> | null> | null = null
  #silence: { until: number } | null = null
  constructor(url: Sealed<'url'>, ms: number) {
    this.#url = url
    this.#ms = ms
  }

  /** Whether the last probe was not answered. */
  get unresponsive(): boolean {
    return this.#silence !== null
  }

  /** Marks Postgres as unresponsive until it answers a probe. */
  markUnresponsive(): void {
    this.#silence = { until: performance.now() + PAUSE_MS }
  }

  /**
   * The process ids of the connections that Postgres is working on; null: it is not alive. Concurrent callers
   * share one probe.
   */
  async activePids(): Promise<ReadonlySet<number> | null> {
    if (this.#silence !== null && performance.now() < this.#silence.until) return null
    this.#probe ??= this.#query().finally(() => (this.#probe = null))
    return this.#probe
  }

  async #query(): Promise<ReadonlySet<number> | null> {
    const client = new Client({
      connectionString: unseal(this.#url),
      application_name: 'portal sign of life',
    })
    client.on('error', () => undefined)
    const activePids = client.connect().then(() => client.query<{ pid: number }>(ACTIVE_PIDS))
    const result = await answerWithin(this.#ms, activePids).catch(() => null)
    void client.end().catch(() => undefined)
    if (result === null) {
      this.markUnresponsive()
      return null
    }
    this.#silence = null
    return new Set(result.answer.rows.map(({ pid }) => pid))
  }
}

const ACTIVE_PIDS = `select pid from pg_stat_activity where usename = current_user and state = 'active'`
