// For tests alone: what a reseller can do, end to end below the pages: real Redis, real Postgres, the simulated Kazoo.
import { inspect } from 'node:util'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { KazooVersion } from '../../scripts/services/simulator.ts'
import { NotFound } from '../errors.ts'
import { auditEventsOf } from '../store/audit-events.ts'
import type { Viewer } from '../session/viewer.ts'
import type { AccountRow } from '../views/account.ts'
import { deviceText, type DeviceQuery } from '../views/device.ts'
import { findRoot, listBranch } from './account/branch.ts'
import { createAccount, HalfMade } from './account/create.ts'
import { editAccount } from './account/edit.ts'
import { findAccount, findAccountWithDevices, findAccountWithOwners } from './account/find.ts'
import { rebootDevice, removeDevice, revealSipPassword } from './device/command.ts'
import { createDevice } from './device/create.ts'
import { editDevice } from './device/edit.ts'
import { findDevice } from './device/find.ts'
import { openWorld, type TestWorld } from './test-world.ts'
import { seal } from '../sealed.ts'

const everything: DeviceQuery = { text: '', sort: 'name', descending: false, page: 1 }
const newDevice = {
  type: 'sip_device',
  macAddress: '',
  owner: '',
  sipUsername: '',
  sipPassword: null,
  forwardNumber: '',
}

