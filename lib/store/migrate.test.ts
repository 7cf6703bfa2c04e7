import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { newKey, setTestEnvironment } from '../../testing/store.ts'
import { seal } from '../sealed.ts'
import { closeDatabase, openDatabase } from './database.ts'
import { digestKey } from './digest-key.ts'
import { EnvelopeFault } from './envelope.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/list.ts'

let url: string

beforeAll(async () => {
  url = await freshDatabase()
  setTestEnvironment(url)
})

afterAll(closeDatabase)

async function rowsOf(statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

function migrateUntil(db: ReturnType<typeof openDatabase>, last: string) {
  return new Migrator({
    db,
    provider: {
      getMigrations: async () =>
        Object.fromEntries(Object.entries(migrations).filter(([name]) => name <= last)),
    },
  }).migrateToLatest()
}

test('of five processes that start at once on an empty database, each migration is run by one', async () => {
  const runs = await Promise.all([1, 2, 3, 4, 5].map(() => migrate()))
  expect(runs.flat().toSorted()).toEqual(Object.keys(migrations))
  expect(await rowsOf('select id from digest_keys')).toEqual([{ id: 1 }])
})

test('the next start runs no migration', async () => {
  expect(await migrate()).toEqual([])
})

test('of processes that need a digest key at once, all get the same one', async () => {
  await rowsOf('delete from digest_keys')
  const stores = Array.from({ length: 8 }, () => openDatabase(seal<'url'>(url), 1))
  await Promise.all(stores.map((db) => sql`select 1`.execute(db)))
  const [first, ...others] = await Promise.all(stores.map(digestKey))
  for (const other of others) expect(first?.equals(other)).toBe(true)
  await Promise.all(stores.map((db) => db.destroy()))
})

test('all instants are stored with a time zone', async () => {
  const naive = await rowsOf(
    `select table_name from information_schema.columns where table_schema = 'public' and data_type = 'timestamp without time zone'`,
  )
  expect(naive).toEqual([])
})

test('mail domains that were claimed without a proof have none afterwards, unless DNS proved the very name as a host; their owners are notified', async () => {
  const older = await freshDatabase()
  const db = openDatabase(seal<'url'>(older), 2)
  const client = new Client({ connectionString: older })
  await client.connect()
  try {
    const until = (last: string) => migrateUntil(db, last)
    expect((await until('0015-customers')).error).toBeUndefined()
    const tenant = '00000000-0000-4000-8000-000000000001'
    await client.query(
      `insert into tenants (id, name, crossbar_origin, account_sealed, account_digest)
       values ('${tenant}', 'Acme', 'https://kazoo.example.com', 'v1.1.x.x', '${'a'.repeat(64)}')`,
    )
    for (const [email, role, status] of [
      ['olga@acme.example', 'owner', 'active'],
      ['otto@acme.example', 'owner', 'suspended'],
      ['mara@acme.example', 'admin', 'active'],
    ])
      await client.query(
        `insert into members (id, tenant, name, email, role, status) values (gen_random_uuid(), $1, 'N', $2, $3, $4)`,
        [tenant, email, role, status],
      )
    await client.query(
      `insert into sign_on_providers (tenant, issuer, client_id, secret_sealed, default_role)
       values ('${tenant}', 'https://login.example', 'c', 'v1.1.x.x', 'viewer')`,
    )
    for (const domain of ['acme.example', 'proved.example', 'said.example', 'waiting.example'])
      await client.query('insert into sign_on_domains (tenant, domain) values ($1, $2)', [tenant, domain])
    for (const [host, state, proof] of [
      ['proved.example', 'live', 'portal-proof=one'],
      // Set by the operator, which proves nothing about mail.
      ['said.example', 'live', ''],
      ['waiting.example', 'pending', 'portal-proof=two'],
      ['portal.acme.example', 'live', 'portal-proof=three'],
    ])
      await client.query(
        `insert into domains (id, tenant, host, state, proof, proved_at) values (gen_random_uuid(), $1, $2, $3, $4, now())`,
        [tenant, host, state, proof],
      )
    expect((await until('0016-mail-domains')).error).toBeUndefined()
    const { rows } = await client.query<{ domain: string; state: string; proof: string }>(
      'select domain, state, proof from mail_domains order by domain',
    )
    expect(rows.map(({ domain, state }) => [domain, state])).toEqual([
      ['acme.example', 'pending'],
      ['proved.example', 'live'],
      ['said.example', 'pending'],
      ['waiting.example', 'pending'],
    ])
    expect(rows[1]?.proof).toBe('portal-proof=one')
    expect(rows[0]?.proof).toMatch(/^portal-proof=[0-9a-f]{32}$/)
    const mails = await client.query<{ recipient: string; domain: string }>(
      `select recipient, mail->>'domain' as domain from outbox order by 2`,
    )
    expect(mails.rows).toEqual(
      ['acme.example', 'said.example', 'waiting.example'].map((domain) => ({
        recipient: 'olga@acme.example',
        domain,
      })),
    )
  } finally {
    await Promise.all([db.destroy(), client.end()])
  }
})

const brandOf = (text: Record<string, string>) => ({ text, signIn: null, header: null })

test('brands and waiting mails from before migration 0018 have the current names of their fields and kinds', async () => {
  const older = await freshDatabase()
  const db = openDatabase(seal<'url'>(older), 2)
  const client = new Client({ connectionString: older })
  await client.connect()
  try {
    expect((await migrateUntil(db, '0017-audit-settlement')).error).toBeUndefined()
    const tenant = '00000000-0000-4000-8000-000000000001'
    await client.query(
      `insert into tenants (id, name, crossbar_origin, account_sealed, account_digest)
       values ('${tenant}', 'Acme', 'https://kazoo.example.com', 'v1.1.x.x', '${'a'.repeat(64)}')`,
    )
    await client.query('insert into brands (tenant, draft) values ($1, $2)', [
      tenant,
      brandOf({ name: 'Acme', twins: 'chosen' }),
    ])
    await client.query(
      `insert into brand_versions (tenant, number, brand, published_at, published_by)
       values ($1, 1, $2, now(), 'Olivia')`,
      [tenant, brandOf({ name: 'Acme', twins: 'calculated' })],
    )
    for (const kind of ['actedFor', 'forgotPassword'])
      await client.query(
        `insert into outbox (id, tenant, recipient, recipient_name, language, mail, written_at, due_at)
         values (gen_random_uuid(), $1, 'greta@acme.example', 'Greta', 'en', $2, now(), now())`,
        [tenant, { kind, member: 'Olivia' }],
      )
    expect((await migrateUntil(db, '0018-plain-names')).error).toBeUndefined()
    const rowsIn = async (query: string) => (await client.query<{ found: unknown }>(query)).rows
    expect(await rowsIn('select draft as found from brands')).toEqual([
      { found: brandOf({ name: 'Acme', darkColours: 'chosen' }) },
    ])
    expect(await rowsIn('select brand as found from brand_versions')).toEqual([
      { found: brandOf({ name: 'Acme', darkColours: 'calculated' }) },
    ])
    expect(await rowsIn("select mail as found from outbox order by mail->>'kind'")).toEqual([
      { found: { kind: 'forgotPassword', member: 'Olivia' } },
      { found: { kind: 'impersonated', member: 'Olivia' } },
    ])
  } finally {
    await Promise.all([db.destroy(), client.end()])
  }
})

test('a portal whose DATA_KEYS are not those of the database does not start', async () => {
  vi.resetModules()
  setTestEnvironment(url, { DATA_KEYS: `1:${newKey()}` })
  const other = await import('./migrate.ts')
  await expect(other.migrate()).rejects.toMatchObject({ name: EnvelopeFault.name })
})
