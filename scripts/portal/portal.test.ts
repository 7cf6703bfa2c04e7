import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seal } from '../../lib/sealed.ts'
import { verifyPassword } from '../../lib/domain/auth/password.ts'
import { indexSession } from '../../lib/session/member-sessions.ts'
import { sessionDigest } from '../../lib/session/keys.ts'
import { loadSession, storeSession } from '../../lib/session/record.ts'
import { MEMBER_SESSION } from '../../lib/session/record-doc.ts'
import { closeRedis } from '../../lib/session/redis.ts'
import { editTenant } from '../../lib/store/tenant-state.ts'
import { closeDatabase } from '../../lib/store/database.ts'
import { auditEventsOf } from '../../lib/store/audit-events.ts'
import { credentialsOf } from '../../lib/store/credentials.ts'
import { findMemberByEmail } from '../../lib/store/members.ts'
import { listTenants } from '../../lib/store/tenants.ts'
import { ROOT } from '../services/paths.ts'
import { startRedis, type PrivateRedis } from '../services/redis.ts'
import { startSimulator, type Simulator } from '../services/simulator.ts'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { newKey, setTestEnvironment } from '../../testing/store.ts'

const KAZOO_PASSWORD = 'MasterPass1!'
const OWNER_PASSWORD = 'four lamps over the harbour'
const [first, second] = [newKey(), newKey()]
let simulator: Simulator
let redis: PrivateRedis
let canaries: string[]

beforeAll(async () => {
  ;[simulator, redis] = await Promise.all([startSimulator({ world: 'empty', kazoo: '5.0' }), startRedis()])
  setTestEnvironment(await freshDatabase(), {
    KAZOO_ALLOWED_ORIGINS: `${simulator.url}=127.0.0.0/8`,
    DATA_KEYS: `1:${first}`,
    REDIS_URL: redis.url,
  })
  canaries = (await simulator.canaries()).map(({ value }) => value)
})

afterAll(async () => {
  await Promise.all([closeDatabase(), closeRedis()])
  await Promise.all([simulator.stop(), redis.stop()])
})

type Ran = { code: number | null; out: string; err: string }

