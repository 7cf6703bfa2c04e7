// Kinds of columns, by what is read, inserted and updated.
import 'server-only'
import type { ColumnType } from 'kysely'

/** A moment that the database sets where none is given. */
export type Instant = ColumnType<Date, Date | undefined, Date>
/** JSON that is written as text and never changed. */
export type Json<T> = ColumnType<T, string, never>
/** JSON that is written as text, also again. */
export type EditedJson = ColumnType<unknown, string, string>