/** Everything a reseller can do, on one version of Kazoo: a process has one environment, so each version has a file of its own. */
export function stories(kazoo: KazooVersion): void {
  let world: TestWorld
  let viewer: Viewer
  let account: AccountRow

  beforeAll(async () => {
    world = await openWorld(kazoo)
    viewer = await world.viewer()
    const { branch } = await findRoot(viewer)
    const reseller = branch.rows.find(({ name }) => name === 'Alster Voice')
    if (reseller === undefined) throw new Error('the reseller has no reseller below')
    account = reseller
  })
  afterAll(() => world.close())
  beforeEach(() => world.simulator.clearRequests())

  const made = async (name: string) => createDevice(viewer, account.id, { ...newDevice, name })
  const edit = async (device: string, change: Record<string, string>, was?: Record<string, string>) => {
    const shown = was ?? deviceText((await findDevice(viewer, device)).device)
    return editDevice(viewer, device, { typed: { ...shown, ...change }, was: shown, sipPassword: null })
  }

  test('the accounts below come a branch at a time, by name, each once', async () => {
    const { root, branch } = await findRoot(viewer)
    const rows = [...branch.rows]
    for (let next = branch.next; next !== null;) {
      const more = await listBranch(viewer, root.id, next)
      rows.push(...more.rows)
      next = more.next
    }
    expect(rows.length).toBeGreaterThan(10)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    expect(root.below).toBeGreaterThanOrEqual(rows.length)
  })

  test('an account knows the way down to it from the granted account, and nothing above', async () => {
    const { root } = await findRoot(viewer)
    const { trail } = await findAccount(viewer, account.id, 'account.read')
    expect(trail.map(({ name }) => name)).toEqual([root.name, account.name])
    const below = await listBranch(viewer, account.id, null)
    const child = below.rows[0]
    if (child === undefined) throw new Error('no child')
    const place = await findAccount(viewer, child.id, 'account.read')
    expect(place.trail.map(({ name }) => name)).toEqual([root.name, account.name, child.name])
  })

  test('a list of devices counts all, shows a page, filters and sorts', async () => {
    for (const name of ['Lobby', 'Lift', 'Loft']) await made(name)
    const { devices } = await findAccountWithDevices(viewer, account.id, everything)
    expect(devices.total).toBeGreaterThanOrEqual(3)
    expect(devices.rows.length).toBe(Math.min(50, devices.total))
    const first = devices.rows[0]
    if (first === undefined) throw new Error('no device')
    const found = await findAccountWithDevices(viewer, account.id, {
      ...everything,
      text: first.macAddress || first.name,
    })
    expect(found.devices.rows.map(({ id }) => id)).toContain(first.id)
    const none = await findAccountWithDevices(viewer, account.id, {
      ...everything,
      text: 'no such device anywhere',
    })
    expect(none.devices).toMatchObject({ matching: 0, total: devices.total, rows: [] })
    const down = await findAccountWithDevices(viewer, account.id, { ...everything, descending: true })
    const names = down.devices.rows.map(({ name }) => name)
    const { compare } = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
    expect(names).toEqual(names.toSorted((a, b) => compare(b, a)))
  })

  test('renaming a device sends one PATCH with only the name, and the trail says so', async () => {
    const device = await made('Front desk')
    await world.simulator.clearRequests()
    expect(await edit(device, { name: 'Reception' })).toBe(true)
    const writes = await world.writes()
    expect(writes.map(({ method, body }) => ({ method, body }))).toEqual([
      { method: 'PATCH', body: { data: { name: 'Reception' } } },
    ])
    expect((await findDevice(viewer, device)).device.name).toBe('Reception')
    const [event] = await auditEventsOf(world.tenant.id, { limit: 1 })
    expect(event).toMatchObject({
      verb: 'device.edit',
      stage: 'done',
      actor: { name: 'Olga Owner' },
      before: { name: 'Front desk' },
      after: { name: 'Reception' },
      clientAddress: '192.0.2.1',
    })
    expect(event?.path.at(-1)).toBe(account.name)
  })

  test('saving what did not change sends nothing', async () => {
    const device = await made('Quiet')
    await world.simulator.clearRequests()
    expect(await edit(device, {})).toBe(false)
    expect(await world.writes()).toEqual([])
  })

  test('call forwarding, caller id, MAC and switching off reach Kazoo, and come back', async () => {
    const device = await made('Busy')
    const change = {
      enabled: '',
      macAddress: '001565abcdef',
      forwardEnabled: 'on',
      forwardNumber: '+4930123456',
      forwardRequireKeypress: '',
      internalName: 'Busy phone',
      externalNumber: '+4930999999',
    }
    await edit(device, change)
    expect(deviceText((await findDevice(viewer, device)).device)).toMatchObject(change)
    await edit(device, { macAddress: '', internalName: '', forwardEnabled: '' })
    expect(deviceText((await findDevice(viewer, device)).device)).toMatchObject({
      macAddress: '',
      internalName: '',
      forwardEnabled: '',
      externalNumber: '+4930999999',
    })
  })

  test('an owner can be given and taken away, and must be of the same account', async () => {
    const { owners } = await findAccountWithOwners(viewer, account.id)
    const [owner] = owners
    if (owner === undefined) throw new Error('nobody there')
    const device = await made('Somebody’s')
    await edit(device, { owner: owner.id })
    expect((await findDevice(viewer, device)).device.owner).toBe(owner.id)
    await edit(device, { owner: '' })
    expect((await findDevice(viewer, device)).device.owner).toBeNull()
    const { root } = await findRoot(viewer)
    const strangers = (await findAccountWithOwners(viewer, root.id)).owners
    const stranger = strangers[0]
    if (stranger === undefined) throw new Error('the reseller has nobody')
    await world.simulator.clearRequests()
    await expect(edit(device, { owner: stranger.id })).rejects.toMatchObject({
      fields: { owner: expect.any(String) },
    })
    await expect(edit(device, { owner: device })).rejects.toMatchObject({
      fields: { owner: expect.any(String) },
    })
    expect(await world.writes()).toEqual([])
  })

  test('a SIP password goes in, stays out of the trail, and is shown only to who asks and is recorded', async () => {
    const device = await made('Secretive')
    const was = deviceText((await findDevice(viewer, device)).device)
    await editDevice(viewer, device, { typed: was, was, sipPassword: seal('s3cret-sip-pw') })
    expect(JSON.stringify(await findDevice(viewer, device))).not.toContain('s3cret-sip-pw')
    expect(await revealSipPassword(viewer, device)).toBe('s3cret-sip-pw')
    const events = await auditEventsOf(world.tenant.id, { limit: 3 })
    expect(events[0]).toMatchObject({ verb: 'device.reveal', stage: 'done', subject: { name: 'Secretive' } })
    expect(events[1]).toMatchObject({ verb: 'device.edit', after: { sipPassword: 'changed' } })
    expect(inspect(events, { depth: 9 })).not.toContain('s3cret-sip-pw')
  })

  test('what somebody else changed meanwhile is not overwritten unseen, and other fields of theirs stay', async () => {
    const device = await made('Shared')
    const shown = deviceText((await findDevice(viewer, device)).device)
    await edit(device, { name: 'Theirs', internalName: 'Theirs too' })
    await world.simulator.clearRequests()
    await expect(edit(device, { name: 'Mine' }, shown)).rejects.toMatchObject({
      fields: { name: { sentence: 'said.overtaken.became', values: { now: 'Theirs' } } },
    })
    expect(await world.writes()).toEqual([])
    await edit(device, { externalName: 'Mine' }, shown)
    expect(deviceText((await findDevice(viewer, device)).device)).toMatchObject({
      name: 'Theirs',
      internalName: 'Theirs too',
      externalName: 'Mine',
    })
  })

  test('a MAC address that is taken is refused at its field, and the trail says that it failed', async () => {
    await createDevice(viewer, account.id, { ...newDevice, name: 'First', macAddress: '0015650000aa' })
    const device = await made('Second')
    await expect(edit(device, { macAddress: '0015650000aa' })).rejects.toMatchObject({
      name: 'Rejected',
      fields: { macAddress: expect.any(String) },
    })
    expect((await auditEventsOf(world.tenant.id, { limit: 1 }))[0]).toMatchObject({
      verb: 'device.edit',
      stage: 'failed',
    })
  })

  test('each type of device can be made', async () => {
    const sip = { sipUsername: `u${kazoo.replace('.', '')}one`, sipPassword: seal<'password'>('longenough1') }
    const phone = await createDevice(viewer, account.id, {
      ...newDevice,
      ...sip,
      name: 'Desk',
      macAddress: '001565000100',
    })
    expect((await findDevice(viewer, phone)).device).toMatchObject({
      type: 'sip_device',
      sipUsername: sip.sipUsername,
      hasSipPassword: true,
    })
    const soft = await createDevice(viewer, account.id, { ...newDevice, type: 'softphone', name: 'Soft' })
    expect((await findDevice(viewer, soft)).device.type).toBe('softphone')
    const cell = await createDevice(viewer, account.id, {
      ...newDevice,
      type: 'cellphone',
      name: 'Cell',
      forwardNumber: '+491701',
    })
    expect((await findDevice(viewer, cell)).device).toMatchObject({
      type: 'cellphone',
      callForward: { enabled: true, number: '+491701' },
    })
  })

  test('a device is rebooted by one sync, removed by one DELETE, and then there is none', async () => {
    const device = await made('Short-lived')
    await world.simulator.clearRequests()
    await rebootDevice(viewer, device)
    await removeDevice(viewer, device)
    expect(
      (await world.writes()).map(({ method, path }) => [method, path.split('/').slice(-1)[0]?.length]),
    ).toEqual([
      ['POST', 'sync'.length],
      ['DELETE', 32],
    ])
    await expect(findDevice(viewer, device)).rejects.toThrow(NotFound)
  })

  const customer = {
    realm: '',
    timezone: 'Europe/Berlin',
    firstName: 'Ada',
    lastName: 'Admin',
    email: 'ada@example.com',
    username: 'ada',
    password: seal<'password'>('a good password'),
    created: '',
  }

  test('a customer is an account with its first admin', async () => {
    const name = `Customer ${kazoo}`
    const id = await createAccount(viewer, account.id, { ...customer, name })
    const { account: draft, trail } = await findAccount(viewer, id, 'account.read')
    expect(draft).toMatchObject({ name, timezone: 'Europe/Berlin', enabled: true, granted: false })
    expect(trail.map((crumb) => crumb.name)).toContain(account.name)
    expect((await findAccountWithOwners(viewer, id)).owners.map((owner) => owner.name)).toEqual(['Ada Admin'])
  })

  test('a customer whose admin is refused says what was made, and goes on from there', async () => {
    await world.simulator.fault({
      pattern: '**/users',
      methods: ['PUT'],
      count: 1,
      fault: { kind: 'status', status: 500 },
    })
    const start = { ...customer, name: `Half made ${kazoo}` }
    const half = await createAccount(viewer, account.id, start).catch((error: unknown) => error)
    if (!(half instanceof HalfMade)) throw new Error(`not half made: ${String(half)}`)
    expect(half.message).toMatch(/^said\.account\.half/)
    await world.simulator.clearRequests()
    expect(await createAccount(viewer, account.id, { ...start, created: half.created })).toBe(half.created)
    expect((await world.writes()).map(({ path }) => path.endsWith('/users'))).toEqual([true])
  })

  test('a disabled account stays disabled when its name is edited', async () => {
    const id = await createAccount(viewer, account.id, {
      ...customer,
      name: `Sleeping ${kazoo}`,
      username: 'sleepy',
    })
    const text = { name: `Sleeping ${kazoo}`, enabled: 'on' }
    await editAccount(viewer, id, { typed: { enabled: '' }, was: text })
    expect((await findAccount(viewer, id, 'account.read')).account.enabled).toBe(false)
    await editAccount(viewer, id, { typed: { name: `Dreaming ${kazoo}` }, was: { name: text.name } })
    expect((await findAccount(viewer, id, 'account.read')).account).toMatchObject({
      name: `Dreaming ${kazoo}`,
      enabled: false,
    })
    await editAccount(viewer, id, { typed: { enabled: 'on' }, was: { enabled: '' } })
    expect((await findAccount(viewer, id, 'account.read')).account.enabled).toBe(true)
  })

  test('a name that is taken is refused at its field', async () => {
    const taken = { ...customer, name: account.name, username: 'other' }
    await expect(createAccount(viewer, account.id, taken)).rejects.toMatchObject({
      name: 'Rejected',
      fields: { name: expect.any(String) },
    })
  })

  test('the granted account cannot be disabled from within', async () => {
    const { root } = await findRoot(viewer)
    await expect(editAccount(viewer, root.id, { typed: { enabled: '' }, was: {} })).rejects.toMatchObject({
      fields: { enabled: expect.any(String) },
    })
  })

  test('security row 2: ids of another session, or of another kind, are not found, and Kazoo is not asked', async () => {
    const device = await made('Guarded')
    const stranger = await world.viewer()
    await world.simulator.clearRequests()
    const tries = [
      () => findDevice(stranger, device),
      () => findDevice(viewer, account.id),
      () => findAccount(viewer, device, 'account.read'),
      () => rebootDevice(stranger, device),
      () => removeDevice(stranger, device),
      () => revealSipPassword(stranger, device),
      () => editDevice(stranger, device, { typed: { name: 'x' }, was: {}, sipPassword: null }),
      () => createDevice(stranger, account.id, { ...newDevice, name: 'x' }),
      () => listBranch(stranger, account.id, null),
      () => listBranch(viewer, account.id, account.id),
    ]
    for (const attempt of tries) await expect(attempt()).rejects.toThrow(NotFound)
    expect(await world.simulator.requests()).toEqual([])
  })

  test('a refused token is renewed once for all who meet it', async () => {
    await world.simulator.expireTokens()
    await world.simulator.clearRequests()
    await Promise.all(Array.from({ length: 20 }, () => findAccount(viewer, account.id, 'account.read')))
    const signIns = (await world.simulator.requests()).filter(({ path }) => path.endsWith('/user_auth'))
    expect(signIns).toHaveLength(1)
  })
}
