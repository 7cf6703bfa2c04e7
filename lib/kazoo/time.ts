// Converts Kazoo's time, which counts seconds from the year 0.
import 'server-only'
import { z } from 'zod'

/** Seconds from 0000-01-01 to 1970-01-01, as Erlang's calendar counts them (docs/kazoo.md section 19). */
const EPOCH = 62_167_219_200
/** 9999-12-31T23:59:59Z; a Date beyond that still works, but is not meant. */
const LATEST = 315_569_519_999

/** The instant of Gregorian `seconds`. */
export function fromGregorian(seconds: number): Date {
  return new Date((seconds - EPOCH) * 1000)
}

/** Whole Gregorian seconds of an instant, rounded down. */
export function toGregorian(at: Date): number {
  return Math.floor(at.getTime() / 1000) + EPOCH
}

/** A Gregorian instant from Kazoo; null where it is missing or invalid, because no page depends on one. */
export const gregorian = z
  .number()
  .int()
  .min(EPOCH)
  .max(LATEST)
  .transform(fromGregorian)
  .nullable()
  .catch(null)

/** The list filter for what was created at `since` or later; none without it (docs/kazoo.md section 8.2). */
export function createdSince(since: Date | undefined): Readonly<Record<string, number>> {
  return since === undefined ? {} : { created_from: toGregorian(since) }
}
