// The connection of a tenant: stored credentials and their state, going live, another address, leaving. Real
// Redis, real Postgres, the simulated Kazoo.
import type { TestBrowser } from '../../../testing/browser.ts'
import { inspect } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createAccount } from '../../kazoo/create-account.ts'
import { findApiKey } from '../../kazoo/accounts.ts'
import { authenticate } from '../../kazoo/auth.ts'
import { Kazoo } from '../../kazoo/client.ts'
import { crossbarOrigin } from '../../kazoo/origin.ts'
import { seal, unseal } from '../../sealed.ts'
import { editSession } from '../../session/record.ts'
import { auditEventsOf } from '../../store/audit-events.ts'
import { recordCredentialsFailure, replaceCredentials } from '../../store/credentials.ts'
import { database } from '../../store/database.ts'
import { putLiveDomain } from '../../store/domains.ts'
import { findMemberByEmail } from '../../store/members.ts'
import { editTenant } from '../../store/tenant-state.ts'
import { findTenant } from '../../store/tenants.ts'
import { findRoot } from '../account/branch.ts'
import { as, openTeam, viewerIn, type Team } from '../../../testing/team.ts'
import { editSessionsOfTenant } from '../auth/tenant-sessions.ts'
import { exportTenantData } from './export.ts'
import { findConnection } from './find.ts'
import { goLive } from './go-live.ts'
import { credentialsOrNull } from './credentials.ts'
import { askForRemoval, cancelRemoval, disconnect, removeDueTenants } from './disconnect.ts'
import { findKazooStatus } from './kazoo-status.ts'
import { changeHost, replaceStoredCredentials } from './replace.ts'

const DAY = 24 * 60 * 60_000
let team: Team
let owner: TestBrowser

beforeAll(async () => {
  team = await openTeam()
})
afterAll(() => team.close())

/** The state at the beginning of a trial. */
beforeEach(async () => {
  const db = database()
  await replaceCredentials(db, team.tenant.id, team.credentials)
  const trialEndsAt = new Date(Date.now() + 30 * DAY)
  await editTenant(team.tenant.id, { trialEndsAt, removalAt: null, crossbarOrigin: team.simulator.url })
  await db.deleteFrom('outbox').execute()
  await team.simulator.clearFaults()
  owner = await team.enter()
})

const ways = async () =>
  (await team.simulator.requests())
    .filter(({ path: at }) => at.endsWith('_auth'))
    .map(({ path: at }) => at.split('/').at(-1))
const stale = async (browser: TestBrowser) =>
  as(browser, ({ session }) => editSession(session.digest, {}, seal('none')))
const key = (text = team.apiKey) => seal<'api key'>(text)

/** The key of a new account below the tenant's. */
async function keyBelow(name: string) {
  const { token, account } = await authenticate(crossbarOrigin(team.simulator.url), team.credentials, 'test')
  const kazoo = new Kazoo({
    origin: crossbarOrigin(team.simulator.url),
    token,
    reference: 'test',
    renew: () => Promise.reject(new Error('no')),
  })
  const below = await createAccount(kazoo, account, { name })
  return findApiKey(kazoo, below.id)
}

test('every member sees the kind of credentials and the end of the trial, and never the credentials', async () => {
  const viewer = await team.enter((await team.member('viewer')).email)
  const state = await as(viewer, findConnection)
  expect(state).toMatchObject({
    tenant: 'Harbour Telephony',
    address: team.simulator.url,
    credentials: 'token',
    realm: 'master.kz.test',
    trial: { daysLeft: 30, ended: false },
    removalAt: null,
  })
  expect(JSON.stringify(state)).not.toMatch(/[0-9a-f]{32}/)
})

