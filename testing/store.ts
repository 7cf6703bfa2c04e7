// A store for unit tests: a migrated database of its own, and the environment that lib/env.ts needs, with
// random keys.
import { randomBytes } from 'node:crypto'
import { migrate } from '../lib/store/migrate.ts'
import { freshDatabase } from './fresh-database.ts'

/** Sets the environment of this test file, before anything reads it. `more` wins. */
export function setTestEnvironment(databaseUrl: string, more: Readonly<Record<string, string>> = {}): void {
  Object.assign(process.env, {
    PORTAL_ORIGIN: 'http://localhost:3000',
    DATABASE_URL: databaseUrl,
    REDIS_URL: 'redis://127.0.0.1:1',
    SESSION_KEYS: `1:${newKey()}`,
    DATA_KEYS: `1:${newKey()}`,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: newKey(),
    LOG_LEVEL: 'error',
    ...more,
  })
}

/**
 * A migrated store of this test file's own, which `database()` opens. Returns its address, for direct
 * queries.
 */
export async function testStore(more: Readonly<Record<string, string>> = {}): Promise<string> {
  const url = await freshDatabase()
  setTestEnvironment(url, more)
  await migrate()
  return url
}

/** A key as the key rings of the environment spell it. */
export function newKey(): string {
  return randomBytes(32).toString('base64')
}
