// Migrates the database to this version of the portal; several processes may start at once.
import 'server-only'
import { Migrator } from 'kysely/migration'
import { env } from '../env.ts'
import { Unavailable } from '../errors.ts'
import { openDatabase } from './database.ts'
import { digestKey } from './digest-key.ts'
import { migrations } from './migrations/list.ts'

/**
 * Runs the missing migrations in order, each once: a lock in Postgres admits one process at a time, and the
 * others find nothing to do. Returns the names of those it ran.
 * @throws Unavailable when Postgres is not reachable, or a migration failed (all of this run is then rolled
 * back)
 */
export async function migrate(): Promise<readonly string[]> {
  const db = openDatabase(env().databaseUrl, 2)
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
    const { error, results = [] } = await migrator.migrateToLatest()
    if (error instanceof Error) throw error
    if (error !== undefined) throw new Unavailable('postgres', 'faulty')
    await digestKey(db)
    return results.filter(({ status }) => status === 'Success').map(({ migrationName }) => migrationName)
  } finally {
    await db.destroy()
  }
}
