// Domains with or without a DNS proof, for tests of what follows.
import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import type { TestEnvironment } from './test-environment.ts'

/** A host, and a member of the team that claims it. Not `live`: it waits for its DNS. */
export type PutDomain = { host: string; email: string; live?: boolean }

/** Stores them, without asking DNS. */
export async function putDomains(world: TestEnvironment, domains: readonly PutDomain[]): Promise<void> {
  const client = new Client({ connectionString: world.databaseUrl })
  await client.connect()
  try {
    for (const { host, email, live = true } of domains) {
      await client.query(
        `insert into domains (id, tenant, host, state, proof, proved_at, due_at)
         select $1, tenant, $2, $3, '', $4, '9999-12-31' from members where email = $5`,
        [randomUUID(), host, live ? 'live' : 'pending', live ? new Date() : null, email],
      )
    }
  } finally {
    await client.end()
  }
}