test('the last use of the credentials is shown, and written at most once a minute', async () => {
  await team.simulator.fault({ pattern: '**/user_auth', count: 3, fault: { kind: 'status', status: 401 } })
  await stale(owner)
  await expect(as(owner, findRoot)).rejects.toMatchObject({ name: 'Unavailable', reason: 'refused' })
  const first = await as(owner, findConnection)
  expect(first).toMatchObject({ lastError: 'refused', lastErrorAt: expect.any(String) })
  const again = new Date(Date.now() + 30_000)
  await recordCredentialsFailure(team.tenant.id, 'refused', again)
  expect(await as(owner, findConnection)).toEqual(first)
  await recordCredentialsFailure(team.tenant.id, 'unreachable', again)
  expect(await as(owner, findConnection)).toMatchObject({ lastError: 'unreachable' })
  await team.simulator.clearFaults()
  await new Promise((done) => setTimeout(done, 2_100))
  await as(owner, findRoot)
  expect(await as(owner, findConnection)).toMatchObject({ lastError: null, lastErrorAt: null })
})

test('an API key cannot impersonate, and the connection page says so', async () => {
  const impersonation = async () => {
    const now = await as(owner, findKazooStatus)
    return now?.ok && now.capabilities.find(({ name }) => name === 'impersonation')?.works
  }
  expect(await impersonation()).toBe(true)
  await as(owner, (viewer) => goLive(viewer, key()))
  expect(await impersonation()).toBe(false)
})

describe('going live', () => {
  test.each([
    ['with the key that Kazoo hands out', null],
    ['with a pasted key', 'pasted'],
  ])('%s destroys the token, keeps every session, and notifies the owners', async (_how, pasted) => {
    const admin = await team.enter((await team.member('admin')).email)
    await team.simulator.clearRequests()
    await as(owner, (viewer) => goLive(viewer, pasted === null ? null : key()))
    const stored = await credentialsOrNull(team.tenant.id)
    expect(stored).toMatchObject({ kind: 'api key' })
    expect(stored?.kind === 'api key' && unseal(stored.key)).toBe(team.apiKey)
    const rows = JSON.stringify(await database().selectFrom('credentials').selectAll().execute())
    expect(rows).not.toContain('md5')
    expect(await ways()).toEqual(['api_auth'])
    expect(await as(owner, findConnection)).toMatchObject({ credentials: 'api key', trial: null })
    expect(await team.mails()).toMatchObject([
      { recipient: 'olga@example.com', mail: { kind: 'apiKeyWorks' } },
    ])
    // Open sessions continue with the new credentials, also when their token expires.
    for (const browser of [owner, admin]) {
      expect((await as(browser, findRoot)).root.name).toBeTruthy()
      await stale(browser)
      await as(browser, findRoot)
    }
    expect(new Set(await ways())).toEqual(new Set(['api_auth']))
    const [event] = await auditEventsOf(team.tenant.id, { limit: 1 })
    expect(event).toMatchObject({ verb: 'connection.edit', stage: 'done', after: { credentials: 'api key' } })
    expect(inspect(event, { depth: 9 })).not.toContain(team.apiKey)
  })

  test.each([
    ['a key that Kazoo does not know', 'f'.repeat(64), 'messages.connection.refused'],
    ['a key of no form', 'nonsense', 'messages.connection.refused'],
  ])('with %s changes nothing', async (_what, text, message) => {
    await expect(as(owner, (viewer) => goLive(viewer, key(text)))).rejects.toMatchObject({
      fields: { key: message },
    })
    expect(await credentialsOrNull(team.tenant.id)).toMatchObject({ kind: 'user' })
    expect((await findTenant(team.tenant.id))?.trialEndsAt).not.toBeNull()
    expect(await team.mails()).toEqual([])
  })

  test('security row 9: a key that opens another account is refused', async () => {
    const other = await keyBelow('Below')
    await expect(as(owner, (viewer) => goLive(viewer, other))).rejects.toMatchObject({
      fields: { key: 'messages.connection.foreign' },
    })
    expect(await credentialsOrNull(team.tenant.id)).toMatchObject({ kind: 'user' })
  })

  test('needs a step-up within ten minutes, and an owner', async () => {
    const admin = await team.enter((await team.member('admin')).email)
    await expect(as(admin, (viewer) => goLive(viewer, null))).rejects.toMatchObject({ name: 'Forbidden' })
    const late = as(owner, (viewer) => {
      const { session } = viewer
      const record = { ...session.record, freshAt: Date.now() - 10 * 60_000 - 1 }
      return goLive({ ...viewer, session: { ...session, record } }, null)
    })
    await expect(late).rejects.toMatchObject({ userMessage: 'messages.member.stepUp' })
    expect(await credentialsOrNull(team.tenant.id)).toMatchObject({ kind: 'user' })
  })

  test('asks for a pasted key where Kazoo does not return it', async () => {
    await team.simulator.fault({ pattern: '**/api_key', count: 1, fault: { kind: 'status', status: 403 } })
    await expect(as(owner, (viewer) => goLive(viewer, null))).rejects.toMatchObject({
      fields: { key: 'messages.connection.noKey' },
    })
  })
})

