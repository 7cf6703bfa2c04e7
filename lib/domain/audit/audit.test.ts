// Reads the audit log and reverts events: real Redis, real Postgres, the simulated Kazoo.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { Forbidden, NotFound, Rejected } from '../../errors.ts'
import { patchDevice } from '../../kazoo/devices.ts'
import { resolve } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import { appendAuditEvent } from '../../store/audit-events.ts'
import { verifyAuditLog } from '../../store/audit-verify.ts'
import { database } from '../../store/database.ts'
import type { AuditQuery } from '../../views/audit.ts'
import { seal } from '../../sealed.ts'
import { findRoot } from '../account/branch.ts'
import { editAccount } from '../account/edit.ts'
import { createAccount, type AccountStart } from '../account/create.ts'
import { rebootDevice, removeDevice } from '../device/command.ts'
import { createDevice } from '../device/create.ts'
import { editDevice } from '../device/edit.ts'
import { findDevice } from '../device/find.ts'
import { NEW_DEVICE } from '../../../testing/new-device.ts'
import { grantOf } from '../grant.ts'
import { openWorld, type TestWorld } from '../../../testing/world.ts'
import { changePrivilege } from '../user/credentials.ts'
import { createUser } from '../user/create.ts'
import { editUser } from '../user/edit.ts'
import { findUser } from '../user/find.ts'
import { editBox, findBox } from '../user/voicemail.ts'
import { exportEvents } from './export.ts'
import { findEvent, historyOf, listEvents } from './list.ts'
import { NEW_USER, userWithBox } from '../../../testing/user-with-box.ts'
import { collectChanges } from './recorded-changes.ts'
import { planRevert, revert } from './revert.ts'
import { changedName, undoableEvents, undoChanges } from './undo.ts'

const ALL: AuditQuery = {
  who: '',
  verb: '',
  about: '',
  outcome: '',
  from: '',
  to: '',
  text: '',
  reference: '',
  before: null,
}
const NEW_ACCOUNT: AccountStart = {
  name: 'New customer',
  realm: '',
  timezone: '',
  firstName: 'Ada',
  lastName: 'Admin',
  email: '',
  username: 'ada',
  password: seal('a good password'),
  created: '',
  unconfirmed: '',
}
let world: TestWorld
let viewer: Viewer
let account: string
let made = 0

beforeAll(async () => {
  world = await openWorld('5.0')
  viewer = await world.viewer()
  account = (await findRoot(viewer)).branch.rows[0]?.id ?? ''
})
afterAll(() => world.close())
beforeEach(() => world.simulator.clearRequests())

async function newDevice(): Promise<string> {
  made += 1
  return createDevice(viewer, account, { ...NEW_DEVICE, name: `Desk ${made}` })
}

async function edit(device: string, change: Record<string, string>, password: string | null = null) {
  const initialValues = (await findDevice(viewer, device)).device.text
  const sipPassword = password === null ? null : seal<'password'>(password)
  await editDevice(viewer, device, { typed: { ...initialValues, ...change }, initialValues, sipPassword })
}

const find = (query: Partial<AuditQuery>) => listEvents(viewer, { ...ALL, ...query }, 'Europe/Berlin')
const newestOf = async (device: string) => (await historyOf(viewer, 'device', device)).rows[0]?.event ?? ''
const nameOf = async (device: string) => (await findDevice(viewer, device)).device.text.name

test('a change is shown with the values before and after, its actor, its account and its outcome', async () => {
  const device = await newDevice()
  await edit(
    device,
    { name: 'Reception', forwardEnabled: 'on', forwardNumber: '+4930123' },
    'Secret-Password-1',
  )
  const [row] = (await find({ about: device })).rows
  expect(row).toMatchObject({
    verb: 'device.edit',
    stage: 'done',
    actor: { name: 'Olga Owner', kind: 'member' },
    subject: { kind: 'device', about: device },
    address: '192.0.2.1',
  })
  expect(row?.changes).toEqual(
    expect.arrayContaining([
      { field: 'name', before: `Desk ${made}`, after: 'Reception', secret: false },
      { field: 'forwardEnabled', before: '', after: 'on', secret: false },
      { field: 'sipPassword', before: null, after: null, secret: true },
    ]),
  )
  expect(JSON.stringify(row)).not.toContain('Secret-Password-1')
})