/** Runs `npm run portal -- words` as npm does. Its output must not contain a secret of Kazoo's or ours. */
async function portal(
  words: string[],
  { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {},
): Promise<Ran> {
  const child = spawn(process.execPath, ['--conditions=react-server', 'scripts/portal.ts', ...words], {
    cwd: ROOT,
    env: { ...process.env, ...env },
  })
  child.stdin.end(input)
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  const secrets = [...canaries, KAZOO_PASSWORD, OWNER_PASSWORD, first, second]
  for (const secret of secrets) expect(`${out}${err}`).not.toContain(secret)
  expect(`${out}${err}`).not.toMatch(/[0-9a-f]{32}/)
  expect(`${out}${err}`).not.toMatch(/^\s+at /m)
  return { code, out, err }
}

function creation(more: Record<string, string | null> = {}): string[] {
  const options = {
    name: 'Acme Telephony',
    origin: simulator.url,
    realm: 'master.kz.test',
    username: 'admin',
    'owner-name': 'Olivia Owner',
    'owner-email': 'olivia@example.com',
    ...more,
  }
  const words = Object.entries(options).flatMap(([name, value]) =>
    value === null ? [] : [`--${name}`, value],
  )
  return ['tenant', 'create', ...words]
}

test('on an empty database, the first command finds no tenant', async () => {
  expect(await portal(['tenant', 'list'])).toEqual({ code: 0, out: 'No tenants yet.\n', err: '' })
})

test('a wrong password creates no tenant, and the failed check is reported', async () => {
  const { code, out, err } = await portal(creation(), { input: `wrong\n${OWNER_PASSWORD}\n` })
  expect(out).toMatch(/ {2}ok {2}Kazoo is responding\n/)
  expect(out).toMatch(/FAIL {2}Kazoo rejected these credentials\.\n/)
  expect(err).toBe('No portal was created.\n')
  expect(code).toBe(1)
  expect(await listTenants()).toEqual([])
})

test('an address that the operator did not allow is refused', async () => {
  const { code, out } = await portal(creation({ origin: 'http://127.0.0.1:9' }), { input: 'x\n' })
  expect(out).toMatch(/^FAIL {2}Kazoo’s API can’t be used at this address/)
  expect(code).toBe(1)
})

test('a weak password for the owner is refused before Kazoo gets a request', async () => {
  await simulator.clearRequests()
  const { code, err } = await portal(creation(), { input: `${KAZOO_PASSWORD}\nPassword2026\n` })
  expect([code, err]).toEqual([1, 'This password, or one like it, is too common. Choose another one.\n'])
  const own = await portal(creation(), { input: `${KAZOO_PASSWORD}\nlamps of Acme Telephony\n` })
  expect([own.code, own.err]).toEqual([
    1,
    'Don’t use your name, e-mail address or company name in the password.\n',
  ])
  expect(await simulator.requests()).toEqual([])
})

test('a tenant is created: Kazoo is checked step by step, and the owner can sign in', async () => {
  const { code, out, err } = await portal(creation(), { input: `${KAZOO_PASSWORD}\n${OWNER_PASSWORD}\n` })
  expect([code, err]).toEqual([0, ''])
  expect(out).not.toContain('FAIL')
  expect(out).toMatch(/ {2}ok {2}Account “[^”]+”, realm master\.kz\.test\n/)
  expect(out).toMatch(/Tenant "Acme Telephony" created\. Olivia Owner signs in with olivia@example\.com\.\n$/)

  const [tenant] = await listTenants()
  expect(tenant).toMatchObject({ name: 'Acme Telephony', crossbarOrigin: simulator.url, status: 'active' })
  const owner = await findMemberByEmail('olivia@example.com')
  expect(owner).toMatchObject({ role: 'owner', tenant: tenant?.id })
  expect(await verifyPassword(owner?.passwordHash ?? null, seal(OWNER_PASSWORD))).toBe(true)
  expect(await credentialsOf(tenant?.id ?? '')).toMatchObject({
    kind: 'user',
    method: 'md5',
    account: { realm: 'master.kz.test' },
  })
  expect(await auditEventsOf(tenant?.id ?? '', { limit: 5 })).toMatchObject([
    { verb: 'tenant.create', stage: 'done', actor: { member: null, name: 'the operator' } },
  ])
})

test('the same account is not accepted twice, not even by its API key', async () => {
  const key = canaries.find((value) => /^[0-9a-f]{64}$/.test(value)) ?? ''
  const { code, err } = await portal(
    creation({ credentials: 'key', realm: null, username: null, 'owner-email': 'other@example.com' }),
    { env: { KAZOO_SECRET: key, PORTAL_PASSWORD: '' } },
  )
  expect([code, err]).toEqual([1, 'A portal already exists for this account on this platform.\n'])
  expect(await findMemberByEmail('other@example.com')).toBe(null)
})

test('the list has a line for each tenant, without a secret', async () => {
  const { code, out } = await portal(['tenant', 'list'])
  expect(code).toBe(0)
  expect(out).toMatch(
    /^Acme Telephony {2}\| {2}http:\S+ {2}\| {2}active {2}\| {2}since \d{4}-\d\d-\d\d {2}\| {2}user worked \d{4}-\d\d-\d\d\n$/,
  )
})

test('a member gets a generated password that is shown once', async () => {
  const { code, out } = await portal(['member', 'password', '--email', 'Olivia@Example.com'], { input: '\n' })
  expect(code).toBe(0)
  const made = /shown only once\): ([0-9a-f]{6}(?:-[0-9a-f]{6}){4})\n/.exec(out)?.[1] ?? ''
  const owner = await findMemberByEmail('olivia@example.com')
  expect(await verifyPassword(owner?.passwordHash ?? null, seal(made))).toBe(true)
  const [event] = await auditEventsOf(owner?.tenant ?? '', { limit: 1 })
  expect(event).toMatchObject({ verb: 'member.password', subject: { name: 'Olivia Owner' } })
  expect(JSON.stringify(event)).not.toContain(made)
})

/** A session of Olivia's, as if she had signed in. */
async function session(): Promise<string> {
  const owner = await findMemberByEmail('olivia@example.com')
  const [tenant] = await listTenants()
  if (owner === null || tenant === undefined) throw new Error('nobody')
  const id = randomBytes(32).toString('base64url')
  const { name, email, role } = owner
  const who = {
    ...MEMBER_SESSION,
    principal: owner.id,
    name,
    email,
    role,
    tenant: tenant.id,
    tenantName: tenant.name,
  }
  const where = { origin: tenant.crossbarOrigin, granted: tenant.account, connected: true, trialEndsAt: 1 }
  await indexSession(sessionDigest(id), owner.id)
  await storeSession(id, { ...who, ...where }, seal('key'), seal('token'))
  return id
}

