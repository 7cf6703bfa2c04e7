// Unwraps Crossbar's envelope, and passes on nothing else of it: its echo of the token stops here.
import 'server-only'
import { z } from 'zod'
import { Unavailable } from '../errors.ts'
import { log } from '../log.ts'

const envelope = z
  .object({
    data: z.unknown().optional(),
    next_start_key: z.string().min(1).max(4096).nullable().catch(null),
    /**
     * Where Kazoo's next version stores what 4.3 and 5.0 mix into the data of an account (docs/kazoo.md
     * section 2.1).
     */
    metadata: z.record(z.string(), z.unknown()).catch({}),
  })
  .catch({ data: undefined, next_start_key: null, metadata: {} })
const record = z.record(z.string(), z.unknown())

/** A path in Kazoo, with its ids blanked. */
type PathTemplate = { readonly template: string }

/**
 * The one document in `json`, as parsed by `doc`.
 * @throws Unavailable: `unknown` after a write, because it may have been carried out
 */
export function documentIn<T>(at: PathTemplate, json: unknown, doc: z.ZodType<T>, written: boolean): T {
  const { data, metadata } = envelope.parse(json)
  const fields = record.safeParse(data)
  const result = doc.safeParse(fields.success ? { ...metadata, ...fields.data } : data)
  if (result.success) return result.data
  logMismatch(at, result.error)
  throw new Unavailable('kazoo', written ? 'unknown' : 'faulty')
}

/**
 * The rows in `json`. An invalid one is left out and logged; if all are invalid, so is the answer.
 * @throws Unavailable
 */
export function rowsIn<T>(at: PathTemplate, json: unknown, doc: z.ZodType<T>): T[] {
  const { data } = envelope.parse(json)
  if (!Array.isArray(data)) throw new Unavailable('kazoo', 'faulty')
  const rows: T[] = []
  let lastError: z.ZodError | null = null
  for (const row of data) {
    const result = doc.safeParse(row)
    if (result.success) rows.push(result.data)
    else lastError = result.error
  }
  if (lastError) logMismatch(at, lastError)
  if (lastError && rows.length === 0) throw new Unavailable('kazoo', 'faulty')
  return rows
}

/** Where the next page begins, as Kazoo sent it; null after the last. */
export function nextIn(json: unknown): string | null {
  return envelope.parse(json).next_start_key
}

function logMismatch({ template }: PathTemplate, error: z.ZodError): void {
  const paths = error.issues.slice(0, 5).map((issue) => issue.path.join('.'))
  log.warn('kazoo answered what we do not understand', { path: template, at: paths })
}