test('security row 15: fifty concurrent requests of two sessions with expired tokens renew once for each session', async () => {
  await as(owner, (viewer) => goLive(viewer, key()))
  const admin = await team.enter((await team.member('admin')).email)
  await team.simulator.expireTokens()
  await team.simulator.clearRequests()
  await Promise.all(Array.from({ length: 50 }, (_, at) => as(at % 2 === 0 ? owner : admin, findRoot)))
  expect(await ways()).toEqual(['api_auth', 'api_auth'])
})

describe('when the trial has ended', () => {
  test('members sign in and see why, and can only go live, export and edit their profile', async () => {
    await editTenant(team.tenant.id, { trialEndsAt: new Date(Date.now() - 1_000) })
    const late = await team.enter()
    await team.simulator.clearRequests()
    expect(await as(late, findConnection)).toMatchObject({ trial: { daysLeft: 0, ended: true } })
    await expect(as(late, findRoot)).rejects.toMatchObject({
      name: 'Forbidden',
      userMessage: 'messages.trial.ended',
    })
    expect(await team.simulator.requests()).toEqual([])
    expect((await as(late, (viewer) => Array.fromAsync(exportTenantData(viewer)))).length).toBeGreaterThan(2)
    await as(late, (viewer) => goLive(viewer, null))
    expect((await as(late, findRoot)).root.name).toBeTruthy()
  })

  test('an open session is closed too, and continues when the operator extends the trial', async () => {
    const past = Date.now() - 1
    await editSessionsOfTenant(team.tenant.id, { trialEndsAt: past })
    await expect(as(owner, findRoot)).rejects.toMatchObject({ userMessage: 'messages.trial.ended' })
    await editSessionsOfTenant(team.tenant.id, { trialEndsAt: Date.now() + DAY })
    await as(owner, findRoot)
  })
})

describe('other credentials', () => {
  test('are stored only when they open the granted account', async () => {
    const wrong = { ...team.credentials, token: seal<'credentials token'>('0'.repeat(32)) }
    await expect(as(owner, (viewer) => replaceStoredCredentials(viewer, wrong))).rejects.toMatchObject({
      fields: { token: 'messages.connection.refused' },
    })
    await as(owner, (viewer) => replaceStoredCredentials(viewer, { kind: 'api key', key: key() }))
    await as(owner, (viewer) => replaceStoredCredentials(viewer, team.credentials))
    expect(await credentialsOrNull(team.tenant.id)).toMatchObject({ kind: 'user', lastError: null })
    expect((await findTenant(team.tenant.id))?.trialEndsAt).toBeNull()
  })

  test('a Kazoo that does not answer is no refusal', async () => {
    await team.simulator.fault({ pattern: '**/api_auth', fault: { kind: 'status', status: 503 } })
    const credentials = { kind: 'api key', key: key() } as const
    await expect(as(owner, (viewer) => replaceStoredCredentials(viewer, credentials))).rejects.toMatchObject({
      name: 'Unavailable',
    })
    expect(await credentialsOrNull(team.tenant.id)).toMatchObject({ kind: 'user' })
  })
})

test('security row 9: stored credentials that now open another account are refused', async () => {
  await replaceCredentials(database(), team.tenant.id, { kind: 'api key', key: await keyBelow('Beside') })
  await stale(owner)
  await team.simulator.clearRequests()
  await expect(as(owner, findRoot)).rejects.toMatchObject({
    name: 'Unavailable',
    dependency: 'kazoo',
    reason: 'refused',
  })
  expect(await ways()).toEqual(['api_auth'])
  expect(await credentialsOrNull(team.tenant.id)).toMatchObject({ lastError: 'refused' })
})

