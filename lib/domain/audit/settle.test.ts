// Settles changes that Kazoo did not confirm: real Postgres, real Redis, the simulated Kazoo.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { Unavailable } from '../../errors.ts'
import { createDevice as createPast, patchDevice } from '../../kazoo/devices.ts'
import { seal } from '../../sealed.ts'
import { resolve } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import { appendAuditEvent, appendAuditOutcome, type AuditDraft } from '../../store/audit-events.ts'
import { verifyAuditLog } from '../../store/audit-verify.ts'
import { database } from '../../store/database.ts'
import { settingName } from '../../views/setting-names.ts'
import { findRoot } from '../account/branch.ts'
import { createAccount, type AccountStart } from '../account/create.ts'
import { rebootDevice, removeDevice } from '../device/command.ts'
import { createDevice } from '../device/create.ts'
import { editDevice } from '../device/edit.ts'
import { listEveryDevice } from '../device/list.ts'
import { NEW_DEVICE } from '../../../testing/new-device.ts'
import { grantOf } from '../grant.ts'
import { editSettings } from '../schema/edit.ts'
import { openWorld, type TestWorld } from '../../../testing/world.ts'
import { setPassword } from '../user/credentials.ts'
import { createUser } from '../user/create.ts'
import { editUser } from '../user/edit.ts'
import { findUser } from '../user/find.ts'
import { removeUser } from '../user/remove.ts'
import { editBox, findBox } from '../user/voicemail.ts'
import { findEvent, listEvents } from './list.ts'
import { settleEvents } from './settle.ts'
import { NEW_USER, userWithBox } from '../../../testing/user-with-box.ts'

const MINUTE = 60_000
const EVERYTHING = {
  who: '',
  verb: '',
  about: '',
  outcome: '',
  from: '',
  to: '',
  text: '',
  reference: '',
  before: null,
} as const
let world: TestWorld
let viewer: Viewer
let account: string
let made = 0

beforeAll(async () => {
  world = await openWorld('5.0')
  viewer = await world.viewer()
  account = (await findRoot(viewer)).branch.rows[0]?.id ?? ''
})
afterEach(async () => {
  await world.simulator.clearFaults()
  expect((await verifyAuditLog(database(), world.tenant.id))?.flaws).toEqual([])
})
afterAll(() => world.close())

/**
 * Runs `act` while the connection breaks before Kazoo confirms. `kept`: whether Kazoo has made the change.
 */
async function unconfirmed(kept: boolean, act: () => Promise<unknown>): Promise<string> {
  const fault = { kind: 'reset', after: kept ? 'answer' : 'request' }
  await world.simulator.fault({
    pattern: '/v2/accounts/**',
    methods: ['PUT', 'PATCH', 'DELETE', 'POST'],
    fault,
  })
  await expect(act()).rejects.toBeInstanceOf(Error)
  await world.simulator.clearFaults()
  const [row] = (await listEvents(viewer, { ...EVERYTHING, outcome: 'began' }, 'UTC')).rows
  expect(row).toMatchObject({ stage: 'began', outcome: 'messages.kazoo.unknown' })
  return row?.event ?? ''
}

const settleAt = (minutes: number) => settleEvents(() => new Date(Date.now() + minutes * MINUTE))
const settled = async (event: string) => {
  await settleAt(3)
  return findEvent(viewer, event)
}
const newDevice = async (): Promise<string> => {
  made += 1
  return createDevice(viewer, account, { ...NEW_DEVICE, name: `Desk ${made}` })
}
const rename = (device: string, name: string) =>
  editDevice(viewer, device, { typed: { name }, initialValues: {}, sipPassword: null })
const newUser = async (): Promise<string> => {
  made += 1
  return (await createUser(viewer, account, { ...NEW_USER, username: `ada${made}` })).user
}

test('an unconfirmed edit is no failure: it settles as done where Kazoo has it, and as failed where it has not', async () => {
  const device = await newDevice()
  const done = await settled(await unconfirmed(true, () => rename(device, 'Lantern')))
  expect(done).toMatchObject({ stage: 'done', outcome: 'messages.audit.settled.done', undoable: true })
  expect(Date.parse(done.settledAt ?? '')).toBeGreaterThanOrEqual(Date.parse(done.at))
  const failed = await settled(await unconfirmed(false, () => rename(device, 'Beacon')))
  expect(failed).toMatchObject({
    stage: 'failed',
    outcome: 'messages.audit.settled.notDone',
    undoable: false,
  })
  expect(await settleAt(60)).toBe(0)
})

