// Whether Postgres lives, and what it works on: asked beside the pool, since what is slow and what is dead look alike from within.
import 'server-only'
import { Client } from 'pg'
import { answerWithin } from '../waiting.ts'
import { unseal, type Sealed } from '../sealed.ts'

/** For so long after it gave no sign of life, in ms, nobody asks again. */
const PAUSE_MS = 400

export class LivenessProbe {
  readonly #url: Sealed<'url'>
  readonly #ms: number
  #asking: Promise<ReadonlySet<number> | null> | null = null
  #mute: { until: number } | null = null
  constructor(url: Sealed<'url'>, ms: number) {
    this.#url = url
    this.#ms = ms
  }

  /** It gave no sign of life when it was last asked. */
  get unresponsive(): boolean {
    return this.#mute !== null
  }

  /** From now on it counts as mute, until it has answered. */
  markUnresponsive(): void {
    this.#mute = { until: performance.now() + PAUSE_MS }
  }

  /** The numbers of the connections on which it works at present; null: it does not live. All who ask at once share one answer. */
  async activePids(): Promise<ReadonlySet<number> | null> {
    if (this.#mute !== null && performance.now() < this.#mute.until) return null
    this.#asking ??= this.#ask().finally(() => (this.#asking = null))
    return this.#asking
  }

  async #ask(): Promise<ReadonlySet<number> | null> {
    const client = new Client({
      connectionString: unseal(this.#url),
      application_name: 'portal sign of life',
    })
    client.on('error', () => undefined)
    const asked = client.connect().then(() => client.query<{ pid: number }>(WORKING))
    const found = await answerWithin(this.#ms, asked).catch(() => null)
    void client.end().catch(() => undefined)
    if (found === null) {
      this.markUnresponsive()
      return null
    }
    this.#mute = null
    return new Set(found.answer.rows.map(({ pid }) => pid))
  }
}

const WORKING = `select pid from pg_stat_activity where usename = current_user and state = 'active'`
