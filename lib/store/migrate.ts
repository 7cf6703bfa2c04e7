// Brings the database up to what this version of the portal expects; many processes may try at once.
import 'server-only'
import { Migrator } from 'kysely/migration'
import { env } from '../env.ts'
import { Unavailable } from '../errors.ts'
import { openDatabase } from './database.ts'
import { digestKey } from './digest-key.ts'
import { migrations } from './migrations/list.ts'

/**
 * Runs the migrations that are missing, in order, each once: a lock in Postgres lets one process at a time do so, and the
 * others find nothing left to do. Returns the names of those it ran.
 * @throws Unavailable when Postgres is not there, or a migration failed (then all of this run is undone)
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