test('users, their settings and voicemail boxes are compared field by field; secrets do not prevent that', async () => {
  const user = await newUser()
  const initialValues = (await findUser(viewer, user)).user.text
  const typed = { ...initialValues, firstName: 'Hanna', doNotDisturb: 'on', hotdeskId: '77' }
  const edited = await unconfirmed(true, () =>
    editUser(viewer, user, { typed, initialValues, hotdeskPin: seal('4711') }),
  )
  const typedSetting = { [settingName('value', ['media', 'fax_option'])]: 'true' }
  const setting = { typed: typedSetting, secrets: {}, initialValues: null }
  const set = await unconfirmed(true, () => editSettings(viewer, 'user', user, setting))
  const { owner, box } = await userWithBox(viewer, account, '2001')
  const text = (await findBox(viewer, owner, box)).box.text
  const change = { typed: { ...text, name: 'Elsewhere' }, initialValues: text, pin: null }
  const boxed = await unconfirmed(true, () => editBox(viewer, box, change))
  await settleAt(3)
  for (const event of [edited, set, boxed])
    expect(await findEvent(viewer, event)).toMatchObject({
      stage: 'done',
      outcome: 'messages.audit.settled.done',
    })
})

test('unclear outcomes are not guessed: changed since, only secrets, gone, or nothing to read', async () => {
  const device = await newDevice()
  const changed = await unconfirmed(true, () => rename(device, 'Lantern'))
  const ref = await resolve(viewer.session, 'device', device)
  await patchDevice(grantOf(viewer).kazoo, ref, { name: 'By another door' })
  const user = await newUser()
  const credentials = {
    username: `ada${made}`,
    password: seal<'password'>('another password'),
    mustRenew: false,
  }
  const secret = await unconfirmed(true, () => setPassword(viewer, user, credentials))
  const reboot = await unconfirmed(true, () => rebootDevice(viewer, device))
  const doomed = await newDevice()
  const gone = await unconfirmed(true, () => rename(doomed, 'Beacon'))
  await removeDevice(viewer, doomed)
  await settleAt(3)
  const expected = [
    [changed, 'messages.audit.settled.changed'],
    [secret, 'messages.audit.settled.secret'],
    [reboot, 'messages.audit.settled.kind'],
    [gone, 'messages.audit.settled.gone'],
  ] as const
  for (const [event, outcome] of expected)
    expect(await findEvent(viewer, event), outcome).toMatchObject({
      stage: 'unknown',
      outcome,
      undoable: false,
    })
})

test('a removal is done when the resource is gone, and failed while it exists', async () => {
  const device = await newDevice()
  expect(await settled(await unconfirmed(false, () => removeDevice(viewer, device)))).toMatchObject({
    stage: 'failed',
  })
  expect(await settled(await unconfirmed(true, () => removeDevice(viewer, device)))).toMatchObject({
    stage: 'done',
  })
  const user = await newUser()
  const removal = { devices: 'keep', boxes: 'keep', newOwner: '', typed: 'Ada Adler' } as const
  expect(await settled(await unconfirmed(true, () => removeUser(viewer, user, removal)))).toMatchObject({
    verb: 'user.remove',
    stage: 'done',
  })
})

test('a creation is done when the new resource is found, which the event then names; an older one of that name proves nothing', async () => {
  const device = { ...NEW_DEVICE, name: 'Found', macAddress: '0004f2abc0de' }
  const found = await settled(await unconfirmed(true, () => createDevice(viewer, account, device)))
  const row = (await listEveryDevice(viewer, account))?.find(({ name }) => name === 'Found')
  expect(found).toMatchObject({ stage: 'done', subject: { kind: 'device', name: 'Found', about: row?.id } })
  const person = { ...NEW_USER, username: 'Found' }
  const user = await settled(await unconfirmed(true, () => createUser(viewer, account, person)))
  expect(user).toMatchObject({ stage: 'done', subject: { kind: 'user', name: 'Ada Adler' } })
  expect(user.subject?.about).toMatch(/^usr_/)
  const lost = { ...NEW_DEVICE, name: 'Lost' }
  const missing = await settled(await unconfirmed(false, () => createDevice(viewer, account, lost)))
  expect(missing).toMatchObject({
    stage: 'failed',
    outcome: 'messages.audit.settled.notDone',
    subject: { about: null },
  })

  // A resource that another event created does not count; one that no event created is doubtful.
  const again = { ...NEW_DEVICE, name: 'Again' }
  const first = await unconfirmed(false, () => createDevice(viewer, account, again))
  await createDevice(viewer, account, again)
  expect(await settled(first)).toMatchObject({ stage: 'failed', outcome: 'messages.audit.settled.notDone' })
  const home = await resolve(viewer.session, 'account', account)
  const past = { name: 'Twin', type: 'sip_device' }
  await world.simulator.advanceClock(-60 * MINUTE)
  await createPast(grantOf(viewer).kazoo, home, past)
  await world.simulator.advanceClock(60 * MINUTE)
  // It has no SIP user name, which would tell it apart.
  const forwarding = { ...NEW_DEVICE, type: 'cellphone', forwardNumber: '+4930123456' } as const
  const twin = () => createDevice(viewer, account, { ...forwarding, name: 'Twin' })
  const several = { stage: 'unknown', outcome: 'messages.audit.settled.several' }
  expect(await settled(await unconfirmed(false, twin))).toMatchObject(several)
  const two = [await unconfirmed(true, twin), await unconfirmed(true, twin)]
  await settleAt(3)
  for (const event of two) expect(await findEvent(viewer, event)).toMatchObject(several)
})

