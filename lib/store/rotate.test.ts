import { Client } from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { newKey, setTestEnvironment, testStore } from '../../testing/store.ts'

const [first, second] = [newKey(), newKey()]
const [old, both, fresh] = [`1:${first}`, `2:${second},1:${first}`, `2:${second}`]
const THINGS = 3
const EVERY_ENVELOPE = `
  select key_sealed as envelope from digest_keys union all select account_sealed from tenants
  union all select password_hash_sealed from members where password_hash_sealed is not null
  union all select secret_sealed from credentials union all select ref_sealed from audit_subjects`
let url: string
let client: Client

beforeAll(async () => {
  url = await testStore({ DATA_KEYS: old })
  client = new Client({ connectionString: url })
  await client.connect()
})

afterAll(() => client.end())

/** Runs `act` in the store as in a process with these DATA_KEYS: every module is loaded again. */
async function withKeys<T>(
  keys: string,
  act: (store: Awaited<ReturnType<typeof load>>) => Promise<T>,
): Promise<T> {
  vi.resetModules()
  setTestEnvironment(url, { DATA_KEYS: keys })
  const store = await load()
  try {
    return await act(store)
  } finally {
    await store.closeDatabase()
  }
}

async function load() {
  const { seal } = await import('../sealed.ts')
  const { closeDatabase } = await import('./database.ts')
  const { rotateKeys } = await import('./rotate.ts')
  const { createTenant, findTenant, listTenants } = await import('./tenants.ts')
  const { listMembers } = await import('./members.ts')
  const { credentialsOf } = await import('./credentials.ts')
  const { appendAuditEvent, auditEventsAbout } = await import('./audit-events.ts')
  const reads = { findTenant, listTenants, listMembers, credentialsOf, auditEventsAbout }
  return { seal, closeDatabase, rotateKeys, createTenant, appendAuditEvent, ...reads }
}

type Store = Awaited<ReturnType<typeof load>>

function draft({ seal }: Store, name: string, account: string) {
  return {
    name,
    crossbarOrigin: 'https://kazoo.example.com',
    account: seal<'kazoo account'>(account.repeat(32)),
    credentials: { kind: 'api key', key: seal<'api key'>(`key of ${name}`) } as const,
    owner: { name, email: `${name}@example.com`, passwordHash: seal<'password hash'>(`hash of ${name}`) },
  }
}

function device({ seal }: Store, number: number) {
  const ref = {
    account: seal<'kazoo account'>('a'.repeat(32)),
    device: seal<'kazoo device'>(`device ${number}`),
  }
  return { kind: 'device', ref } as const
}

async function record(store: Store, tenant: string, number: number): Promise<void> {
  const subject = { kind: 'device', name: `Device ${number}`, resource: device(store, number) }
  const rest = { path: [], before: null, after: null, clientAddress: null, userAgent: null }
  const actor = { member: null, name: 'Olivia' }
  await store.appendAuditEvent({ tenant, actor, verb: 'device.edit', subject, reference: 'r', ...rest })
}

async function envelopes(under: number): Promise<number> {
  const { rows } = await client.query<{ envelope: string }>(EVERY_ENVELOPE)
  return rows.filter(({ envelope }) => envelope.startsWith(`v1.${under}.`)).length
}

test('a rotation re-seals everything; afterwards the old key is useless, and nothing is lost', async () => {
  const tenant = await withKeys(old, async (store) => {
    const { id } = await store.createTenant(draft(store, 'acme', 'a'))
    for (let number = 0; number < THINGS; number += 1) await record(store, id, number)
    return id
  })
  // digest key, account, password hash, credentials, and the account of the resources in the audit log
  const all = 5 + THINGS
  expect(await envelopes(1)).toBe(all)
  expect(await withKeys(both, (store) => store.rotateKeys())).toBe(all)
  expect([await envelopes(1), await envelopes(2)]).toEqual([0, all])
  expect(await withKeys(both, (store) => store.rotateKeys())).toBe(0)
  await withKeys(fresh, async (store) => {
    const { seal } = store
    expect((await store.findTenant(tenant))?.account.equals(seal('a'.repeat(32)))).toBe(true)
    const [owner] = await store.listMembers(tenant)
    expect(owner?.passwordHash?.equals(seal('hash of acme'))).toBe(true)
    const held = await store.credentialsOf(tenant)
    expect(held.kind === 'api key' && held.key.equals(seal('key of acme'))).toBe(true)
    expect(await store.auditEventsAbout(tenant, device(store, 1), { limit: 5 })).toHaveLength(1)
  })
  await withKeys(old, (store) => expect(store.listTenants()).rejects.toMatchObject({ name: 'EnvelopeFault' }))
})

test('an account taken before a rotation is still taken after it, and a resource has one history', async () => {
  await withKeys(fresh, async (store) => {
    const [tenant] = await store.listTenants()
    await expect(store.createTenant(draft(store, 'thief', 'a'))).rejects.toMatchObject({ name: 'Rejected' })
    await record(store, tenant?.id ?? '', 1)
    expect(await store.auditEventsAbout(tenant?.id ?? '', device(store, 1), { limit: 5 })).toHaveLength(2)
  })
})

test('a rotation stops at an envelope that does not open, and reports it', async () => {
  await client.query(`update credentials set secret_sealed = 'v1.1.' || repeat('A', 60)`)
  const rotation = withKeys(both, (store) => store.rotateKeys())
  await expect(rotation).rejects.toMatchObject({ name: 'EnvelopeFault' })
})
