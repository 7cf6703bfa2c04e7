// Trials that start, and trials that are refused: real Redis, real Postgres, the simulated Kazoo.
import { TestBrowser } from '../../../testing/browser.ts'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startRedis, type PrivateRedis } from '../../../scripts/services/redis.ts'
import { startSimulator, type Simulator } from '../../../scripts/services/simulator.ts'
import { testStore } from '../../../testing/store.ts'
import { credentialsToken } from '../../kazoo/auth.ts'
import { seal } from '../../sealed.ts'
import { newPuzzle, acceptPuzzleAnswer } from '../../session/puzzle.ts'
import { countAttempt } from '../../session/throttle.ts'
import { closeRedis } from '../../session/redis.ts'
import { auditEventsOf } from '../../store/audit-events.ts'
import { credentialsOf } from '../../store/credentials.ts'
import { closeDatabase, database } from '../../store/database.ts'
import { putLiveDomain } from '../../store/domains.ts'
import { editPasswordHash, findMemberByEmail, listMembers } from '../../store/members.ts'
import { listTenants } from '../../store/tenants.ts'
import { solvePuzzle } from '../../views/solve-puzzle.ts'
import { originAt, siteOf } from '../site.ts'
import { checkConnection, startTrial, type TrialStart } from './trial.ts'
import { newPublicPuzzle } from './guard.ts'

const DAY = 24 * 60 * 60_000
let redis: PrivateRedis
let simulator: Simulator
let raw: Redis

beforeAll(async () => {
  ;[redis, simulator] = await Promise.all([startRedis(), startSimulator({ world: 'empty', kazoo: '5.0' })])
  raw = new Redis(redis.url)
  await testStore({
    REDIS_URL: redis.url,
    KAZOO_ALLOWED_ORIGINS: `${simulator.url}=127.0.0.0/8`,
    KAZOO_HOSTED_ORIGIN: simulator.url,
    TRIAL_ATTEMPTS: '8',
  })
})
afterAll(async () => {
  raw.disconnect()
  await Promise.all([closeRedis(), closeDatabase()])
  await Promise.all([redis.stop(), simulator.stop()])
})
beforeEach(async () => {
  await raw.flushall()
  const db = database()
  await db.deleteFrom('outbox').execute()
})

const token = (method: 'md5' | 'sha', password = 'MasterPass1!') => ({
  method,
  text: credentialsToken('admin', seal(password), method),
})
const work = () => solvePuzzle(newPublicPuzzle())

async function trialForm(more: Partial<TrialStart> = {}): Promise<TrialStart> {
  return {
    name: 'Rita Reseller',
    email: 'rita@example.com',
    company: 'Rita Telephony',
    language: 'de',
    platform: 'hosted',
    origin: '',
    realm: 'Master.kz.test',
    token: token('md5'),
    work: await work(),
    website: '',
    ...more,
  }
}

const start = async (more: Partial<TrialStart> = {}, browser = new TestBrowser()) => {
  const wanted = await trialForm(more)
  return browser.run(() => startTrial(wanted))
}
const mailed = async () => {
  const rows = await database().selectFrom('outbox').select(['recipient', 'language', 'mail']).execute()
  return rows.map(({ recipient, language, mail }) => ({ recipient, language, mail }))
}

describe('a failed check starts no trial', () => {
  test.each([
    ['wrong credentials', { token: token('md5', 'wrong') }, 'token', 'messages.preflight.credentials'],
    ['an unknown realm', { realm: 'nobody.kz.test' }, 'token', 'messages.preflight.credentials'],
    ['no realm', { realm: 'a b' }, 'realm', 'rules.trial.realm'],
    [
      'a refused address',
      { platform: 'private', origin: 'https://127.0.0.1' },
      'origin',
      'messages.preflight.refused',
    ],
    [
      'an address where nobody is',
      { platform: 'private', origin: 'https://kazoo.invalid' },
      'origin',
      'messages.preflight.refused',
    ],
  ] as const)('%s', async (_what, more, field, message) => {
    await expect(start(more)).rejects.toMatchObject({ name: 'Rejected', fields: { [field]: message } })
    expect(await listTenants()).toEqual([])
    expect(await mailed()).toEqual([])
  })

  test('a user who is no administrator', async () => {
    await simulator.fault({
      pattern: '**/users/*',
      methods: ['GET'],
      count: 1,
      fault: { kind: 'status', status: 404 },
    })
    await expect(start()).rejects.toMatchObject({ fields: { token: 'messages.preflight.noAdmin' } })
    expect(await listTenants()).toEqual([])
  })

  test('a bot that fills the hidden field sees success, and no request goes to Kazoo', async () => {
    await simulator.clearRequests()
    await start({ website: 'https://spam.example' })
    expect(await listTenants()).toEqual([])
    expect(await simulator.requests()).toEqual([])
  })
})

