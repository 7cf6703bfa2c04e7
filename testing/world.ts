// A store, a Redis, a Kazoo with a world, a tenant, and viewers of every role.
import { randomBytes } from 'node:crypto'
import { startRedis } from '../scripts/services/redis.ts'
import { startSimulator, type KazooVersion, type World } from '../scripts/services/simulator.ts'
import { TEST_SEED } from '../scripts/services/test-seed.ts'
import { testStore } from './store.ts'
import { peopleOf, resellerAdmin } from '../scripts/services/world-people.ts'
import { authenticate, credentialsToken } from '../lib/kazoo/auth.ts'
import { env } from '../lib/env.ts'
import { crossbarOrigin } from '../lib/kazoo/origin.ts'
import { seal } from '../lib/sealed.ts'
import { storeSession } from '../lib/session/record.ts'
import { MEMBER_SESSION } from '../lib/session/record-doc.ts'
import { closeRedis } from '../lib/session/redis.ts'
import type { Viewer } from '../lib/session/viewer.ts'
import { closeDatabase } from '../lib/store/database.ts'
import { listMembers } from '../lib/store/members.ts'
import { createTenant } from '../lib/store/tenants.ts'
import type { Role } from '../lib/views/viewer.ts'

export type TestWorld = Awaited<ReturnType<typeof openWorld>>

/** Starts everything, in about three seconds; `close` ends it. */
export async function openWorld(kazoo: KazooVersion, name: World = 'demo') {
  const [redis, simulator] = await Promise.all([
    startRedis(),
    startSimulator({ world: name, kazoo, seed: TEST_SEED }),
  ])
  await testStore({ REDIS_URL: redis.url, KAZOO_ALLOWED_ORIGINS: `${simulator.url}=127.0.0.0/8` })
  // Tests are faster than a user; other tests cover a full bucket.
  await simulator.config({ buckets: false })
  const admin = resellerAdmin(peopleOf(name, TEST_SEED))
  const token = credentialsToken(admin.username, seal(admin.password), 'md5')
  const credentials = { kind: 'user', account: { realm: admin.realm }, method: 'md5', token } as const
  const origin = crossbarOrigin(simulator.url)
  const { account } = await authenticate(origin, credentials, 'test')
  const tenant = await createTenant({
    name: 'Test reseller',
    crossbarOrigin: origin.text,
    account,
    credentials,
    owner: { name: 'Olga Owner', email: 'olga@example.com', passwordHash: null },
  })
  const [owner] = await listMembers(tenant.id)
  if (owner === undefined) throw new Error('a tenant without an owner')
  return {
    redis,
    simulator,
    tenant,
    /** A new session of the owner, with the rights of `role`. */
    viewer: async (role: Role = 'owner'): Promise<Viewer> => {
      const signedIn = await authenticate(origin, credentials, 'test')
      const who = { ...MEMBER_SESSION, principal: owner.id, name: owner.name, email: owner.email, role }
      const where = { tenant: tenant.id, tenantName: tenant.name, origin: origin.text, granted: account }
      const state = { trialEndsAt: null, connected: true }
      const id = randomBytes(32).toString('base64url')
      const idKey = seal<'id key'>(randomBytes(32).toString('base64url'))
      const session = await storeSession(id, { ...who, ...where, ...state }, idKey, signedIn.token)
      const request = {
        reference: 'test',
        address: '192.0.2.1',
        agent: 'vitest',
        host: new URL(env().portalOrigin).host,
        path: '',
        setStatus: () => undefined,
      }
      return { session, request, base: '' }
    },
    writes: async () =>
      (await simulator.requests()).filter(({ write, path }) => write && !path.endsWith('_auth')),
    close: async () => {
      await Promise.all([closeRedis(), closeDatabase()])
      await Promise.all([redis.stop(), simulator.stop()])
    },
  }
}