test('each row tells whether it can be reverted now, and whether its subject is gone', async () => {
  const device = await newDevice()
  await edit(device, { name: 'Beacon' })
  const said = async () =>
    (await find({ about: device })).rows.map(({ verb, undoable, subject }) => [verb, undoable, subject?.gone])
  expect(await said()).toEqual([
    ['device.edit', true, false],
    ['device.create', false, false],
  ])
  expect((await historyOf(viewer, 'device', device)).rows[0]?.undoable).toBe(true)
  await revert(viewer, await newestOf(device), ['name'])
  expect((await said()).map(([, undoable]) => undoable)).toEqual([true, false, false])
  await removeDevice(viewer, device)
  expect(await said()).toEqual([
    ['device.remove', false, true],
    ['device.edit', false, true],
    ['device.edit', false, true],
    ['device.create', false, true],
  ])
})

test('a creation shows only the fields that were set; the export has all fields', async () => {
  const device = await newDevice()
  const [row] = (await find({ about: device, verb: 'device.create' })).rows
  expect(row?.changes).toContainEqual({ field: 'name', before: null, after: `Desk ${made}`, secret: false })
  expect(row?.changes.filter(({ after, secret }) => after === '' && !secret)).toEqual([])
  expect(await exported('csv', { about: device, verb: 'device.create' })).toContain('macAddress')
})

test('filters narrow the audit log by actor, verb, subject, outcome, date, text and reference', async () => {
  const device = await newDevice()
  await edit(device, { name: 'Lantern 100% _x_' })
  const event = await newestOf(device)
  const { person } = (await findEvent(viewer, event)).actor
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date())
  const finds: Partial<AuditQuery>[] = [
    { about: device, who: person ?? '' },
    { about: device, verb: 'device.edit' },
    { about: account, verb: 'device', text: 'lantern 100%' },
    { about: device, outcome: 'done', from: today, to: today },
    { text: '_x_', reference: 'test' },
  ]
  for (const query of finds) {
    const page = await find(query)
    expect(page.rows[0]?.event, JSON.stringify(query)).toBe(event)
    expect([page.count, page.more]).toEqual([page.rows.length, false])
  }
  const misses: Partial<AuditQuery>[] = [
    { who: '99999999-9999-4999-8999-999999999999' },
    { who: 'customer' },
    { about: device, verb: 'dev' },
    { about: device, outcome: 'failed' },
    { about: device, to: '2020-01-01' },
    { about: device, from: '2999-01-01' },
    { text: 'Lantern 100x' },
    { reference: 'nothing' },
  ]
  for (const query of misses) expect((await find(query)).rows, JSON.stringify(query)).toEqual([])
  expect((await find({ about: device })).named.about).toBe('Lantern 100% _x_')
  expect((await find({ who: person ?? '' })).named.who).toBe('Olga Owner')
  for (const query of [{ about: 'dev_AAAAAAAAAAAAAAAAAAAAAA' }, { about: 'nonsense' }, { who: 'nonsense' }])
    await expect(find(query), JSON.stringify(query)).rejects.toThrow(NotFound)
  expect(await world.writes()).toHaveLength(2)
})

test('an account has the history of all events in it, and reading it sends nothing to Kazoo', async () => {
  const device = await newDevice()
  await world.simulator.clearRequests()
  const history = await historyOf(viewer, 'account', account)
  expect(history).toMatchObject({ more: expect.any(Boolean), about: account })
  expect(history.rows[0]?.subject?.about).toBe(device)
  await expect(historyOf(viewer, 'account', device)).rejects.toThrow(NotFound)
  await find({ about: account })
  expect(await world.simulator.requests()).toEqual([])
})

test('a long audit log is paged without gaps, and counted up to a limit', async () => {
  const draft = {
    tenant: world.tenant.id,
    actor: { member: null, name: 'Batch' },
    verb: 'device.reboot',
    subject: null,
    path: [],
    before: null,
    after: null,
    reference: 'batch',
    clientAddress: null,
    userAgent: null,
  }
  for (let n = 0; n < 120; n += 1) await appendAuditEvent(draft, 'done')
  const seen: number[] = []
  for (let before: number | null = null; ;) {
    const page = await find({ reference: 'batch', before })
    expect([page.count, page.more]).toEqual([120, false])
    seen.push(...page.rows.map(({ seq }) => seq))
    if (page.next === null) break
    before = page.next
  }
  expect(seen).toEqual([...new Set(seen)].toSorted((a, b) => b - a))
  expect(seen).toHaveLength(120)
})

