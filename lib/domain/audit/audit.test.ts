// The trail as people read it, and what is put back by it: real Redis, real Postgres, the simulated Kazoo.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { Forbidden, NotFound, Rejected } from '../../errors.ts'
import { patchDevice } from '../../kazoo/devices.ts'
import { resolve } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import { appendAuditEvent } from '../../store/audit-events.ts'
import { verifyTrail } from '../../store/audit-verify.ts'
import { database } from '../../store/database.ts'
import type { AuditQuery } from '../../views/audit.ts'
import { deviceText } from '../../views/device.ts'
import { seal } from '../../sealed.ts'
import { findRoot } from '../account/branch.ts'
import { editAccount } from '../account/edit.ts'
import { createDevice } from '../device/create.ts'
import { editDevice } from '../device/edit.ts'
import { findDevice } from '../device/find.ts'
import { NEW_DEVICE } from '../device/test-device.ts'
import { grantOf } from '../grant.ts'
import { openWorld, type TestWorld } from '../test-world.ts'
import { exportEvents } from './export.ts'
import { findEvent, historyOf, listEvents } from './list.ts'
import { planUndo, undo } from './undo.ts'

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
  const was = deviceText((await findDevice(viewer, device)).device)
  const sipPassword = password === null ? null : seal<'password'>(password)
  await editDevice(viewer, device, { typed: { ...was, ...change }, was, sipPassword })
}

const find = (query: Partial<AuditQuery>) => listEvents(viewer, { ...ALL, ...query }, 'Europe/Berlin')
const newestOf = async (device: string) => (await historyOf(viewer, 'device', device)).rows[0]?.event ?? ''
const nameOf = async (device: string) => (await findDevice(viewer, device)).device.name

