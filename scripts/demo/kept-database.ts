// A database that is filled once and then kept from run to run.
import type { Postgres } from '../services/postgres.ts'

export type DatabasePlan = {
  name: string
  /** To forget what was kept. */
  fresh: boolean
  /** Makes of an empty database what the first run begins with; it must close its connections. */
  fill: (url: string) => Promise<void>
}

/**
 * The address of the database that was kept under that name, or of a new one. One that could not be filled to
 * the end is not kept.
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
