import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testStore } from '../../testing/store.ts'
import { enqueueMail, recipientOf } from '../domain/mail.ts'
import { remindOfCredentials, remindOfTrials } from '../domain/trial/reminder.ts'
import { DeliveryError, type Mailer, type Outgoing } from '../mail/smtp.ts'
import { seal } from '../sealed.ts'
import { recordCredentialsFailure, recordCredentialsSuccess } from '../store/credentials.ts'
import { closeDatabase, database } from '../store/database.ts'
import { listMembers, type MemberRecord } from '../store/members.ts'
import { deleteOldMails, listOutbox } from '../store/outbox-state.ts'
import { editTenant } from '../store/tenant-state.ts'
import { createTenant } from '../store/tenants.ts'
import { deliverMails } from './deliver-mail.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const START = new Date('2026-11-22T08:00:00Z')
let client: Client
let owner: MemberRecord
let accounts = 0
let sent: Outgoing[] = []
const after = (ms: number) => new Date(START.getTime() + ms)

beforeAll(async () => {
  client = new Client({ connectionString: await testStore() })
  await client.connect()
})
beforeEach(async () => {
  sent = []
  accounts += 1
  await client.query('delete from outbox; delete from credentials; delete from members; delete from tenants')
  const tenant = await createTenant({
    name: 'Acme',
    crossbarOrigin: 'https://kazoo.example.com',
    account: seal(String(accounts).padStart(32, '0')),
    credentials: { kind: 'api key', key: seal('key') },
    owner: { name: 'Olga Owner', email: 'olga@example.com', passwordHash: null },
  })
  const [found] = await listMembers(tenant.id)
  if (found === undefined) throw new Error('a tenant without an owner')
  owner = found
})
afterAll(() => Promise.all([closeDatabase(), client.end()]))

/** Runs the scheduler at `at`, with a mail server that accepts everything, or fails in this way. */
function deliver(at: Date, fault?: Error, ending = false): Promise<number> {
  const mailer: Mailer = {
    send: (mail) => {
      if (fault !== undefined) return Promise.reject(fault)
      sent.push(mail)
      return Promise.resolve()
    },
    close: () => undefined,
  }
  return deliverMails(mailer, { now: () => at, ending: () => ending })
}

async function write(now = START): Promise<void> {
  await database()
    .transaction()
    .execute((trx) => enqueueMail(trx, recipientOf(owner), { kind: 'test' }, { now }))
}

async function state() {
  const [mail] = await listOutbox(owner.tenant)
  return mail
}

test('a mail whose transaction is rolled back is never sent', async () => {
  const failing = database()
    .transaction()
    .execute(async (trx) => {
      await enqueueMail(trx, recipientOf(owner), { kind: 'test' }, { now: START })
      throw new Error('something else went wrong')
    })
  await expect(failing).rejects.toThrow('something else went wrong')
  expect(await deliver(after(MINUTE))).toBe(0)
})

test('a mail server that fails is tried again after growing pauses, for a day; then the mail is given up, which can be seen', async () => {
  await write()
  const down = new DeliveryError('unreachable')
  const tries: number[] = []
  while ((await state())?.state === 'waiting') {
    const { rows } = await client.query<{ due_at: Date }>('select due_at from outbox')
    const due = rows[0]?.due_at ?? START
    // A moment before, nothing is tried.
    await deliver(new Date(due.getTime() - 1), down)
    expect((await state())?.attempts).toBe(tries.length)
    await deliver(due, down)
    tries.push(due.getTime() - START.getTime())
  }
  const pauses = tries.slice(1).map((at, number) => at - (tries[number] ?? 0))
  expect(pauses[0]).toBeLessThan(20_000)
  expect(pauses[4]).toBeGreaterThan(3 * MINUTE)
  expect(Math.max(...pauses)).toBeLessThan(70 * MINUTE)
  expect(tries.at(-1)).toBeGreaterThan(22 * 60 * MINUTE)
  expect(tries.at(-1)).toBeLessThan(DAY)
  expect(await state()).toMatchObject({ state: 'given up', lastError: 'unreachable' })
  expect(await deliver(after(3 * DAY))).toBe(0)
})