test('a new password ends the sessions of the member', async () => {
  const id = await session()
  const { code, out } = await portal(['member', 'password', '--email', 'olivia@example.com'], { input: '\n' })
  expect([code, out]).toEqual([0, expect.stringContaining('Sessions ended: 1.')])
  expect(await loadSession(id, [])).toBeNull()
})

test('a tenant is shown with its team, without a secret', async () => {
  const { code, out } = await portal(['tenants', 'show', '--name', 'Acme Telephony'])
  expect(code).toBe(0)
  expect(out).toMatch(/^trial +none$/m)
  expect(out).toMatch(/^credentials +user, worked \d{4}-\d\d-\d\d$/m)
  expect(out).toMatch(/^member +Olivia Owner <olivia@example\.com>, owner, active$/m)
})

test('a trial is extended, also for open sessions', async () => {
  const [tenant] = await listTenants()
  const extend = ['tenants', 'extend-trial', '--email', 'olivia@example.com', '--days', '14']
  expect((await portal(extend)).err).toMatch(/^This tenant is not on trial\./)
  await editTenant(tenant?.id ?? '', { trialEndsAt: new Date(Date.now() - 1_000) })
  const id = await session()
  expect((await portal(extend)).code).toBe(0)
  const left = ((await loadSession(id, []))?.record.trialEndsAt ?? 0) - Date.now()
  expect(left / 86_400_000).toBeGreaterThan(13.9)
  for (const days of ['0', '1.5']) {
    expect((await portal([...extend.slice(0, -1), days])).code, days).toBe(2)
  }
})

test('a suspended tenant loses its sessions at once, and can sign in again after it is resumed', async () => {
  const id = await session()
  const named = ['--name', 'Acme Telephony']
  const { out } = await portal(['tenants', 'suspend', ...named])
  expect(out).toMatch(/^Acme Telephony is suspended\. Sessions ended: \d+\.\n$/)
  expect(await loadSession(id, [])).toBeNull()
  expect((await listTenants())[0]?.status).toBe('suspended')
  await portal(['tenants', 'resume', ...named])
  const [tenant] = await listTenants()
  expect(tenant?.status).toBe('active')
  const events = await auditEventsOf(tenant?.id ?? '', { limit: 2 })
  expect(events.map(({ verb }) => verb)).toEqual(['tenant.resume', 'tenant.suspend'])
})

test('without Redis the command reports what was done and what was not', async () => {
  const away = { env: { REDIS_URL: 'redis://127.0.0.1:1' } }
  const { code, err } = await portal(['tenants', 'suspend', '--name', 'Acme Telephony'], away)
  expect([code, err]).toEqual([1, expect.stringMatching(/^Done, but Redis is not responding/)])
  await portal(['tenants', 'resume', '--name', 'Acme Telephony'])
})

test('an unknown tenant is reported', async () => {
  expect((await portal(['tenants', 'show', '--name', 'Nobody'])).err).toMatch(/^No tenant has this name/)
  expect((await portal(['tenants', 'show'])).err).toMatch(/^Name the tenant with either --name or --email/)
})

test('an unknown member gets no password', async () => {
  const { code, err } = await portal(['member', 'password', '--email', 'nobody@example.com'], { input: '\n' })
  expect([code, err]).toEqual([1, 'No team member signs in with this e-mail address.\n'])
})

test('an operator adds a domain, confirms it, lists it and removes it; every step is in the audit log', async () => {
  const [tenant] = await listTenants()
  const name = ['--name', tenant?.name ?? '']
  const host = ['--host', 'Büro.acme.example.com']
  const added = await portal(['domain', 'add', ...name, ...host])
  expect(added).toMatchObject({ code: 0, out: expect.stringContaining('_portal-proof.xn--bro-hoa.acme') })
  expect(await portal(['domain', 'add', ...name, ...host])).toMatchObject({ code: 2 })
  for (const bad of ['localhost', 'co.uk', '10.0.0.1', '*.acme.example.com'])
    expect(await portal(['domain', 'add', ...name, '--host', bad]), bad).toMatchObject({ code: 1 })
  expect(await portal(['domain', 'prove', ...name, ...host, '--primary', 'yes'])).toMatchObject({ code: 0 })
  const listed = await portal(['domain', 'list', ...name])
  expect(listed.out).toContain('xn--bro-hoa.acme.example.com (büro.acme.example.com)  |  live, primary')
  expect(await portal(['domain', 'remove', ...name, ...host])).toMatchObject({ code: 0 })
  expect(await portal(['domain', 'remove', ...name, ...host])).toMatchObject({ code: 2 })
  const events = await auditEventsOf(tenant?.id ?? '', { limit: 3 })
  expect(events.map(({ before, after }) => [before?.['state'], after?.['state']])).toEqual([
    ['live', undefined],
    ['pending', 'live'],
    [undefined, 'pending'],
  ])
})

