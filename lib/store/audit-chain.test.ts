import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOT } from '../../scripts/services/paths.ts'
import { newKey, setTestEnvironment, testStore } from '../../testing/store.ts'
import { seal } from '../sealed.ts'
import { appendAuditEvent, appendAuditOutcome, auditEventsOf } from './audit-events.ts'
import { deleteExpiredEvents, setRetentionDays } from './audit-settings.ts'
import { verifyAuditLog } from './audit-verify.ts'
import { closeDatabase, database } from './database.ts'
import { rotateKeys } from './rotate.ts'
import { deleteTenant, editTenant } from './tenant-state.ts'
import { newTenant } from '../../testing/new-tenant.ts'

const ACCOUNT = seal<'kazoo account'>('a'.repeat(32))
const DAY = 86_400_000
const [first, second] = [newKey(), newKey()]
let client: Client
let url: string

beforeAll(async () => {
  url = await testStore({ DATA_KEYS: `1:${first},2:${second}` })
  client = new Client({ connectionString: url })
  await client.connect()
})

afterAll(async () => {
  await client.end()
  await closeDatabase()
})

/** A tenant with an audit log of `rows` rows: two for each event. */
async function auditLogOf(rows: number): Promise<string> {
  const id = await newTenant(ACCOUNT)
  for (let row = 0; row < rows; row += 2) await append(id, `Desk ${row}`)
  return id
}

async function append(tenant: string, name: string): Promise<void> {
  const device = seal<'kazoo device'>(name.padEnd(32, '0'))
  const key = await appendAuditEvent({
    tenant,
    actor: { member: null, name: 'Olivia' },
    impersonation: {
      id: '99999999-9999-4999-8999-999999999999',
      targetName: 'Carl',
      mode: 'kazoo',
      reason: 'asked',
      ticket: null,
    },
    verb: 'device.edit',
    subject: { kind: 'device', name, resource: { kind: 'device', ref: { account: ACCOUNT, device } } },
    path: ['Acme', 'Nörd ☎'],
    before: { name: 'Desk', caller: { z: 1, a: [true, null, 1.5e21] } },
    after: { name, password: seal<'password'>('secret') },
    reference: 'reference',
    clientAddress: '192.0.2.7',
    userAgent: 'Browser/1.0',
  })
  await appendAuditOutcome(key, { stage: 'done', outcome: null })
}

/** Changes that somebody who owns the tables can make: the triggers do not stop them. */
async function forge(statement: string, values: readonly unknown[]): Promise<void> {
  await client.query(
    'alter table audit_events disable trigger all; alter table audit_heads disable trigger all',
  )
  await client.query(statement, [...values])
  await client.query(
    'alter table audit_events enable trigger all; alter table audit_heads enable trigger all',
  )
}

const flawsOf = async (tenant: string) => (await verifyAuditLog(database(), tenant))?.flaws

