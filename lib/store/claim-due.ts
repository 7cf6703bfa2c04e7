// Rows that somebody takes for themselves, chosen once (decision 257).
import 'server-only'
import { sql, type Expression, type RawBuilder } from 'kysely'

/**
 * For `where id = ...`: any of the ids that `query` chooses. After `in`, Postgres may choose anew for each row of the table, and so take more than
 * the limit of the query.
 */
export function anyChosen<Id>(query: Expression<unknown>): RawBuilder<Id> {
  return sql<Id>`any(array(${query}))`
}
