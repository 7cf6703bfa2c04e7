// Rotates keys: re-encrypts every envelope that is under an older key with the newest.
import 'server-only'
import { sql } from 'kysely'
import { env } from '../env.ts'
import { sinkSecretContext } from './audit-sinks.ts'
import { subjectContext } from './audit-subjects.ts'
import { credentialsContext } from './credentials.ts'
import { database } from './database.ts'
import { DIGEST_KEY_CONTEXT } from './digest-key.ts'
import { domainAccountContext } from './domains.ts'
import { EnvelopeFault, newestKey, resealEnvelope, type EncryptionContext } from './envelope.ts'
import { passwordContext } from './members.ts'
import type { SubjectKind } from './audit-schema.ts'
import { totpCandidateContext, totpContext } from './second-factors.ts'
import { clientSecretContext } from './sign-on.ts'
import { accountContext } from './tenants.ts'

const BATCH = 500

/** A column of envelopes: where it is, and what the encryption context of a row is made of. */
type Column<Row> = {
  table: string
  column: string
  key: string
  fields: readonly string[]
  context: (row: Row) => EncryptionContext
}
type Found<Row> = Row & { key: string; envelope: string }

/**
 * Re-encrypts the whole store under the newest key of DATA_KEYS, and returns how many envelopes were changed.
 * It may run beside working portals, and again after an interruption; every process must already have the
 * newest key in its ring. Afterwards the older keys can be removed.
 * @throws EnvelopeFault; Unavailable
 */
export async function rotateKeys(): Promise<number> {
  const resealed = [
    await reseal({
      table: 'digest_keys',
      column: 'key_sealed',
      key: 'id',
      fields: [],
      context: () => DIGEST_KEY_CONTEXT,
    }),
    await reseal<{ id: string }>({
      table: 'tenants',
      column: 'account_sealed',
      key: 'id',
      fields: ['id'],
      context: ({ id }) => accountContext(id),
    }),
    await reseal<{ id: string; tenant: string }>({
      table: 'members',
      column: 'password_hash_sealed',
      key: 'id',
      fields: ['id', 'tenant'],
      context: ({ id, tenant }) => passwordContext(tenant, id),
    }),
    await reseal<{ id: string; tenant: string }>({
      table: 'members',
      column: 'totp_sealed',
      key: 'id',
      fields: ['id', 'tenant'],
      context: ({ id, tenant }) => totpContext(tenant, id),
    }),
    await reseal<{ id: string; tenant: string }>({
      table: 'members',
      column: 'totp_candidate_sealed',
      key: 'id',
      fields: ['id', 'tenant'],
      context: ({ id, tenant }) => totpCandidateContext(tenant, id),
    }),
    await reseal<{ tenant: string; kind: 'user' | 'api key' }>({
      table: 'credentials',
      column: 'secret_sealed',
      key: 'tenant',
      fields: ['tenant', 'kind'],
      context: ({ tenant, kind }) => credentialsContext(tenant, kind),
    }),
    await reseal<{ tenant: string }>({
      table: 'sign_on_providers',
      column: 'secret_sealed',
      key: 'tenant',
      fields: ['tenant'],
      context: ({ tenant }) => clientSecretContext(tenant),
    }),
    await reseal<{ id: string; tenant: string }>({
      table: 'domains',
      column: 'account_sealed',
      key: 'id',
      fields: ['id', 'tenant'],
      context: ({ id, tenant }) => domainAccountContext(tenant, id),
    }),
    await reseal<{ tenant: string }>({
      table: 'audit_sinks',
      column: 'secret_sealed',
      key: 'tenant',
      fields: ['tenant'],
      context: ({ tenant }) => sinkSecretContext(tenant),
    }),
    await reseal<{ tenant: string; kind: SubjectKind; digest: string }>({
      table: 'audit_subjects',
      column: 'ref_sealed',
      key: 'id',
      fields: ['tenant', 'kind', 'digest'],
      context: ({ tenant, kind, digest }) => subjectContext(tenant, kind, digest),
    }),
  ]
  return resealed.reduce((sum, count) => sum + count, 0)
}

async function reseal<Row>(of: Column<Row>): Promise<number> {
  const ring = env().dataKeys
  let count = 0
  for (let rows = await stale(of); rows.length > 0; rows = await stale(of)) {
    for (const row of rows) {
      const fresh = resealEnvelope(ring, of.context(row), row.envelope)
      // Prevents an endless loop over a row that stays stale.
      if (fresh === null) throw new EnvelopeFault()
      // If another secret was written in the meantime, it is under the newest key already.
      await sql`update ${sql.table(of.table)} set ${sql.ref(of.column)} = ${fresh}
        where ${sql.ref(of.key)} = ${row.key} and ${sql.ref(of.column)} = ${row.envelope}`.execute(database())
      count += 1
    }
  }
  return count
}

async function stale<Row>(of: Column<Row>): Promise<readonly Found<Row>[]> {
  const newest = `v1.${newestKey(env().dataKeys)}.%`
  const fields = [
    sql`${sql.ref(of.key)} as key`,
    sql`${sql.ref(of.column)} as envelope`,
    ...of.fields.map((name) => sql.ref(name)),
  ]
  const found = await sql<Found<Row>>`select ${sql.join(fields)} from ${sql.table(of.table)}
    where ${sql.ref(of.column)} not like ${newest} limit ${BATCH}`.execute(database())
  return found.rows
}