test('an untouched audit log is verified as intact; one changed by SQL is not, and the exit code says so', async () => {
  const intact = await portal(['audit', 'verify'])
  expect(intact).toMatchObject({ code: 0, err: '' })
  expect(intact.out).toMatch(/^Acme Telephony: \d+ rows? from 1 to \d+, intact \(head \d+:[\w-]{43}\)\n$/)
  const client = new Client({ connectionString: process.env['DATABASE_URL'] })
  await client.connect()
  await client.query('alter table audit_events disable trigger all')
  await client.query(`delete from audit_events where seq = 2`)
  await client.query(`update audit_events set actor_name = E'forged\\nAcme Telephony: intact' where seq = 1`)
  await client.query('alter table audit_events enable trigger all')
  await client.end()
  const head = `1:${'A'.repeat(43)}`
  const { code, out, err } = await portal(['audit', 'verify', '--name', 'Acme Telephony', '--head', head])
  expect([code, err]).toEqual([1, 'One audit log failed verification.\n'])
  const says = 'Row 1 was changed.|Row 2 is missing.|The row given with --head is missing or different.'
  expect(
    out
      .trimEnd()
      .split(/\n {2}/)
      .slice(1),
  ).toEqual(says.split('|'))
})

test('keys are rotated; then the old key decrypts nothing and the new key alone is enough', async () => {
  const both = await portal(['keys', 'rotate'], { env: { DATA_KEYS: `1:${first},2:${second}` } })
  expect(both.out).toMatch(
    /^5 secrets re-encrypted with key 2\.\nYou can now remove key 1 from DATA_KEYS\.\n$/,
  )
  const old = await portal(['tenant', 'list'])
  expect([old.code, old.out]).toEqual([1, ''])
  expect(old.err).toMatch(/^No key in DATA_KEYS can decrypt this database/)
  const fresh = await portal(['tenant', 'list'], { env: { DATA_KEYS: `2:${second}` } })
  expect(fresh.code).toBe(0)
  const again = await portal(['keys', 'rotate'], { env: { DATA_KEYS: `2:${second}` } })
  expect(again.out).toBe('Everything is already encrypted with key 2.\n')
})

test('an unknown command is refused', async () => {
  const { code, out, err } = await portal(['tenant', 'destroy'])
  expect([code, out]).toEqual([2, ''])
  expect(err).toMatch(/^Unknown command\.\nRun npm run portal -- help to see/)
})

test('without an environment, all missing variables are listed', async () => {
  const { code, err } = await portal(['tenant', 'list'], { env: { DATABASE_URL: '', DATA_KEYS: 'nonsense' } })
  expect(code).toBe(1)
  expect(err).toContain('DATABASE_URL: is missing')
  expect(err).toContain('DATA_KEYS: must be numbered keys')
  expect(err).not.toContain('nonsense')
})

test.each([
  [
    'does not answer',
    'postgres://portal:hunter2@127.0.0.1:1/portal',
    /^Postgres is not responding .*\(ECONNREFUSED\)\n$/,
  ],
  [
    'has no such database',
    null,
    /^Postgres rejected the user, password or database in DATABASE_URL.*\(3D000\)\n$/,
  ],
])('a Postgres that %s is reported without its password', async (_what, url, sentence) => {
  const wrong = new URL(url ?? process.env['DATABASE_URL'] ?? '')
  if (url === null) wrong.pathname = '/nowhere'
  const { code, err } = await portal(['tenant', 'list'], { env: { DATABASE_URL: wrong.href } })
  expect(code).toBe(3)
  expect(err).toMatch(sentence)
  expect(err).not.toContain(wrong.password)
})

test('the help says how to enter secrets, and needs no environment', async () => {
  const { code, out } = await portal(['help'], { env: { DATABASE_URL: '' } })
  expect(code).toBe(0)
  expect(out).toContain('Never pass secrets as options')
})
