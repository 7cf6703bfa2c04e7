// Rows whose turn it is, taken by one process for itself, chosen once (decision 257).
import 'server-only'
import { sql, type RawBuilder, type SelectQueryBuilder } from 'kysely'
import type { Schema } from './schema.ts'

type DueTable = 'domains' | 'mail_domains' | 'jobs' | 'outbox'

/**
 * For `where id = ...`: the ids of up to `most` rows of `query` that have been due longest and that nobody else is taking. After `in`,
 * Postgres may choose anew for each row of the table, and so take more than the limit of the query.
 */
export function longestDue<Id>(
  query: SelectQueryBuilder<Schema, DueTable, { id: Id }>,
  now: Date,
  most: number,
): RawBuilder<Id> {
  const due = query.where('due_at', '<=', now).orderBy('due_at').limit(most)
  return sql<Id>`any(array(${due.forUpdate().skipLocked()}))`
}