/** Creating checks for itself first; an event is left to settle only when that check fails too. */
function failSearches(pattern: string): Promise<unknown> {
  return world.simulator.fault({ pattern, methods: ['GET'], fault: { kind: 'status', status: 500 } })
}

test('an account and its first admin are settled too', async () => {
  const { root } = await findRoot(viewer)
  const start: AccountStart = {
    name: 'Unconfirmed',
    realm: 'unconfirmed.example.com',
    timezone: '',
    firstName: 'Ada',
    lastName: 'Admin',
    email: '',
    username: 'ada',
    password: seal('a good password'),
    created: '',
    unconfirmed: '',
  }
  await failSearches('**/search')
  const event = await settled(await unconfirmed(true, () => createAccount(viewer, root.id, start)))
  expect(event).toMatchObject({ verb: 'account.create', stage: 'done', subject: { name: 'Unconfirmed' } })
  const created = event.subject?.about ?? ''
  await failSearches('**/users')
  const admin = await unconfirmed(true, () => createAccount(viewer, root.id, { ...start, created }))
  expect(await settled(admin)).toMatchObject({
    verb: 'user.create',
    stage: 'done',
    subject: { name: 'Ada Admin' },
  })
})

test('opening an event settles it at once where Kazoo has the change; a missing change is not concluded so early', async () => {
  const device = await newDevice()
  const event = await unconfirmed(true, () => rename(device, 'Lantern'))
  expect(await findEvent(viewer, event)).toMatchObject({
    stage: 'done',
    outcome: 'messages.audit.settled.done',
  })
  const other = await unconfirmed(false, () => rename(device, 'Beacon'))
  expect(await findEvent(viewer, other)).toMatchObject({ stage: 'began', settledAt: null })
  expect(await settleAt(0)).toBe(0)
  expect(await settled(other)).toMatchObject({ stage: 'failed' })
})

test('the outcome of a slow process overrides a settled one', async () => {
  const key = await appendAuditEvent(await draft())
  expect(await settled(key.event)).toMatchObject({
    stage: 'failed',
    outcome: 'messages.audit.settled.notDone',
  })
  await appendAuditOutcome(key, { stage: 'done', outcome: null })
  expect(await findEvent(viewer, key.event)).toMatchObject({ stage: 'done', outcome: null, settledAt: null })
})

test('a Kazoo that does not answer is asked again with growing pauses, up to a limit', async () => {
  const device = await newDevice()
  const event = await unconfirmed(true, () => rename(device, 'Lantern'))
  await world.simulator.clearRequests()
  await world.simulator.fault({ pattern: '/v2/**', fault: { kind: 'status', status: 503 } })
  const looks: number[] = []
  // Every minute at first, then every half hour.
  for (let minute = 2; minute < 15 * 60; minute += minute < 36 ? 1 : 30) {
    await settleAt(minute)
    if ((await world.simulator.requests()).length > 0) looks.push(minute)
    await world.simulator.clearRequests()
  }
  expect(looks.slice(0, 7)).toEqual([2, 3, 4, 6, 10, 18, 34])
  expect(looks).toHaveLength(20)
  await world.simulator.clearFaults()
  expect(await findEvent(viewer, event)).toMatchObject({
    stage: 'unknown',
    outcome: 'messages.audit.settled.noAnswer',
  })
})

