// Selects due rows for one process to claim (decision 257).
import 'server-only'
import { sql, type RawBuilder, type SelectQueryBuilder } from 'kysely'
import type { Schema } from './schema.ts'

type DueTable = 'domains' | 'mail_domains' | 'jobs' | 'outbox'

/**
 * For `where id = ...`: the ids of up to `most` rows of `query` that have been due longest and are not
 * locked. With `in`, Postgres may evaluate the query again for each row of the table, and so claim more rows
 * than its limit.
 */
export function longestDue<Id>(
  query: SelectQueryBuilder<Schema, DueTable, { id: Id }>,
  now: Date,
  most: number,
): RawBuilder<Id> {
  const due = query.where('due_at', '<=', now).orderBy('due_at').limit(most)
  return sql<Id>`any(array(${due.forUpdate().skipLocked()}))`
}