test('a connection is checked line by line, and nothing is stored', async () => {
  const { name: _name, ...wanted } = await trialForm({ token: token('sha') })
  const lines = await new TestBrowser().run(() => Array.fromAsync(checkConnection(wanted)))
  expect(lines.map(({ step, ok }) => [step, ok])).toEqual(
    [
      'address',
      'reachable',
      'tls',
      'credentials',
      'account',
      'rights',
      'version',
      'below',
      'accounts',
      'limits',
    ].map((step) => [step, true]),
  )
  expect(lines.filter(({ warning }) => warning).map(({ step }) => step)).toEqual(['tls'])
  expect(JSON.stringify(lines)).not.toMatch(/[0-9a-f]{32}|detail/)
  expect(await listTenants()).toEqual([])
})

test('a trial starts with tenant, credentials, an invited owner and a mail to them, for thirty days', async () => {
  await start({ token: token('sha') })
  const [tenant] = await listTenants()
  if (tenant === undefined) throw new Error('no tenant')
  expect(tenant).toMatchObject({ name: 'Rita Telephony', crossbarOrigin: simulator.url, wentLiveAt: null })
  const left = (tenant.trialEndsAt?.getTime() ?? 0) - Date.now()
  expect(left).toBeGreaterThan(29.9 * DAY)
  expect(left).toBeLessThanOrEqual(30 * DAY)
  expect(await listMembers(tenant.id)).toMatchObject([
    { role: 'owner', status: 'invited', email: 'rita@example.com', passwordHash: null, language: 'de' },
  ])
  expect(await credentialsOf(tenant.id)).toMatchObject({ kind: 'user', method: 'sha', lastError: null })
  expect(await mailed()).toEqual([
    {
      recipient: 'rita@example.com',
      language: 'de',
      mail: { kind: 'setPassword', company: 'Rita Telephony' },
    },
  ])
  const [event] = await auditEventsOf(tenant.id, { limit: 1 })
  expect(event).toMatchObject({ verb: 'trial.start', stage: 'done', clientAddress: '192.0.2.1' })
})

describe('security row 9: an account that another tenant has', () => {
  test('restarts while no member ever signed in, for a client that proves the account again', async () => {
    await start({ email: 'Rita.Reseller@example.com' })
    const [tenant, ...more] = await listTenants()
    expect(more).toEqual([])
    expect(await listMembers(tenant?.id ?? '')).toMatchObject([{ email: 'rita.reseller@example.com' }])
    expect(await mailed()).toMatchObject([{ recipient: 'Rita.Reseller@example.com' }])
  })

  test('keeps its owner once they have signed in: the client sees success, the owner gets a mail', async () => {
    const owner = await findMemberByEmail('rita.reseller@example.com')
    if (owner === null) throw new Error('no link')
    await editPasswordHash(owner, seal('a hash'))
    expect((await findMemberByEmail(owner.email))?.status).toBe('active')
    await start({
      email: 'eve@example.com',
      company: 'Eve',
      platform: 'private',
      origin: `${simulator.url}/v2`,
    })
    expect(await findMemberByEmail('eve@example.com')).toBeNull()
    expect((await listTenants()).map(({ name }) => name)).toEqual(['Rita Telephony'])
    expect(await mailed()).toMatchObject([{ recipient: owner.email, mail: { kind: 'alreadyRegistered' } }])
  })

  test('an e-mail address of another member is revealed to that member only', async () => {
    const db = database()
    // The same Kazoo under another name is another tenant: its own claims do not merge them.
    await db.updateTable('tenants').set({ crossbar_origin: 'https://other.example.com' }).execute()
    await start({ email: 'RITA.reseller@example.com' })
    expect(await listTenants()).toHaveLength(1)
    expect(await mailed()).toMatchObject([
      { recipient: 'rita.reseller@example.com', mail: { kind: 'alreadyRegistered' } },
    ])
  })

  test('two concurrent trials for the same account create one tenant', async () => {
    await Promise.all([start({ email: 'one@example.com' }), start({ email: 'two@example.com' })])
    expect(await listTenants()).toHaveLength(2)
    expect(await mailed()).toHaveLength(2)
  })
})

