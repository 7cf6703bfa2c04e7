// Tenants for tests: each with a name, a Kazoo and an owner of its own.
import { seal } from '../lib/sealed.ts'
import { createTenant } from '../lib/store/tenants.ts'

let tenants = 0

/** Makes a tenant that holds an API key of `account`; its id. */
export async function newTenant(account = seal<'kazoo account'>('a'.repeat(32))): Promise<string> {
  tenants += 1
  const { id } = await createTenant({
    name: `Tenant ${tenants}`,
    crossbarOrigin: `https://kazoo${tenants}.example.com`,
    account,
    credentials: { kind: 'api key', key: seal<'api key'>('key') },
    owner: { name: 'Olivia', email: `olivia${tenants}@example.com`, passwordHash: null },
  })
  return id
}
