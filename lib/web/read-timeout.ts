// Limits how long a page or a read action waits for its answer: one limit for all its calls, not one per call
// (decision 251).
import 'server-only'
import { env } from '../env.ts'
import { Unavailable } from '../errors.ts'
import type { Viewer } from '../session/viewer.ts'

/** In ms, for readers who chose to wait longer. */
const LONG_MS = 30_000
/**
 * The share of the limit that calls to Kazoo may use up; the rest is for processing their answers, and for
 * the parts that arrived.
 */
const CALLS_SHARE = 0.9

/** The limit of a page or a read action, in ms. */
export function limitMs(long = false): number {
  return long ? Math.max(LONG_MS, env().readMs) : env().readMs
}

/**
 * The result of `ask` as `viewer`, whose calls to Kazoo all end together shortly before `ms` are over.
 * @throws Unavailable `timeout` when the time is over; what `ask` throws
 */
export async function withDeadline<T>(
  viewer: Viewer,
  ms: number,
  read: (viewer: Viewer) => Promise<T>,
): Promise<T> {
  const { promise: timedOut, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Unavailable('kazoo', 'timeout')), ms)
  const deadline = { signal: AbortSignal.timeout(Math.ceil(ms * CALLS_SHARE)), ms }
  try {
    return await Promise.race([read({ ...viewer, deadline }), timedOut])
  } finally {
    clearTimeout(timer)
  }
}
