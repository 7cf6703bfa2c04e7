import { afterAll, beforeAll, expect, test } from 'vitest'
import { testStore } from '../../testing/store.ts'
import { seal } from '../sealed.ts'
import { closeDatabase, database } from './database.ts'
import { domainsOf, insertDomain, liveDomain, primaryHostOf, putLiveDomain } from './domains.ts'
import { newTenant } from '../../testing/new-tenant.ts'

const ACCOUNT = { ref: seal<'kazoo account'>('b'.repeat(32)), name: 'Acme North' }
const NOW = new Date()

beforeAll(() => testStore())
afterAll(closeDatabase)

test('a host that no tenant has serves none, and neither does a pending one', async () => {
  const tenant = await newTenant()
  await insertDomain(database(), { tenant, host: 'waits.example.com', account: null, proof: 'p' }, NOW)
  expect(await liveDomain('waits.example.com')).toBeNull()
  expect(await liveDomain('nobody.example.com')).toBeNull()
  expect(await domainsOf(tenant)).toMatchObject([{ host: 'waits.example.com', state: 'pending', proof: 'p' }])
})

test('two tenants may have a pending claim to one host, and it is live for one', async () => {
  const [one, two] = [await newTenant(), await newTenant()]
  for (const tenant of [one, two]) {
    await insertDomain(
      database(),
      { tenant, host: 'contested.example.com', account: null, proof: tenant },
      NOW,
    )
  }
  await putLiveDomain({ tenant: one, host: 'contested.example.com' })
  await expect(putLiveDomain({ tenant: two, host: 'contested.example.com' })).rejects.toMatchObject({
    constraint: 'domains_live_host',
  })
  expect(await liveDomain('contested.example.com')).toMatchObject({ tenant: one })
})

test('links of a tenant use its primary domain, of which it has one', async () => {
  const tenant = await newTenant()
  expect(await primaryHostOf(tenant)).toBeNull()
  await putLiveDomain({ tenant, host: 'first.example.com', primary: true })
  await putLiveDomain({ tenant, host: 'second.example.com', primary: true })
  await putLiveDomain({ tenant, host: 'third.example.com' })
  expect(await primaryHostOf(tenant)).toBe('second.example.com')
})

test('the account of a domain is encrypted at rest and is returned sealed', async () => {
  const tenant = await newTenant()
  await putLiveDomain({ tenant, host: 'north.example.com', account: ACCOUNT })
  expect((await liveDomain('north.example.com'))?.account?.equals(ACCOUNT.ref)).toBe(true)
  const rows = await database().selectFrom('domains').selectAll().where('tenant', '=', tenant).execute()
  expect(JSON.stringify(rows)).not.toContain('b'.repeat(32))
})
