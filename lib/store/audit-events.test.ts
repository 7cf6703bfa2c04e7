import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testStore } from '../../testing/store.ts'
import { seal } from '../sealed.ts'
import {
  appendAuditEvent,
  appendAuditOutcome,
  auditEventsAbout,
  auditEventsOf,
  type AuditDraft,
} from './audit-events.ts'
import { searchAuditEvents } from './audit-search.ts'
import { closeDatabase } from './database.ts'
import { EnvelopeFault } from './envelope.ts'
import { newTenant } from '../../testing/new-tenant.ts'

const DESK = '11111111111111111111111111111111'
const ACCOUNT = seal<'kazoo account'>('a'.repeat(32))
let client: Client

beforeAll(async () => {
  client = new Client({ connectionString: await testStore() })
  await client.connect()
})

afterAll(async () => {
  await client.end()
  await closeDatabase()
})

function device(id: string) {
  return { kind: 'device', ref: { account: ACCOUNT, device: seal<'kazoo device'>(id) } } as const
}

function renaming(tenant: string, more: Partial<AuditDraft> = {}): AuditDraft {
  return {
    tenant,
    actor: { member: '99999999-9999-4999-8999-999999999999', name: 'Olivia' },
    verb: 'device.edit',
    subject: { kind: 'device', name: 'Desk', resource: device(DESK) },
    path: ['Acme', 'Acme North'],
    before: { name: 'Desk' },
    after: { name: 'Reception' },
    reference: 'reference-1',
    clientAddress: '192.0.2.7',
    userAgent: 'Browser/1.0',
    ...more,
  }
}

test('a change that began and ended is one event with actor, subject, values before and after, and outcome', async () => {
  const tenant = await newTenant(ACCOUNT)
  const key = await appendAuditEvent(renaming(tenant))
  expect(await auditEventsOf(tenant, { limit: 10 })).toMatchObject([{ stage: 'began', outcome: null }])
  await appendAuditOutcome(key, { stage: 'done', outcome: 'Renamed.' })
  const [event, ...others] = await auditEventsOf(tenant, { limit: 10 })
  expect(others).toEqual([])
  expect(event).toMatchObject({
    event: key.event,
    at: expect.any(Date),
    stage: 'done',
    actor: { member: '99999999-9999-4999-8999-999999999999', name: 'Olivia' },
    verb: 'device.edit',
    path: ['Acme', 'Acme North'],
    before: { name: 'Desk' },
    after: { name: 'Reception' },
    outcome: 'Renamed.',
    reference: 'reference-1',
    clientAddress: '192.0.2.7',
    userAgent: 'Browser/1.0',
  })
  const resource = event?.subject?.resource
  expect(
    resource?.kind === 'device' &&
      resource.ref.device.equals(seal(DESK)) &&
      resource.ref.account.equals(ACCOUNT),
  ).toBe(true)
})

test('a failure is recorded as one, and an outcome is written once', async () => {
  const tenant = await newTenant(ACCOUNT)
  const key = await appendAuditEvent(renaming(tenant))
  await appendAuditOutcome(key, { stage: 'failed', outcome: 'The phone system isn’t responding' })
  await expect(appendAuditOutcome(key, { stage: 'done', outcome: null })).rejects.toThrow()
  expect(await auditEventsOf(tenant, { limit: 10 })).toMatchObject([{ stage: 'failed' }])
})

test('an outcome belongs to the tenant whose event it is', async () => {
  const [mine, other] = [await newTenant(ACCOUNT), await newTenant(ACCOUNT)]
  const key = await appendAuditEvent(renaming(mine))
  await appendAuditOutcome({ ...key, tenant: other }, { stage: 'done', outcome: null })
  expect(await auditEventsOf(mine, { limit: 10 })).toMatchObject([{ stage: 'began' }])
  expect(await auditEventsOf(other, { limit: 10 })).toEqual([])
})

test('a created resource is named by the outcome, and its event is found by it', async () => {
  const tenant = await newTenant(ACCOUNT)
  const subject = { kind: 'device', name: 'Lobby', resource: null }
  const key = await appendAuditEvent(renaming(tenant, { verb: 'device.create', subject, before: null }))
  const resource = device('2'.repeat(32))
  await appendAuditOutcome(key, { stage: 'done', outcome: null, subject: { ...subject, resource } })
  expect(await auditEventsAbout(tenant, resource, { limit: 5 })).toMatchObject([
    {
      event: key.event,
      verb: 'device.create',
      stage: 'done',
      subject: { name: 'Lobby', resource: { kind: 'device' } },
    },
  ])
})

test('a resource has its own history, not that of another or of another tenant', async () => {
  const [tenant, other] = [await newTenant(ACCOUNT), await newTenant(ACCOUNT)]
  const one = await appendAuditEvent(renaming(tenant))
  const two = await appendAuditEvent(renaming(tenant, { verb: 'device.reboot' }), 'done', 'Rebooted.')
  await appendAuditEvent(
    renaming(tenant, { subject: { kind: 'device', name: 'x', resource: device('3'.repeat(32)) } }),
  )
  await appendAuditEvent(renaming(other))
  const history = await auditEventsAbout(tenant, device(DESK), { limit: 10 })
  expect(history.map(({ event }) => event)).toEqual([two.event, one.event])
  expect(await auditEventsAbout(tenant, device('4'.repeat(32)), { limit: 10 })).toEqual([])
})