test('another address is accepted with credentials entered again, when it opens the same account', async () => {
  const move = (to: string) => as(owner, (viewer) => changeHost(viewer, to, team.credentials))
  await team.simulator.clearRequests()
  await expect(move('https://127.0.0.1:8443')).rejects.toMatchObject({
    fields: { origin: 'messages.preflight.refused' },
  })
  expect(await team.simulator.requests()).toEqual([])
  await move(`${team.simulator.url}/v2/`)
  expect((await findTenant(team.tenant.id))?.crossbarOrigin).toBe(team.simulator.url)
  await as(owner, findRoot)
})

describe('leaving', () => {
  test('a disconnected tenant has no credentials, sends nothing to Kazoo, and can connect again', async () => {
    await expect(as(owner, (viewer) => disconnect(viewer, 'Harbor'))).rejects.toMatchObject({
      fields: { name: 'messages.connection.typed' },
    })
    await as(owner, (viewer) => disconnect(viewer, 'Harbour Telephony'))
    await team.simulator.clearRequests()
    const again = await team.enter()
    for (const browser of [owner, again]) {
      expect(await as(browser, findConnection)).toMatchObject({ credentials: null, lastWorkedAt: null })
      await expect(as(browser, findRoot)).rejects.toMatchObject({
        userMessage: 'messages.trial.disconnected',
      })
    }
    expect(await team.simulator.requests()).toEqual([])
    await as(owner, (viewer) => replaceStoredCredentials(viewer, { kind: 'api key', key: key() }))
    for (const browser of [owner, again]) await as(browser, findRoot)
  })

  test('all stored data is exported, without a secret', async () => {
    const name = 'Bakery Birch'
    const account = { ref: seal<'kazoo account'>('e'.repeat(32)), name }
    await putLiveDomain({ tenant: team.tenant.id, host: 'portal.harbour.test', account })
    const pieces = await as(owner, (viewer) => Array.fromAsync(exportTenantData(viewer)))
    const document: unknown = JSON.parse(pieces.join(''))
    expect(document).toMatchObject({
      tenant: {
        name: 'Harbour Telephony',
        credentials: 'user',
        domains: [{ host: 'portal.harbour.test', state: 'live', account: name }],
      },
      members: expect.arrayContaining([
        expect.objectContaining({ email: 'olga@example.com', role: 'owner' }),
      ]),
      audit: expect.arrayContaining([
        expect.objectContaining({ verb: 'connection.export', actor: 'Olga Owner' }),
      ]),
    })
    expect(pieces.join('')).not.toMatch(/argon2|[0-9a-f]{32}|v1\.\d\./)
    const admin = await team.enter((await team.member('admin')).email)
    await expect(as(admin, (viewer) => Array.fromAsync(exportTenantData(viewer)))).rejects.toMatchObject({
      name: 'Forbidden',
    })
  })

  test('a removal waits for thirty days and can be cancelled', async () => {
    const due = await as(owner, (viewer) => askForRemoval(viewer, 'Harbour Telephony'))
    expect(due.getTime() - Date.now()).toBeGreaterThan(29.9 * DAY)
    expect(await as(owner, findConnection)).toMatchObject({ removalAt: due.toISOString() })
    expect(await removeDueTenants(new Date(Date.now() + 29 * DAY))).toBe(0)
    await as(owner, cancelRemoval)
    expect(await removeDueTenants(new Date(Date.now() + 31 * DAY))).toBe(0)
    expect(await findTenant(team.tenant.id)).not.toBeNull()
  })

  test('after thirty days the tenant is deleted with all its data, its sessions end, and no other tenant changes', async () => {
    await as(owner, (viewer) => askForRemoval(viewer, 'Harbour Telephony'))
    expect(await removeDueTenants(new Date(Date.now() + 31 * DAY))).toBe(1)
    expect(await findTenant(team.tenant.id)).toBeNull()
    expect(await findMemberByEmail('olga@example.com')).toBeNull()
    expect(await viewerIn(owner)).toBeNull()
    const db = database()
    for (const table of ['audit_events', 'audit_subjects', 'credentials', 'members', 'outbox'] as const) {
      expect(await db.selectFrom(table).selectAll().execute(), table).toEqual([])
    }
  })
})