test('concurrent runs share the events: each is read in Kazoo once, and settled once', async () => {
  for (let n = 0; n < 6; n += 1) await appendAuditEvent(await draft())
  await world.simulator.clearRequests()
  await world.simulator.fault({ pattern: '/v2/accounts/*', fault: { kind: 'delay', ms: 150 } })
  expect((await Promise.all([settleAt(3), settleAt(3), settleAt(3)])).reduce((sum, each) => sum + each)).toBe(
    6,
  )
  const reads = (await world.simulator.requests()).filter(({ path }) =>
    /^\/v2\/accounts\/[0-9a-f]{32}$/.test(path),
  )
  expect(reads).toHaveLength(6)
})

test('nothing outside the granted account is read, whatever the log contains', async () => {
  const { kazoo } = grantOf(viewer)
  const elsewhere = seal<'kazoo account'>('f'.repeat(32))
  const device = seal<'kazoo device'>('e'.repeat(32))
  const resource = { kind: 'device', ref: { account: elsewhere, device } } as const
  const { event } = await appendAuditEvent({
    ...(await draft()),
    verb: 'device.edit',
    subject: { kind: 'device', name: 'X', resource },
  })
  await world.simulator.clearRequests()
  expect(await settled(event)).toMatchObject({ stage: 'unknown', outcome: 'messages.audit.settled.gone' })
  const paths = (await world.simulator.requests()).map(({ path }) => path)
  expect(paths.filter((path) => path.includes('/devices'))).toEqual([])
  expect(kazoo).toBeDefined()
})

test('old entries keep their meaning: unconfirmed is not failed, and a box is a box', async () => {
  const key = await appendAuditEvent({
    ...(await draft()),
    verb: 'user.edit',
    subject: { kind: 'vmbox', name: 'Old box', resource: null },
  })
  await appendAuditOutcome(key, { stage: 'failed', outcome: new Unavailable('kazoo', 'unknown').message })
  expect(await findEvent(viewer, key.event)).toMatchObject({
    verb: 'vmbox.edit',
    stage: 'began',
    outcome: 'messages.kazoo.unknown',
  })
  // It was not on the list of unfinished events; opening it added it.
  expect(await settled(key.event)).toMatchObject({ stage: 'unknown', outcome: 'messages.audit.settled.kind' })
  expect((await listEvents(viewer, { ...EVERYTHING, verb: 'vmbox', text: 'Old box' }, 'UTC')).count).toBe(1)
  expect((await listEvents(viewer, { ...EVERYTHING, verb: 'user', text: 'Old box' }, 'UTC')).count).toBe(0)
})

/** The subject of an event from an older portal. */
const old = (kind: string) => ({ kind, name: 'Old', resource: null })

test.each([
  ['account.admin', old('user'), null, 'user.create'],
  ['user.password', old('user'), { recovery: 'sent' }, 'user.recovery'],
  ['domain.add', old('domain'), { domains: ['acme.example'] }, 'mailDomain.add'],
  ['domain.add', old('domain'), { host: 'phones.acme.example' }, 'domain.add'],
  ['impersonation.end', old('tenant'), { shown: true }, 'impersonation.policy'],
  ['act.end', old('acting'), null, 'impersonation.end'],
  ['member.suspend', old('member'), { status: 'active' }, 'member.resume'],
  ['member.suspend', old('member'), { status: 'suspended' }, 'member.suspend'],
  ['connection.remove', old('tenant'), { credentials: 'removed' }, 'connection.disconnect'],
  ['connection.remove', old('tenant'), { removalAt: null }, 'connection.keep'],
  ['connection.remove', old('tenant'), { removalAt: '2026-05-01T00:00:00.000Z' }, 'connection.remove'],
] as const)('the old verb %s is read by what it did', async (verb, subject, after, name) => {
  const key = await appendAuditEvent({ ...(await draft()), verb, subject, before: null, after })
  expect((await findEvent(viewer, key.event)).verb).toBe(name)
  const { rows } = await listEvents(viewer, { ...EVERYTHING, verb: name }, 'UTC')
  expect(rows.map(({ event }) => event)).toContain(key.event)
})

/** An edit of the granted account that never reached Kazoo. */
async function draft(): Promise<AuditDraft> {
  const resource = { kind: 'account', ref: world.tenant.account } as const
  const { root } = await findRoot(viewer)
  return {
    tenant: world.tenant.id,
    actor: { member: null, name: 'Slow' },
    verb: 'account.edit',
    subject: { kind: 'account', name: root.name, resource },
    path: [],
    before: { name: root.name },
    after: { name: 'Another' },
    reference: 'slow',
    clientAddress: null,
    userAgent: null,
  }
}