test('pages go back from the newest event, without gaps and without repetition', async () => {
  const tenant = await newTenant(ACCOUNT)
  const keys = []
  for (let n = 0; n < 7; n += 1) keys.push(await appendAuditEvent(renaming(tenant, { verb: `step.${n}` })))
  for (const key of keys) await appendAuditOutcome(key, { stage: 'done', outcome: null })
  const seen: string[] = []
  let before: number | undefined
  for (let page = 0; page < 4; page += 1) {
    const events = await auditEventsOf(tenant, { limit: 3, ...(before === undefined ? {} : { before }) })
    seen.push(...events.map(({ verb }) => verb))
    before = events.at(-1)?.seq ?? before
  }
  expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0].map((n) => `step.${n}`))
})

test('a secret is in the audit log only as the word "changed", and Kazoo ids not at all', async () => {
  const tenant = await newTenant(ACCOUNT)
  const password = seal<'password'>('the-sip-password')
  await appendAuditEvent(renaming(tenant, { before: { password }, after: { password, enabled: true } }))
  expect(await auditEventsOf(tenant, { limit: 1 })).toMatchObject([
    { before: { password: 'changed' }, after: { password: 'changed', enabled: true } },
  ])
  const { rows } = await client.query(
    'select e.*, s.* from audit_events e left join audit_subjects s on s.id = e.subject where e.tenant = $1',
    [tenant],
  )
  expect(rows).toHaveLength(1)
  const text = JSON.stringify(rows)
  for (const secret of ['the-sip-password', DESK, 'a'.repeat(32)]) expect(text).not.toContain(secret)
})

test('nobody changes, deletes or truncates the audit log, not even by SQL', async () => {
  const tenant = await newTenant(ACCOUNT)
  await appendAuditEvent(renaming(tenant))
  const attempts = [
    `update audit_events set actor_name = 'Somebody else'`,
    `update audit_events set at = now() where false or true`,
    'delete from audit_events',
    'truncate audit_events',
    'truncate tenants cascade',
    'delete from audit_subjects',
    'truncate audit_subjects cascade',
    `update audit_subjects set digest = repeat('0', 64)`,
    `update audit_subjects set kind = 'user'`,
    `delete from tenants where id = '${tenant}'`,
  ]
  for (const attempt of attempts) await expect(client.query(attempt), attempt).rejects.toThrow()
  expect(await auditEventsOf(tenant, { limit: 10 })).toMatchObject([{ actor: { name: 'Olivia' } }])
})

test('the subject of an event cannot be exchanged: a moved envelope does not open', async () => {
  const tenant = await newTenant(ACCOUNT)
  await appendAuditEvent(renaming(tenant))
  await appendAuditEvent(
    renaming(tenant, { subject: { kind: 'device', name: 'x', resource: device('5'.repeat(32)) } }),
  )
  await client.query(
    `update audit_subjects set ref_sealed = (select max(ref_sealed) from audit_subjects where tenant = $1) where tenant = $1`,
    [tenant],
  )
  await expect(auditEventsOf(tenant, { limit: 10 })).rejects.toThrow(EnvelopeFault)
})

test('names and user agents of any size and kind are data, never SQL', async () => {
  const tenant = await newTenant(ACCOUNT)
  const name = `'); drop table audit_events; -- "${'x'.repeat(2000)}`
  await appendAuditEvent(
    renaming(tenant, { actor: { member: null, name }, userAgent: 'u'.repeat(5000), path: [name] }),
  )
  const [event] = await auditEventsOf(tenant, { limit: 1 })
  expect(event).toMatchObject({ actor: { member: null, name }, path: [name] })
  expect(event?.userAgent).toHaveLength(300)
})

test('text that Postgres cannot store is written as far as possible', async () => {
  const tenant = await newTenant(ACCOUNT)
  const odd = 'a\0b\uD800c'
  await appendAuditEvent(
    renaming(tenant, {
      actor: { member: null, name: odd },
      subject: { kind: 'device', name: odd, resource: null },
      path: [odd],
      after: { [odd]: { [odd]: [odd] } },
      userAgent: odd,
    }),
  )
  const [plain, [event]] = ['a\uFFFDb\uFFFDc', await auditEventsOf(tenant, { limit: 1 })]
  expect(event).toMatchObject({
    actor: { name: plain },
    path: [plain],
    after: { [plain]: { [plain]: [plain] } },
    userAgent: plain,
  })
})

test('an event that was written under names from before migration 0018 is read and found by the current ones', async () => {
  const tenant = await newTenant(ACCOUNT)
  const old = renaming(tenant, {
    verb: 'own.forward',
    before: { keepDays: 90 },
    after: { out: 'https://a.example' },
  })
  await appendAuditOutcome(await appendAuditEvent(old), { stage: 'failed', outcome: 'said.overtaken.all' })
  await appendAuditEvent(
    renaming(tenant, { verb: 'act.begin', subject: { kind: 'acting', name: 'Ada', resource: null } }),
  )
  expect(await searchAuditEvents(tenant, { verb: 'selfService' }, { limit: 10 })).toMatchObject([
    {
      verb: 'selfService.forward',
      before: { retentionDays: 90 },
      after: { forwarding: 'https://a.example' },
      outcome: 'messages.conflict.all',
    },
  ])
  expect(await searchAuditEvents(tenant, { verb: 'impersonation.start' }, { limit: 10 })).toMatchObject([
    { verb: 'impersonation.start', subject: { kind: 'impersonation', name: 'Ada' } },
  ])
})
