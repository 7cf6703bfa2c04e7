// Reads single fields of Kazoo's documents, whatever type their value has: Kazoo serves what somebody stored,
// and checks it only when it is saved through its own interface (docs/kazoo.md section 25.21).
import 'server-only'
import { z } from 'zod'

/** Text; a number as its digits; empty where it is missing or of another type. */
export const text = z.union([z.string(), z.number().transform(String)]).catch('')

/** Text as `text` reads it; null where that is empty. */
export const textOrNull = text.transform((value) => (value === '' ? null : value))

/** Kazoo's `kz_json:is_true`: on by true or `"true"` only. */
export const isTrue = z
  .unknown()
  .optional()
  .transform((value) => value === true || value === 'true')

/** Kazoo's `not kz_json:is_false`: how it reads whether a device or a user is enabled. */
export const isNotFalse = z
  .unknown()
  .optional()
  .transform((value) => value !== false && value !== 'false')

/** A count, also one stored as text; null where there is none. */
export const countOrNull = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
  ])
  .pipe(z.number().int().min(0))
  .nullable()
  .catch(null)

/** A role: Kazoo gives the rights of an admin for that very word only. */
export const privilege = z.enum(['admin', 'user']).catch('user')

/** A list of texts; items of other types are left out. */
export const texts = z
  .array(z.unknown())
  .catch([])
  .transform((items) => items.filter((item) => typeof item === 'string'))

/** A row as an object, to be read by a schema of lenient fields: anything else is an empty one. */
export function asRecord(row: unknown): unknown {
  return typeof row === 'object' && row !== null && !Array.isArray(row) ? row : {}
}

type WithId<Row extends { id: unknown }> = Row & { id: NonNullable<Row['id']> }

/**
 * The rows of a list. `unopenable` are those whose id cannot be put into a path (docs/security.md row 8):
 * they are counted and named, and nothing else can be done with them.
 */
export type Listing<Row extends { id: unknown }> = { rows: WithId<Row>[]; unopenable: Row[] }

/** Separates rows by whether they have an id that can be used; null is none. */
export function byId<Row extends { id: unknown }>(all: readonly Row[]): Listing<Row> {
  return { rows: all.filter(hasId), unopenable: all.filter((row) => !hasId(row)) }
}

function hasId<Row extends { id: unknown }>(row: Row): row is WithId<Row> {
  return row.id !== null
}