test('a recipient that is refused for good is not tried again; a mail that waited for days for a mail server is not sent', async () => {
  await write()
  await deliver(START, new DeliveryError('recipient refused', true))
  expect(await state()).toMatchObject({ state: 'given up', attempts: 1, lastError: 'recipient refused' })
  await client.query('delete from outbox')
  await write()
  expect(await deliver(after(2 * DAY))).toBe(0)
  expect(await state()).toMatchObject({ state: 'given up', lastError: 'too old' })
  expect(sent).toEqual([])
})

test('a process that ends releases the mails that it claimed', async () => {
  await write()
  await deliver(START, undefined, true)
  expect(await state()).toMatchObject({ state: 'waiting', attempts: 0 })
  expect(await deliver(START)).toBe(1)
})

test('an invalid entry in the outbox is given up, and holds nothing back', async () => {
  await write()
  await client.query(`update outbox set mail = '{"kind":"nonsense"}'`)
  await write(after(1))
  expect(await deliver(after(2))).toBe(1)
  expect(sent).toHaveLength(1)
})

test('owners are reminded seven days and one day before a trial ends and when it has, once each', async () => {
  const endsAt = after(30 * DAY)
  await editTenant(owner.tenant, { trialEndsAt: endsAt })
  const reminders: Record<number, string[]> = {}
  for (let day = 0; day <= 45; day += 0.25) {
    const now = after(day * DAY + MINUTE)
    await Promise.all([remindOfTrials(now), remindOfTrials(now)])
    sent = []
    await deliver(now)
    if (sent.length > 0) reminders[day] = sent.map(({ subject }) => subject)
  }
  expect(reminders).toEqual({
    23: ['Your trial ends in 7 days'],
    29: ['Your trial ends in one day'],
    30: ['Your trial has ended'],
  })
})

test('a trial that was extended is reminded of again; tenants that went live, and suspended owners, get no mail', async () => {
  await editTenant(owner.tenant, { trialEndsAt: after(6 * DAY) })
  expect(await remindOfTrials(START)).toBe(1)
  await editTenant(owner.tenant, { trialEndsAt: after(7 * DAY) })
  expect(await remindOfTrials(START)).toBe(1)
  await client.query(`update members set status = 'suspended'`)
  await editTenant(owner.tenant, { trialEndsAt: after(5 * DAY) })
  expect(await remindOfTrials(START)).toBe(0)
  await client.query(`update members set status = 'active'`)
  await editTenant(owner.tenant, { trialEndsAt: null })
  expect(await remindOfTrials(START)).toBe(0)
})

test('owners are notified that Kazoo refuses the credentials: once each time, and not when it is only unreachable', async () => {
  await recordCredentialsFailure(owner.tenant, 'unreachable')
  expect(await remindOfCredentials(START)).toBe(0)
  await recordCredentialsFailure(owner.tenant, 'refused')
  expect([await remindOfCredentials(START), await remindOfCredentials(START)]).toEqual([1, 0])
  await recordCredentialsSuccess(owner.tenant)
  await recordCredentialsFailure(owner.tenant, 'refused')
  expect([await remindOfCredentials(START), await remindOfCredentials(START)]).toEqual([1, 0])
})

test('sent mails are deleted after a month, except those that a tenant gets only once', async () => {
  await write()
  await editTenant(owner.tenant, { trialEndsAt: after(6 * DAY) })
  await remindOfTrials(START)
  await deliver(START)
  expect(await deleteOldMails(after(-DAY))).toBe(0)
  expect(await deleteOldMails(after(DAY))).toBe(1)
  expect(await remindOfTrials(after(MINUTE))).toBe(0)
})