test('an untouched audit log is complete, from its first row to its last, without gaps', async () => {
  const tenant = await auditLogOf(10)
  expect(await verifyAuditLog(database(), tenant)).toMatchObject({
    rows: 10,
    from: 1,
    head: { seq: 10 },
    flaws: [],
  })
  const { rows } = await client.query<{ seq: string }>(
    'select seq from audit_events where tenant = $1 order by seq',
    [tenant],
  )
  expect(rows.map(({ seq }) => Number(seq))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
})

test('security row 16: a row removed by SQL is found, with its position', async () => {
  const tenant = await auditLogOf(8)
  await forge('delete from audit_events where tenant = $1 and seq = 4', [tenant])
  expect(await flawsOf(tenant)).toEqual([{ what: 'missing', seq: 4, to: 4 }])
})

test.each([
  ['the name of who did it', `actor_name = 'Somebody else'`],
  ['the time', `at = at + interval '1 second'`],
  ['what it was before', `before = '{"name":"Chair"}'`],
  ['a value deep inside', `before = jsonb_set(before, '{caller,a,0}', 'false')`],
  ['what it was about', `subject = (select max(id) from audit_subjects where tenant = audit_events.tenant)`],
  ['in which account', 'account = null'],
  ['as whom', `as_whom = null`],
  ['why', `reason = 'bored'`],
  ['how it ended', `outcome = 'said.saved'`],
  ['its hash', `hash = repeat('0', 64)`],
])('a row of which %s was changed by SQL is found', async (_what, change) => {
  const tenant = await auditLogOf(8)
  await forge(`update audit_events set ${change} where tenant = $1 and seq = 3`, [tenant])
  const flaws = await flawsOf(tenant)
  expect(flaws?.[0]).toEqual({ what: 'changed', seq: 3 })
})

test('two swapped rows are found, with their right positions; by their positions, and by everything but their positions', async () => {
  const places = await auditLogOf(8)
  await forge(`update audit_events set seq = -seq where tenant = $1 and seq in (3, 6)`, [places])
  await forge(
    `update audit_events set seq = case seq when -3 then 6 else 3 end where tenant = $1 and seq < 0`,
    [places],
  )
  expect(await flawsOf(places)).toEqual(
    expect.arrayContaining([
      { what: 'reordered', seq: 3, to: 6 },
      { what: 'reordered', seq: 6, to: 3 },
    ]),
  )
  const neighbours = await auditLogOf(8)
  await forge(`update audit_events set seq = -seq where tenant = $1 and seq in (4, 5)`, [neighbours])
  await forge(`update audit_events set seq = 9 + seq where tenant = $1 and seq < 0`, [neighbours])
  expect(await flawsOf(neighbours)).toEqual(
    expect.arrayContaining([
      { what: 'reordered', seq: 4, to: 5 },
      { what: 'reordered', seq: 5, to: 4 },
    ]),
  )
})

test('a removed tail is found, also when the head was set back to the row before', async () => {
  const cut = await auditLogOf(8)
  await forge('delete from audit_events where tenant = $1 and seq > 5', [cut])
  expect(await flawsOf(cut)).toEqual([{ what: 'missing', seq: 6, to: 8 }])
  await forge(
    `update audit_heads h set seq = 5, hash = e.hash from audit_events e
     where e.tenant = h.tenant and e.seq = 5 and h.tenant = $1`,
    [cut],
  )
  expect(await flawsOf(cut)).toEqual([{ what: 'end' }])
  const headless = await auditLogOf(4)
  await forge('delete from audit_heads where tenant = $1', [headless])
  expect(await flawsOf(headless)).toEqual([{ what: 'end' }])
})

test('a row inserted by SQL is found', async () => {
  const tenant = await auditLogOf(4)
  await forge(
    `insert into audit_events (seq, hash, tenant, at, event, stage, opens, actor_kind, actor_name, verb, path, reference)
     values (5, repeat('a', 64), $1, now(), gen_random_uuid(), 'done', true, 'member', 'Olivia', 'device.edit', '[]', 'r')`,
    [tenant],
  )
  expect(await flawsOf(tenant)).toEqual([
    { what: 'beyond', seq: 5 },
    { what: 'changed', seq: 5 },
  ])
})

test('without owning the tables nobody removes a row from the chain, or sets its head back', async () => {
  const tenant = await auditLogOf(4)
  for (const attempt of [
    `delete from audit_events where tenant = '${tenant}'`,
    `update audit_heads set seq = 2 where tenant = '${tenant}'`,
    `update audit_heads set anchor_seq = -1 where tenant = '${tenant}'`,
    `delete from audit_heads where tenant = '${tenant}'`,
    `select set_config('portal.retains', '${tenant} 2', false); delete from audit_events where tenant = '${tenant}' and seq = 3`,
  ])
    await expect(client.query(attempt), attempt).rejects.toThrow()
  await client.query(`select set_config('portal.retains', '', false)`)
  expect(await flawsOf(tenant)).toEqual([])
})

test("rows past the tenant's retention are removed in order, and the rest is still proved complete from there on", async () => {
  const [tenant, other] = [await auditLogOf(10), await auditLogOf(4)]
  await setRetentionDays(tenant, 90)
  expect(await deleteExpiredEvents(new Date())).toBe(0)
  const older = await deleteExpiredEvents(new Date(Date.now() + 91 * DAY))
  expect(older).toBe(10)
  expect(await verifyAuditLog(database(), tenant)).toMatchObject({
    rows: 0,
    from: 11,
    head: { seq: 10 },
    flaws: [],
  })
  await append(tenant, 'Later')
  expect(await verifyAuditLog(database(), tenant)).toMatchObject({
    rows: 2,
    from: 11,
    head: { seq: 12 },
    flaws: [],
  })
  expect(await verifyAuditLog(database(), other)).toMatchObject({ rows: 4, flaws: [] })
  await forge(`update audit_heads set anchor_seq = 11 where tenant = $1`, [tenant])
  expect((await flawsOf(tenant))?.[0]).toEqual({ what: 'anchor' })
  await expect(setRetentionDays(other, 89)).rejects.toThrow()
})

test("a deleted tenant's audit log is deleted too", async () => {
  const tenant = await auditLogOf(4)
  await editTenant(tenant, { removalAt: new Date(0) })
  expect(await deleteTenant(tenant, new Date())).toBe(true)
  expect(await verifyAuditLog(database(), tenant)).toBeNull()
})

/** Another process of a portal that appends `count` events. */
async function appendElsewhere(tenant: string, count: number): Promise<number | null> {
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', 'testing/programs/append-events.ts', tenant, String(count)],
    { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const [code]: unknown[] = await once(child, 'exit')
  return typeof code === 'number' ? code : null
}

test('two processes that append 500 rows each at once leave one complete chain', async () => {
  const tenant = await auditLogOf(0)
  expect(await Promise.all([appendElsewhere(tenant, 250), appendElsewhere(tenant, 250)])).toEqual([0, 0])
  expect(await verifyAuditLog(database(), tenant)).toMatchObject({
    rows: 1000,
    head: { seq: 1000 },
    flaws: [],
  })
}, 60_000)

test('after a rotation of the keys every audit log is still verified, and continues', async () => {
  const tenant = await auditLogOf(4)
  await rotateKeys()
  setTestEnvironment(url, { DATA_KEYS: `2:${second}` })
  await append(tenant, 'After')
  expect(await verifyAuditLog(database(), tenant)).toMatchObject({ rows: 6, flaws: [] })
  expect(await appendElsewhere(tenant, 1)).toBe(0)
  expect(await auditEventsOf(tenant, { limit: 10 })).toHaveLength(4)
  expect(await flawsOf(tenant)).toEqual([])
})
