// Tenants for tests: each with its own name, Kazoo and owner.
import { seal } from '../lib/sealed.ts'
import { createTenant } from '../lib/store/tenants.ts'

let tenants = 0

/** Creates a tenant with an API key of `account`. Returns its id. */
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