test('a revert restores the values that a change replaced, and is an event that names the reverted one', async () => {
  const device = await newDevice()
  await edit(device, { name: 'Wrong', forwardEnabled: 'on', forwardNumber: '+4930123' })
  const event = await newestOf(device)
  const plan = await planRevert(viewer, event)
  expect(plan.why).toBe(null)
  expect(plan.fields).toEqual([
    { field: 'name', now: 'Wrong', back: `Desk ${made}`, why: null },
    { field: 'forwardNumber', now: '+4930123', back: '', why: null },
    { field: 'forwardEnabled', now: 'on', back: '', why: null },
  ])
  const all = ['name', 'forwardEnabled', 'forwardNumber']
  await world.simulator.clearRequests()
  await revert(viewer, event, all)
  expect(await world.writes()).toHaveLength(1)
  const { device: now } = await findDevice(viewer, device)
  expect(now.text).toMatchObject({ name: `Desk ${made}`, forwardEnabled: '', forwardNumber: '' })
  const undoing = await findEvent(viewer, await newestOf(device))
  expect(undoing).toMatchObject({ verb: 'device.edit', stage: 'done', undoes: event, left: [] })
  expect(await findEvent(viewer, event)).toMatchObject({ undoneBy: undoing.event, undoable: false })
  await expect(revert(viewer, event, all)).rejects.toThrow('messages.audit.asBefore')
  await revert(viewer, undoing.event, all)
  expect(await nameOf(device)).toBe('Wrong')
})

test('a revert restores what it can and names the rest: secrets, fields changed since, fields it never sets', async () => {
  const device = await newDevice()
  await edit(device, { name: 'First', internalName: 'Desk' }, 'Another-Password-1')
  const event = await newestOf(device)
  const ref = await resolve(viewer.session, 'device', device)
  await patchDevice(grantOf(viewer).kazoo, ref, { name: 'By another door' })
  expect((await findEvent(viewer, event)).undoable).toBe(true)
  expect((await planRevert(viewer, event)).fields).toEqual([
    { field: 'name', now: 'By another door', back: `Desk ${made}`, why: 'changed' },
    { field: 'sipPassword', now: null, back: null, why: 'secret' },
    { field: 'internalName', now: 'Desk', back: '', why: null },
  ])
  await world.simulator.clearRequests()
  // A request for fields other than those in the plan is refused, and nothing is written.
  await expect(revert(viewer, event, ['name', 'internalName'])).rejects.toThrow('messages.audit.conflict')
  for (const fields of [['sipPassword'], ['internalName', 'priv_level'], ['macAddress'], []])
    await expect(revert(viewer, event, fields), String(fields)).rejects.toThrow('messages.audit.notUndoable')
  expect(await world.writes()).toEqual([])
  await revert(viewer, event, ['internalName'])
  expect((await world.writes()).map(({ body }) => body)).toEqual([
    { data: { caller_id: { internal: { name: null } } } },
  ])
  const undoing = await findEvent(viewer, await newestOf(device))
  expect(undoing).toMatchObject({
    undoes: event,
    changes: [{ field: 'internalName', before: 'Desk', after: '', secret: false }],
    left: [
      { field: 'name', why: 'changed' },
      { field: 'sipPassword', why: 'secret' },
    ],
  })
  expect(await exported('jsonl', { about: device, verb: 'device.edit' })).toContain(
    '"notReverted":{"name":"changed","sipPassword":"secret"}',
  )
  expect(await nameOf(device)).toBe('By another door')
  await removeDevice(viewer, device)
  expect(await planRevert(viewer, event)).toMatchObject({ why: 'gone', fields: [] })
  await expect(revert(viewer, event, ['internalName'])).rejects.toThrow('messages.audit.notUndoable')
})

