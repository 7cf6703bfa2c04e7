// Types of columns, by what is selected, inserted and updated.
import 'server-only'
import type { ColumnType } from 'kysely'

/** An instant that the database sets where none is given. */
export type Instant = ColumnType<Date, Date | undefined, Date>
/** JSON that is inserted as text and never updated. */
export type Json<T> = ColumnType<T, string, never>
/** JSON that is inserted and updated as text. */
export type EditedJson = ColumnType<unknown, string, string>
