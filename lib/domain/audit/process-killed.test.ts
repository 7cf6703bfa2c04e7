// Kills portal processes in the middle of a change and restarts them: the audit log settles the outcome.
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startChild, type Child } from '../../../scripts/services/child.ts'
import type { Viewer } from '../../session/viewer.ts'
import { appendAuditEvent } from '../../store/audit-events.ts'
import { verifyAuditLog } from '../../store/audit-verify.ts'
import { database } from '../../store/database.ts'
import type { AuditQuery, AuditRow } from '../../views/audit.ts'
import { findRoot } from '../account/branch.ts'
import { createDevice } from '../device/create.ts'
import { findDevice } from '../device/find.ts'
import { NEW_DEVICE } from '../../../testing/new-device.ts'
import { openWorld, type TestWorld } from '../../../testing/world.ts'
import { historyOf, listEvents } from './list.ts'

const DRAFT = {
  actor: { member: null, name: 'Batch' },
  verb: 'account.edit',
  path: [],
  before: { name: 'Old' },
  after: { name: 'New' },
  reference: 'ten',
  clientAddress: null,
  userAgent: null,
}
const QUERY: AuditQuery = {
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
const children: Child[] = []

beforeAll(async () => {
  world = await openWorld('5.0')
  viewer = await world.viewer()
  account = (await findRoot(viewer)).branch.rows[0]?.id ?? ''
})
afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => child.kill()))
  await world.simulator.clearFaults()
})
afterAll(() => world.close())

async function start(file: string, args: readonly string[], readyLine: RegExp): Promise<Child> {
  const imported = ['--conditions=react-server', '--import=./scripts/services/whole-portal.mjs']
  const child = await startChild({
    name: 'portal',
    command: process.execPath,
    args: [...imported, file, ...args],
    env: { ...process.env, NODE_OPTIONS: '', LOG_LEVEL: 'info' },
    readyLine,
  })
  children.push(child)
  return child
}

const startEdit = (device: string, name: string) =>
  start('testing/programs/edit-device.ts', [world.tenant.id, device, name], /^writes/)
/** A scheduler whose clock is three minutes ahead, so that killed changes are due. */
const startScheduler = () => start('testing/programs/portal-jobs.ts', ['clock', '180000'], /^runs/)

async function until<T>(look: () => Promise<T>, reached: (found: T) => boolean): Promise<T> {
  let found = await look()
  for (let tries = 0; tries < 400 && !reached(found); tries += 1) {
    await wait(50)
    found = await look()
  }
  return found
}

const newestOf = async (device: string): Promise<AuditRow | undefined> =>
  (await historyOf(viewer, 'device', device)).rows[0]
const nameOf = async (device: string) => (await findDevice(viewer, device)).device.text.name

/** Kills a process while it renames a device to Lantern and Kazoo has `fault`. Returns the device. */
async function killed(
  name: string,
  fault: { kind: string; stall?: boolean },
  kazooHas: string,
): Promise<string> {
  const device = await createDevice(viewer, account, { ...NEW_DEVICE, name })
  await world.simulator.fault({ pattern: '/v2/accounts/*/devices/*', methods: ['PATCH'], fault })
  const child = await startEdit(name, 'Lantern')
  await until(
    () => newestOf(device),
    (row) => row?.verb === 'device.edit',
  )
  await until(
    () => nameOf(device),
    (now) => now === kazooHas,
  )
  await child.kill()
  await world.simulator.clearFaults()
  expect(await newestOf(device)).toMatchObject({ verb: 'device.edit', stage: 'began', outcome: null })
  return device
}

test('processes killed in the middle of a PATCH: the next ones settle each event once, and the chain stays valid', async () => {
  // Kazoo makes the change, and then stalls in the middle of its answer.
  const made = await killed('Desk one', { kind: 'half', stall: true }, 'Lantern')
  // The change never reaches Kazoo.
  const lost = await killed('Desk two', { kind: 'hang' }, 'Desk two')
  const others = {
    subject: { kind: 'account', name: 'Test', resource: { kind: 'account', ref: world.tenant.account } },
  } as const
  for (let n = 0; n < 10; n += 1) await appendAuditEvent({ ...DRAFT, ...others, tenant: world.tenant.id })
  await world.simulator.clearRequests()

  await Promise.all([startScheduler(), startScheduler()])
  const unsettled = await until(
    () => listEvents(viewer, { ...QUERY, outcome: 'began' }, 'UTC'),
    ({ count }) => count === 0,
  )
  expect(unsettled.count).toBe(0)
  // Nothing else reads the granted account: one process settled each event.
  const reads = (await world.simulator.requests()).filter(({ path }) =>
    /^\/v2\/accounts\/[0-9a-f]{32}$/.test(path),
  )
  expect(reads).toHaveLength(10)
  const settled = await listEvents(viewer, { ...QUERY, outcome: 'unknown', reference: 'ten' }, 'UTC')
  expect(settled.rows.map(({ outcome }) => outcome)).toEqual(Array(10).fill('messages.audit.settled.changed'))
  expect(await newestOf(made)).toMatchObject({ stage: 'done', outcome: 'messages.audit.settled.done' })
  expect(await nameOf(made)).toBe('Lantern')
  expect(await newestOf(lost)).toMatchObject({ stage: 'failed', outcome: 'messages.audit.settled.notDone' })
  expect(await nameOf(lost)).toBe('Desk two')
  expect((await newestOf(made))?.changes).toEqual([
    { field: 'name', before: 'Desk one', after: 'Lantern', secret: false },
  ])

  const client = new Client({ connectionString: process.env['DATABASE_URL'] })
  await client.connect()
  const { rows } = await client.query(
    `select count(*)::int as rows, count(distinct event)::int as events from audit_events where verb = 'audit.settle'`,
  )
  await client.end()
  expect(rows).toEqual([{ rows: 12, events: 12 }])
  expect((await verifyAuditLog(database(), world.tenant.id))?.flaws).toEqual([])
})
