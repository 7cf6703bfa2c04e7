import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDatabase } from '../../lib/store/database.ts'
import { credentialsOf } from '../../lib/store/credentials.ts'
import { listTenants } from '../../lib/store/tenants.ts'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { newKey, setTestEnvironment } from '../../testing/store.ts'
import { startSimulator, type Simulator } from '../services/simulator.ts'
import { castOf, createReseller, SEED } from './reseller.ts'

let simulator: Simulator
beforeAll(async () => {
  simulator = await startSimulator({ world: 'demo', kazoo: '5.0', seed: SEED })
  setTestEnvironment(await freshDatabase(), {
    KAZOO_ALLOWED_ORIGINS: `${simulator.url}=127.0.0.0/8`,
    DATA_KEYS: `1:${newKey()}`,
  })
})
afterAll(async () => {
  await closeDatabase()
  await simulator.stop()
})

test('the reseller of the demo is live, and so the portal has the API key of its account', async () => {
  const cast = castOf('demo', 3000)
  await createReseller(process.env, simulator.url, cast)
  const [tenant] = await listTenants()
  expect(tenant).toMatchObject({ name: cast.admin.accountName, trialEndsAt: null })
  expect(await credentialsOf(tenant?.id ?? '')).toMatchObject({ kind: 'api key' })
})