test("a user's name is reverted although a hot desk PIN was set with it; a role and a voicemail box are too", async () => {
  const { user } = await createUser(viewer, account, { ...NEW_USER, username: 'hanna' })
  const initialValues = (await findUser(viewer, user)).user.text
  const typed = { ...initialValues, firstName: 'Hanna', hotdeskEnabled: 'on', hotdeskId: '77' }
  await editUser(viewer, user, { typed, initialValues, hotdeskPin: seal('4711') })
  const newest = async (id: string) => (await find({ about: id })).rows[0]?.event ?? ''
  const edited = await newest(user)
  const open = (await planRevert(viewer, edited)).fields
  expect(open.map(({ field, why }) => [field, why])).toEqual([
    ['firstName', null],
    ['hotdeskId', null],
    ['hotdeskPin', 'secret'],
    ['hotdeskEnabled', null],
  ])
  await revert(viewer, edited, ['firstName', 'hotdeskEnabled', 'hotdeskId'])
  expect((await findUser(viewer, user)).user.text).toEqual(initialValues)

  await changePrivilege(viewer, user, 'admin')
  const role = await newest(user)
  expect(await findEvent(viewer, role)).toMatchObject({ verb: 'user.role', undoable: true })
  await revert(viewer, role, ['privilege'])
  expect((await findUser(viewer, user)).user.privilege).toBe('user')

  const { owner, box } = await userWithBox(viewer, account, '2001')
  const before = (await findBox(viewer, owner, box)).box.text
  const change = {
    typed: { ...before, name: 'Elsewhere', requirePin: 'on' },
    initialValues: before,
    pin: seal<'password'>('1234'),
  }
  await editBox(viewer, box, change)
  const [row] = (await find({ about: box })).rows
  expect(row).toMatchObject({ verb: 'vmbox.edit', subject: { kind: 'vmbox', name: before.name, about: box } })
  expect((await find({ verb: 'vmbox' })).rows[0]?.event).toBe(row?.event)
  expect((await find({ verb: 'user.edit' })).rows[0]?.event).not.toBe(row?.event)
  expect(await exported('csv', { about: box })).toContain(',vmbox.edit,vmbox,')
  await revert(viewer, row?.event ?? '', ['name', 'requirePin'])
  expect((await findBox(viewer, owner, box)).box.text).toEqual(before)
})

test('an event that cannot be reverted gives the reason; an event of another tenant is not found', async () => {
  const device = await newDevice()
  const creation = await newestOf(device)
  await edit(device, {}, 'Another-Password-1')
  const secret = await newestOf(device)
  await rebootDevice(viewer, device)
  const reboot = await newestOf(device)
  await removeDevice(viewer, device)
  const removal = (await find({ verb: 'device.remove' })).rows[0]?.event ?? ''
  const expected = [
    [creation, 'created', 'created'],
    [reboot, 'kind', 'kind'],
    [removal, 'removed', 'removed'],
    [secret, 'fields', 'gone'],
  ] as const
  for (const [event, obstacle, why] of expected) {
    expect(await findEvent(viewer, event), why).toMatchObject({ undoable: false, obstacle })
    expect(await planRevert(viewer, event), why).toMatchObject({ why, fields: [] })
    await expect(revert(viewer, event, ['name']), why).rejects.toThrow(Rejected)
  }
  for (const event of ['99999999-9999-4999-8999-999999999999', 'nonsense', ''])
    await expect(revert(viewer, event, ['name'])).rejects.toThrow(NotFound)
})

test("the creation of an account's first admin is an event of its own", async () => {
  const { root } = await findRoot(viewer)
  await createAccount(viewer, root.id, NEW_ACCOUNT)
  const rows = (await find({})).rows.slice(0, 2)
  expect(rows.map(({ verb, subject }) => [verb, subject?.name])).toEqual([
    ['user.create', 'Ada Admin'],
    ['account.create', 'New customer'],
  ])
  expect((await find({ verb: 'user' })).rows[0]?.event).toBe(rows[0]?.event)
})

test('an account is reverted too, under the rules of its own form', async () => {
  const { realm, name } = (await findRoot(viewer)).branch.rows[0] ?? { realm: '', name: '' }
  await editAccount(viewer, account, { typed: { name: 'Renamed' }, initialValues: { name } })
  const event = (await historyOf(viewer, 'account', account)).rows[0]?.event ?? ''
  await revert(viewer, event, ['name'])
  const row = (await findRoot(viewer)).branch.rows.find(({ id }) => id === account)
  expect(row).toMatchObject({ name, realm })
})

