// A database that is filled once and reused by later runs.
import type { Postgres } from '../services/postgres.ts'

export type DatabasePlan = {
  name: string
  /** Start over with a new database. */
  fresh: boolean
  /** Fills an empty database at the first run; it must close its connections. */
  fill: (url: string) => Promise<void>
}

/**
 * The URL of the database stored under that name, or of a new one. A database that could not be filled
 * completely is not reused.
 */
export async function keptDatabase(postgres: Postgres, { name, fresh, fill }: DatabasePlan): Promise<string> {
  if (fresh) await postgres.dropDatabase(name)
  if (!(await postgres.hasDatabase(name))) {
    const unfinished = `unfinished ${name}`
    await postgres.dropDatabase(unfinished)
    await fill(await postgres.createDatabase(unfinished))
    await postgres.renameDatabase(unfinished, name)
  }
  return postgres.url(name)
}
