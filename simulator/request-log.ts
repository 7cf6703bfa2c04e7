// The requests that the simulator got, for tests.
import type { IncomingHttpHeaders } from 'node:http'
import type { Clock } from './clock.ts'
import type { Json } from './json.ts'

export interface LoggedRequest {
  n: number
  /** Unix milliseconds on the simulator's clock. */
  at: number
  method: string
  path: string
  query: string
  headers: IncomingHttpHeaders
  /** Parsed JSON, the raw text if it is not JSON, or null. */
  body: Json
  /** The account in the path. */
  account: string | null
  /** 0 until the answer is sent. */
  status: number
  ms: number
  write: boolean
}

/** The log forgets the oldest beyond this many. */
const KEPT = 20_000

export class RequestLog {
  readonly #clock: Clock
  #entries: LoggedRequest[] = []
  #next = 1

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Notes a request; the caller fills in `status` and `ms` when it is answered. */
  add(entry: Pick<LoggedRequest, 'method' | 'path' | 'query' | 'headers'>): LoggedRequest {
    const logged: LoggedRequest = {
      n: this.#next++,
      at: this.#clock.now(),
      ...entry,
      body: null,
      account: /\/accounts\/([^/]+)/.exec(entry.path)?.[1] ?? null,
      status: 0,
      ms: 0,
      write: entry.method !== 'GET' && entry.method !== 'HEAD' && entry.method !== 'OPTIONS',
    }
    this.#entries.push(logged)
    if (this.#entries.length > KEPT) this.#entries = this.#entries.slice(-KEPT / 2)
    return logged
  }

  /** Requests with a number above `n`, oldest first. */
  since(n: number): LoggedRequest[] {
    return this.#entries.filter((entry) => entry.n > n)
  }

  clear(): void {
    this.#entries = []
  }
}