test('a tenant’s own domain starts no trial and checks no connection: its customers do not see our brand', async () => {
  await start({ email: 'domain@example.com' })
  const [tenant] = await listTenants()
  await putLiveDomain({ tenant: tenant?.id ?? '', host: 'portal.rita.test' })
  await simulator.clearRequests()
  const there = new TestBrowser()
  there.host = new URL(originAt('portal.rita.test')).host
  expect(await siteOf(there.host)).toMatchObject({ tenant: tenant?.id })
  await expect(start({}, there)).rejects.toMatchObject({ name: 'NotFound' })
  const { name: _name, ...wanted } = await trialForm()
  await expect(there.run(() => Array.fromAsync(checkConnection(wanted)))).rejects.toMatchObject({
    name: 'NotFound',
  })
  expect(await simulator.requests()).toEqual([])
})

const tries = (from: TestBrowser) => start({ website: 'x' }, from)

describe('security row 7: public clients', () => {
  test('are refused after so many attempts, each client on its own', async () => {
    const browser = new TestBrowser('2001:db8:1:2:3::4')
    for (let at = 0; at < 8; at++) await tries(browser)
    const throttled = { userMessage: { key: 'messages.throttled' } }
    await expect(tries(browser)).rejects.toMatchObject(throttled)
    // A client with one IPv6 address has all of its /64.
    await expect(tries(new TestBrowser('2001:db8:1:2::99'))).rejects.toMatchObject(throttled)
    await tries(new TestBrowser('2001:db8:1:3::99'))
  })

  test('are only slowed down in total: no client uses up the share of another', async () => {
    const all = Array.from({ length: 17 }, (_, at) =>
      start({ website: 'x', work: '' }, new TestBrowser(`192.0.2.${at}`)).then(
        () => 'in',
        () => 'out',
      ),
    )
    expect(new Set(await Promise.all(all))).toEqual(new Set(['in']))
    expect(await countAttempt('trialStartPlain', '198.51.100.1', null)).toMatchObject({ delay: 63 })
  })

  test('have to solve a puzzle: a solution counts once, in time, and only for a puzzle of ours', async () => {
    const answer = await work()
    expect(await acceptPuzzleAnswer(answer)).toBe(true)
    expect(await acceptPuzzleAnswer(answer)).toBe(false)
    const late = await work()
    expect(await acceptPuzzleAnswer(late, Date.now() + 61 * 60_000)).toBe(false)
    const [puzzle] = (await work()).split('.')
    for (const wrong of ['', 'x', `${puzzle}.0`, `${puzzle}.zzzzzz`, `${'A'.repeat(80)}.1`]) {
      expect(await acceptPuzzleAnswer(wrong), wrong).toBe(false)
    }
    const own = await solvePuzzle({ ...newPuzzle(), puzzle: Buffer.alloc(45).toString('base64url') })
    expect(await acceptPuzzleAnswer(own)).toBe(false)
    await expect(start({ work: answer })).rejects.toMatchObject({ userMessage: 'messages.trial.work' })
  })

  test('two identical solutions at once count once', async () => {
    const answer = await work()
    const taken = await Promise.all(Array.from({ length: 20 }, () => acceptPuzzleAnswer(answer)))
    expect(taken.filter(Boolean)).toHaveLength(1)
  })
})