test('a change is told with what was before and after, by whom, in which account, and how it ended', async () => {
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

test('of what was made one reads what was set and not what was left empty; the export holds both', async () => {
  const device = await newDevice()
  const [row] = (await find({ about: device, verb: 'device.create' })).rows
  expect(row?.changes).toContainEqual({ field: 'name', before: null, after: `Desk ${made}`, secret: false })
  expect(row?.changes.filter(({ after, secret }) => after === '' && !secret)).toEqual([])
  expect(await exported('csv', { about: device, verb: 'device.create' })).toContain('macAddress')
})

test('filters narrow the trail: who, what, to what, how it ended, when, which words, which reference', async () => {
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

test('an account has the history of all that was done in it, and reading any asks nothing of Kazoo', async () => {
  const device = await newDevice()
  await world.simulator.clearRequests()
  const history = await historyOf(viewer, 'account', account)
  expect(history).toMatchObject({ more: expect.any(Boolean), about: account })
  expect(history.rows[0]?.subject?.about).toBe(device)
  await expect(historyOf(viewer, 'account', device)).rejects.toThrow(NotFound)
  await find({ about: account })
  expect(await world.simulator.requests()).toEqual([])
})

test('a long trail is paged without gaps, and counted as far as is worth the wait', async () => {
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

test('undo puts back what a change replaced, and is an event that names the one it undoes', async () => {
  const device = await newDevice()
  await edit(device, { name: 'Wrong', forwardEnabled: 'on', forwardNumber: '+4930123' })
  const event = await newestOf(device)
  const plan = await planUndo(viewer, event)
  expect(plan.open).toBe(true)
  expect(plan.fields).toContainEqual({ field: 'name', now: 'Wrong', back: `Desk ${made}`, changed: false })
  await world.simulator.clearRequests()
  await undo(viewer, event)
  expect(await world.writes()).toHaveLength(1)
  const { device: now } = await findDevice(viewer, device)
  expect(deviceText(now)).toMatchObject({ name: `Desk ${made}`, forwardEnabled: '', forwardNumber: '' })
  const undoing = await findEvent(viewer, await newestOf(device))
  expect(undoing).toMatchObject({ verb: 'device.edit', stage: 'done', undoes: event })
  expect(await findEvent(viewer, event)).toMatchObject({ undoneBy: undoing.event, undoable: false })
  await expect(undo(viewer, event)).rejects.toThrow('said.audit.asBefore')
  await undo(viewer, undoing.event)
  expect(await nameOf(device)).toBe('Wrong')
})

test('undo refuses when the same was changed since, here or past the portal, and changes nothing', async () => {
  const device = await newDevice()
  await edit(device, { name: 'First', internalName: 'Desk' })
  const event = await newestOf(device)
  const ref = await resolve(viewer.session, 'device', device)
  await patchDevice(grantOf(viewer).kazoo, ref, { name: 'By another door' })
  const plan = await planUndo(viewer, event)
  expect([plan.open, plan.fields.filter(({ changed }) => changed).map(({ field }) => field)]).toEqual([
    false,
    ['name'],
  ])
  await world.simulator.clearRequests()
  await expect(undo(viewer, event)).rejects.toThrow('said.audit.overtaken')
  expect(await world.writes()).toEqual([])
  // What else of it was changed since does not matter.
  await patchDevice(grantOf(viewer).kazoo, ref, { name: 'First' })
  await edit(device, { externalName: 'Elsewhere' })
  await undo(viewer, event)
  const { device: now } = await findDevice(viewer, device)
  expect(deviceText(now)).toMatchObject({ name: `Desk ${made}`, internalName: '', externalName: 'Elsewhere' })
})

test('what held a secret, was no change of fields, or is not of this tenant cannot be put back', async () => {
  const device = await newDevice()
  const creation = await newestOf(device)
  await edit(device, { name: 'Named' }, 'Another-Password-1')
  for (const event of [creation, await newestOf(device)]) {
    expect((await findEvent(viewer, event)).undoable).toBe(false)
    await expect(undo(viewer, event)).rejects.toThrow(Rejected)
    await expect(planUndo(viewer, event)).rejects.toThrow(NotFound)
  }
  for (const event of ['99999999-9999-4999-8999-999999999999', 'nonsense', ''])
    await expect(undo(viewer, event)).rejects.toThrow(NotFound)
})

test('an account is put back too, under the rules of its own form', async () => {
  const { realm, name } = (await findRoot(viewer)).branch.rows[0] ?? { realm: '', name: '' }
  await editAccount(viewer, account, { typed: { name: 'Renamed' }, was: { name } })
  const event = (await historyOf(viewer, 'account', account)).rows[0]?.event ?? ''
  await undo(viewer, event)
  const row = (await findRoot(viewer)).branch.rows.find(({ id }) => id === account)
  expect(row).toMatchObject({ name, realm })
})

test('only who may reads and undoes', async () => {
  for (const role of ['support', 'viewer'] as const) {
    const other = await world.viewer(role)
    await expect(listEvents(other, ALL, 'UTC'), role).rejects.toThrow(Forbidden)
    await expect(historyOf(other, 'account', account), role).rejects.toThrow(Forbidden)
    await expect(undo(other, 'x'), role).rejects.toThrow(Forbidden)
    await expect(exportEvents(other, ALL, 'UTC', 'csv').next(), role).rejects.toThrow(Forbidden)
  }
})

async function exported(format: 'csv' | 'jsonl', query: Partial<AuditQuery>): Promise<string> {
  return (await Array.fromAsync(exportEvents(viewer, { ...ALL, ...query }, 'UTC', format))).join('')
}

test('an export holds what the filter leaves, a line each, runs no formula, and is in the trail', async () => {
  const device = await newDevice()
  const names = ['=HYPERLINK("http://x")', '+1', '-1', '@x', '\uFF1D1+1', '\u3000\uFF20x', 'Ab"c,d']
  for (const name of names) await edit(device, { name })
  const csv = await exported('csv', { about: device, verb: 'device.edit' })
  const lines = csv.trimEnd().split('\r\n')
  expect(lines).toHaveLength(names.length + 1)
  expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`)
  expect(csv).toContain(`"name: Ab""c,d"`)
  expect(csv).not.toMatch(/(?:^|,)"?\s*[=+\-@\uFF1D\uFF20]/m)
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

test('a forged name stays one line that reads as it stands', async () => {
  const forged = 'Olga\r\n2026-11-22 admin deleted\u2028everything\u202Egnp.exe\u0007\t\u200Bx'
  const device = await newDevice()
  // It is refused, and what was tried stands in the trail.
  await expect(edit(device, { name: forged })).rejects.toMatchObject({ fields: { name: 'rules.characters' } })
  const page = await find({ about: device })
  const text = JSON.stringify(page.rows.map(({ subject, changes }) => [subject, changes]))
  expect(text).toContain('Olga 2026-11-22 admin deleted everything\uFFFDgnp.exe\uFFFD \uFFFDx')
  expect(text).not.toMatch(/\\[rnt]|[\u2028\u202E\u200B]/)
  expect((await verifyTrail(database(), world.tenant.id))?.flaws).toEqual([])
})
