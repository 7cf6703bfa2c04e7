// A tenant on trial with a team whose members sign in, each in a browser of their own.
import { TestBrowser } from './browser.ts'
import { randomUUID } from 'node:crypto'
import { startRedis } from '../scripts/services/redis.ts'
import { startSimulator, type KazooVersion } from '../scripts/services/simulator.ts'
import { testStore } from './store.ts'
import { authenticate, credentialsToken } from '../lib/kazoo/auth.ts'
import { crossbarOrigin } from '../lib/kazoo/origin.ts'
import { seal } from '../lib/sealed.ts'
import { presentedId } from '../lib/session/cookie.ts'
import { loadSession } from '../lib/session/record.ts'
import { closeRedis } from '../lib/session/redis.ts'
import { currentRequest } from '../lib/session/request.ts'
import type { Viewer } from '../lib/session/viewer.ts'
import { closeDatabase, database } from '../lib/store/database.ts'
import { findMember, insertMember, type MemberRecord } from '../lib/store/members.ts'
import { createTenant } from '../lib/store/tenants.ts'
import type { Role } from '../lib/views/viewer.ts'
import { hashPassword } from '../lib/domain/auth/password.ts'
import { signIn } from '../lib/domain/auth/sign-in.ts'

export const PASSWORD = 'four lamps over the harbour'
export type Team = Awaited<ReturnType<typeof openTeam>>
const DAY = 24 * 60 * 60_000

/**
 * The viewer of `browser`, without the checks of host and path in lib/web/find-viewer.ts; null: signed out.
 */
export function viewerIn(browser: TestBrowser): Promise<Viewer | null> {
  return browser.run(async () => {
    const id = await presentedId()
    const session = id === null ? null : await loadSession(id, [])
    return session === null ? null : { session, request: currentRequest(), base: '' }
  })
}

/** Runs `act` as the viewer of `browser`, in one request. */
export async function as<T>(browser: TestBrowser, act: (viewer: Viewer) => Promise<T>): Promise<T> {
  const viewer = await viewerIn(browser)
  if (viewer === null) throw new Error('no viewer is signed in')
  return browser.run(() => act(viewer))
}

/**
 * Starts Redis, a store and a Kazoo with one account (realm master.kz.test, user admin), and connects a
 * tenant; `close` ends it.
 */
export async function openTeam(kazoo: KazooVersion = '5.0', more: Readonly<Record<string, string>> = {}) {
  const [redis, simulator] = await Promise.all([startRedis(), startSimulator({ world: 'empty', kazoo })])
  await testStore({
    REDIS_URL: redis.url,
    KAZOO_ALLOWED_ORIGINS: `${simulator.url}=127.0.0.0/8`,
    SIGN_IN_ATTEMPTS: '1000',
    ...more,
  })
  const origin = crossbarOrigin(simulator.url)
  const token = credentialsToken('admin', seal('MasterPass1!'), 'md5')
  const credentials = { kind: 'user', account: { realm: 'master.kz.test' }, method: 'md5', token } as const
  const { account } = await authenticate(origin, credentials, 'test')
  const passwordHash = await hashPassword(seal(PASSWORD))
  const tenant = await createTenant({
    name: 'Harbour Telephony',
    crossbarOrigin: origin.text,
    account,
    credentials,
    owner: { name: 'Olga Owner', email: 'olga@example.com', passwordHash },
    trialEndsAt: new Date(Date.now() + 30 * DAY),
  })
  const canaries = (await simulator.canaries()).map(({ value }) => value)
  return {
    simulator,
    tenant,
    credentials,
    account,
    /** The key of the account, as an owner would paste it. */
    apiKey: canaries.find((value) => /^[0-9a-f]{64}$/.test(value)) ?? '',
    member: async (role: Role, name = `Mara ${role}`): Promise<MemberRecord> => {
      const email = `${randomUUID()}@example.com`
      const member = await findMember(
        await insertMember(database(), tenant.id, { name, email, role, passwordHash }),
      )
      if (member === null) throw new Error('no member was made')
      return member
    },
    /** A browser in which that member is signed in. */
    enter: async (email = 'olga@example.com', browser = new TestBrowser()): Promise<TestBrowser> => {
      await browser.run(() => signIn(email, seal(PASSWORD)))
      return browser
    },
    mails: async () => {
      const rows = await database().selectFrom('outbox').select(['recipient', 'mail']).execute()
      return rows.map(({ recipient, mail }) => ({ recipient, mail }))
    },
    close: async () => {
      await Promise.all([closeRedis(), closeDatabase()])
      await Promise.all([redis.stop(), simulator.stop()])
    },
  }
}