test('what undoes a change is named to who may revert it, and undoes all of it, unless it was changed since', async () => {
  const device = await newDevice()
  const changed = (change: Record<string, string>, password: string | null = null) =>
    collectChanges(async () => {
      await edit(device, change, password)
      return { name: changedName(), undo: undoableEvents(viewer), support: undoableEvents(support) }
    })
  const support = await world.viewer('support')
  const before = await nameOf(device)
  const first = await changed({ name: 'Undone soon', internalName: 'Soon' })
  expect(first).toMatchObject({ name: 'Undone soon', support: null })
  const event = first.undo ?? ''
  expect(event).toBe(await newestOf(device))
  await expect(undoChanges(support, [event])).rejects.toThrow(Forbidden)
  expect(await undoChanges(viewer, [event])).toEqual({ name: before, done: 1, left: 0 })
  expect(await nameOf(device)).toBe(before)

  // A part cannot be undone: there is no Undo that would leave it.
  expect((await changed({ name: 'With a secret' }, 'another password'))?.undo).toBe(null)
  const second = await changed({ name: 'Second' })
  const third = await changed({ internalName: 'Third' })
  await edit(device, { name: 'Somebody else' })
  await expect(undoChanges(viewer, [second.undo ?? ''])).rejects.toThrow('messages.audit.conflict')
  expect(await undoChanges(viewer, [second.undo ?? '', third.undo ?? ''])).toEqual({
    name: '',
    done: 1,
    left: 1,
  })
  expect(await nameOf(device)).toBe('Somebody else')
  expect((await findDevice(viewer, device)).device.text.internalName).toBe('')
})

test('only permitted roles read and revert', async () => {
  for (const role of ['support', 'viewer'] as const) {
    const other = await world.viewer(role)
    await expect(listEvents(other, ALL, 'UTC'), role).rejects.toThrow(Forbidden)
    await expect(historyOf(other, 'account', account), role).rejects.toThrow(Forbidden)
    await expect(revert(other, 'x', ['name']), role).rejects.toThrow(Forbidden)
    await expect(exportEvents(other, ALL, 'UTC', 'csv').next(), role).rejects.toThrow(Forbidden)
  }
})

async function exported(format: 'csv' | 'jsonl', query: Partial<AuditQuery>): Promise<string> {
  return (await Array.fromAsync(exportEvents(viewer, { ...ALL, ...query }, 'UTC', format))).join('')
}

test('an export has one line per matching event, runs no formula, and is itself in the audit log', async () => {
  const device = await newDevice()
  const names = [
    '=HYPERLINK("http://x")',
    '+1',
    '-1',
    '@x',
    '\uFF1D1+1',
    '\uFF0B1',
    '\uFF0D1',
    '\u3000\uFF20x',
    'Ab"c,d',
  ]
  for (const name of names) await edit(device, { name })
  const csv = await exported('csv', { about: device, verb: 'device.edit' })
  const lines = csv.trimEnd().split('\r\n')
  expect(lines).toHaveLength(names.length + 1)
  expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`)
  expect(csv).toContain(`"name: Ab""c,d"`)
  expect(csv).not.toMatch(/(?:^|,)"?\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/m)
  const [line = '', ...more] = (await exported('jsonl', { about: device, verb: 'device.edit' }))
    .trimEnd()
    .split('\n')
  expect(more).toHaveLength(names.length - 1)
  expect(JSON.parse(line)).toMatchObject({ verb: 'device.edit', who: { name: 'Olga Owner' } })
  const [event] = (await find({ verb: 'audit.export' })).rows
  expect(event?.changes).toEqual([
    { field: 'filter', before: null, after: 'verb=device.edit&about=dev', secret: false },
    { field: 'format', before: null, after: 'jsonl', secret: false },
  ])
})

test('a forged name stays on one line and is shown literally', async () => {
  const forged = 'Olga\r\n2026-11-22 admin deleted\u2028everything\u202Egnp.exe\u0007\t\u200Bx'
  const device = await newDevice()
  // The edit is refused, and the attempt is in the audit log.
  await expect(edit(device, { name: forged })).rejects.toMatchObject({ fields: { name: 'rules.characters' } })
  const page = await find({ about: device })
  const text = JSON.stringify(page.rows.map(({ subject, changes }) => [subject, changes]))
  expect(text).toContain('Olga 2026-11-22 admin deleted everything\uFFFDgnp.exe\uFFFD \uFFFDx')
  expect(text).not.toMatch(/\\[rnt]|[\u2028\u202E\u200B]/)
  expect((await verifyAuditLog(database(), world.tenant.id))?.flaws).toEqual([])
})
