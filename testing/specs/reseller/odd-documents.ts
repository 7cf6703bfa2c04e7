// What Kazoo serves without asking again: documents of older versions, of migrations and of scripts.
import { beforeAll, describe, expect, test } from 'vitest'
import { findRoot, listBranch } from '../../../lib/domain/account/branch.ts'
import { editAccount } from '../../../lib/domain/account/edit.ts'
import {
  findAccount,
  findAccountWithDevices,
  findAccountWithOwners,
} from '../../../lib/domain/account/find.ts'
import { listOrphans } from '../../../lib/domain/account/orphans.ts'
import { findAccountChoices } from '../../../lib/domain/custom-domain/account.ts'
import { rebootDevice, removeDevice } from '../../../lib/domain/device/command.ts'
import { editDevice } from '../../../lib/domain/device/edit.ts'
import { findDevice } from '../../../lib/domain/device/find.ts'
import { findSelfService } from '../../../lib/domain/self-service/find.ts'
import { findUser, findUserToRemove } from '../../../lib/domain/user/find.ts'
import { findAccountWithUsers } from '../../../lib/domain/user/list.ts'
import { removeUser } from '../../../lib/domain/user/remove.ts'
import { findBox } from '../../../lib/domain/user/voicemail.ts'
import { seal, unseal } from '../../../lib/sealed.ts'
import type { Viewer } from '../../../lib/session/viewer.ts'
import type { ProxyId } from '../../../lib/views/ids.ts'
import type { Reseller } from './reseller.ts'

const DEVICES = { text: '', filters: {}, sort: 'name', descending: false, page: 1 } as const
const USERS = { text: '', filters: {}, sort: 'name', descending: false, page: 1 } as const

/** An account with all of them, one without name and realm, and two below a deleted account. */
const ODD = '0dd0'.repeat(8)
const NAMELESS = '0ddfade0'.repeat(4)
const GONE = 'dead'.repeat(8)
const ORPHAN = '0ddba11'.padEnd(32, '0')
const BELOW_ORPHAN = '0ddba11'.padEnd(32, '1')
/** A user as the first seed of Kazoo made ids: with 33 characters. */
const FIRST_SEED = 'a'.repeat(33)
const UUID = '3F2504E0-4F89-41D3-9A0C-0305E82C3301'
const PLAIN = 'FACADE00-facade00-FACADE'
const WEIRD = 'weird id!'

/** Rows, single documents and accounts of every awkward form, and their counts. */
export function describeOddDocuments(reseller: Reseller): void {
  describe('documents of odd forms', () => {
    let account: ProxyId<'account'>

    const devices = async (query: Partial<typeof DEVICES> = {}) =>
      (await findAccountWithDevices(reseller.viewer, account, { ...DEVICES, ...query })).devices
    const users = async () => (await findAccountWithUsers(reseller.viewer, account, USERS)).users
    const userCalled = async (name: string) => {
      const found = (await users()).rows.find((row) => row.name === name)
      if (found === undefined) throw new Error(`no user is called ${name}`)
      return found.id
    }
    const deviceCalled = async (name: string) => {
      const found = (await devices()).rows.find((row) => row.name === name)
      if (found === undefined) throw new Error(`no device is called ${name}`)
      return found.id
    }

    beforeAll(async () => {
      const root = unseal(reseller.viewer.session.record.granted)
      const { simulator } = reseller.world
      const plant = (type: string, document: Record<string, unknown>) => simulator.plant(ODD, type, document)
      await simulator.plant(root, 'account', { id: ODD, name: 'Odd Documents', realm: 'odd.example.com' })
      await simulator.plant(root, 'account', { id: NAMELESS })
      await simulator.plant(root, 'account', { id: ORPHAN, name: 'Orphan', pvt_tree: [root, GONE] })
      await simulator.plant(root, 'account', { id: BELOW_ORPHAN, pvt_tree: [root, GONE, ORPHAN] })
      await plant('user', { id: FIRST_SEED, first_name: 'Frida', last_name: 'First', priv_level: 'owner' })
      await plant('user', { id: UUID, username: 4711, first_name: null, last_name: 5, priv_level: 'admin' })
      await plant('user', { id: 'b'.repeat(32), email: { a: 1 } })
      await plant('user', { id: 'alice', first_name: 'Alice', last_name: 'Unopenable', priv_level: 'admin' })
      await plant('device', { id: 'd'.repeat(33), name: 1001, owner_id: FIRST_SEED, enabled: 'false' })
      await plant('device', { id: 'c'.repeat(32), owner_id: UUID, enabled: 'true', mac_address: 5 })
      await plant('device', { id: 'e'.repeat(24), name: 'Odd types', enabled: 0, device_type: null })
      await plant('device', { id: PLAIN, name: 'Plain' })
      await plant('device', { id: WEIRD, name: 'Weird', owner_id: FIRST_SEED, sip: { username: 'weird1' } })
      await plant('device', { id: 'status', owner_id: FIRST_SEED })
      await plant('vmbox', { id: 'a1'.repeat(20), mailbox: 1001, owner_id: FIRST_SEED })
      await plant('vmbox', { id: 'my box', mailbox: 1002, owner_id: FIRST_SEED })
      await simulator.register(WEIRD, true, { account: ODD })
      await simulator.register('d'.repeat(33), true, { account: ODD })
      const found = (await findRoot(reseller.viewer)).branch.rows.find(({ name }) => name === 'Odd Documents')
      if (found === undefined) throw new Error('the account is not in the tree')
      account = found.id
    })

    test('every device is in its list or counted there, whatever its id and its fields', async () => {
      const list = await devices()
      expect(list.rows).toMatchObject([
        { name: '', macAddress: '5', owner: '5', enabled: true, type: 'sip_device', registered: false },
        { name: '1001', macAddress: '', owner: 'Frida First', enabled: false, registered: true },
        { name: 'Odd types', owner: null, enabled: true, type: 'sip_device', registered: false },
        { name: 'Plain', owner: null, enabled: true, type: 'sip_device', registered: false },
      ])
      expect(list.total).toBe(4)
      const none = { offline: 0, unknown: 0, forwarding: 0 }
      expect(list.states).toEqual({ ...none, online: 1, notRegistering: 4, disabled: 1 })
      expect(list.unopenable.count).toBe(2)
      expect(list.unopenable.names.toSorted()).toEqual(['', 'Weird'])
    })

    test('every user is in their list or counted there, and so are admins', async () => {
      const list = await users()
      expect(list.rows).toMatchObject([
        { name: '5', username: '4711', privilege: 'admin' },
        { name: 'Frida First', privilege: 'user' },
        { name: '', username: '', email: '', privilege: 'user' },
      ])
      expect(list).toMatchObject({
        total: 3,
        admins: 2,
        unopenable: { count: 1, names: ['Alice Unopenable'] },
      })
    })

    test('a list of which no row can be opened is no fault', async () => {
      const { simulator, viewer } = { ...reseller.world, viewer: reseller.viewer }
      await simulator.plant(NAMELESS, 'device', { id: 'only one', name: 'Only one' })
      await simulator.plant(NAMELESS, 'user', { id: '??' })
      const nameless = await namelessAccount(viewer)
      expect((await findAccountWithDevices(viewer, nameless, DEVICES)).devices).toMatchObject({
        rows: [],
        total: 0,
        unopenable: { count: 1, names: ['Only one'] },
      })
      expect((await findAccountWithUsers(viewer, nameless, USERS)).users).toMatchObject({
        rows: [],
        unopenable: { count: 1, names: [''] },
      })
    })

    test('devices and users with ids of 24 characters, of 33, and UUIDs open and are changed', async () => {
      for (const [name, text] of [
        ['', { name: '', owner: expect.stringMatching(/^usr_/) }],
        ['1001', { name: '\uFFFC1001', owner: expect.stringMatching(/^usr_/) }],
        ['Odd types', { name: 'Odd types', owner: '' }],
        ['Plain', { name: 'Plain', owner: '' }],
      ] as const) {
        const { device } = await findDevice(reseller.viewer, await deviceCalled(name))
        expect(device).toMatchObject({ name, text })
      }
      const id = await deviceCalled('Plain')
      const { device, owners } = await findDevice(reseller.viewer, id)
      const owner = owners?.find(({ name }) => name === '')?.id ?? ''
      await editDevice(reseller.viewer, id, {
        typed: { ...device.text, name: 'Plain phone', owner },
        initialValues: device.text,
        sipPassword: null,
      })
      expect((await devices()).rows.find((row) => row.id === id)).toMatchObject({
        name: 'Plain phone',
        owner: '',
      })
      await rebootDevice(reseller.viewer, id)
      expect(await removeDevice(reseller.viewer, id)).toBe(account)
      expect((await devices()).rows.map(({ name }) => name)).toEqual(['', '1001', 'Odd types'])
    })

    test('a user’s page has their devices and boxes, and counts those that cannot be opened', async () => {
      const id = await userCalled('Frida First')
      const page = await findUser(reseller.viewer, id)
      expect(page.devices).toMatchObject([{ name: '1001', state: 'disabled', own: true }])
      expect(page.boxes).toMatchObject([{ name: '', mailbox: '1001', messages: 0 }])
      expect(page.unopenable.devices.count).toBe(2)
      expect(page.unopenable.boxes).toEqual({ count: 1, names: ['1002'] })
      const box = await findBox(reseller.viewer, id, page.boxes?.[0]?.id ?? '')
      expect(box).toMatchObject({ header: { name: 'Frida First' }, box: { text: { name: '' } } })
      expect((await findUserToRemove(reseller.viewer, id)).unopenable.devices.count).toBe(2)
    })

    test('a user’s own page counts what cannot be opened too', async () => {
      const { viewer } = reseller
      const { record } = viewer.session
      const own = { granted: seal<'kazoo account'>(ODD), self: seal<'kazoo user'>(FIRST_SEED) }
      const session = { ...viewer.session, record: { ...record, ...own, role: 'accountUser' as const } }
      const page = await findSelfService({ ...viewer, session })
      expect(page).toMatchObject({
        name: 'Frida First',
        devices: [{ name: '1001', state: 'disabled', own: true }],
        boxes: [{ mailbox: '1001' }],
        unopenable: { devices: { count: 2 }, boxes: { count: 1, names: ['1002'] } },
      })
    })

    test('a user without any name can be found and removed; there is nothing to type', async () => {
      const id = await userCalled('')
      expect((await findUser(reseller.viewer, id)).user).toMatchObject({ name: '', username: '' })
      const owners = (await findAccountWithOwners(reseller.viewer, account)).owners ?? []
      expect(owners.map(({ name }) => name)).toEqual(['', '5', 'Frida First'])
      const removal = { devices: 'keep', boxes: 'keep', newOwner: '', typed: '' } as const
      await removeUser(reseller.viewer, id, removal)
      // Zero-width spaces cannot be seen, and so not typed either.
      await reseller.world.simulator.plant(ODD, 'user', { id: 'e'.repeat(32), first_name: '\u200B\u200B' })
      await removeUser(reseller.viewer, await userCalled('\u200B\u200B'), removal)
      expect((await users()).rows.map(({ name }) => name)).toEqual(['5', 'Frida First'])
    })

    test('an account without name and realm is in the tree, opens, and can be given a name', async () => {
      const { viewer } = reseller
      const id = await namelessAccount(viewer)
      const { account: draft, breadcrumbs } = await findAccount(viewer, id, 'account.read')
      expect(draft).toMatchObject({ name: '', realm: '', enabled: true })
      expect(breadcrumbs.at(-1)).toEqual({ id, name: '' })
      expect((await findAccountChoices(viewer, '')).options.map(({ label }) => label)).toContain('')
      const text = { name: '', realm: '', timezone: '', enabled: 'on' }
      const typed = { ...text, name: 'Named at last', realm: 'named.example.com' }
      expect(await editAccount(viewer, id, { typed, initialValues: text })).toBe(true)
      expect((await findAccount(viewer, id, 'account.read')).account).toMatchObject({
        name: 'Named at last',
        realm: 'named.example.com',
      })
    })

    test('an account below a deleted one is found, and has a page within the granted account', async () => {
      const viewer = await reseller.world.viewer()
      const orphans = await listOrphans(viewer)
      expect(orphans).toMatchObject({
        rows: [{ name: 'Orphan', realm: '', below: 1 }],
        more: 0,
        checked: null,
      })
      const id = orphans.rows[0]?.id ?? ''
      const { breadcrumbs } = await findAccount(viewer, id, 'account.read')
      expect(breadcrumbs[0]?.id).toBe((await findRoot(viewer)).root.id)
      expect(breadcrumbs.at(-1)).toEqual({ id, name: 'Orphan' })
      expect((await listBranch(viewer, id, null)).rows).toMatchObject([{ name: '' }])
    })
  })

  async function namelessAccount(viewer: Viewer): Promise<ProxyId<'account'>> {
    const { root, branch } = await findRoot(viewer)
    const rows = [...branch.rows]
    for (let next = branch.next; next !== null;) {
      const more = await listBranch(viewer, root.id, next)
      rows.push(...more.rows)
      next = more.next
    }
    const found = rows.filter(({ name, realm }) => name === '' && realm === '')
    expect(found).toHaveLength(1)
    return found[0]?.id ?? reseller.account.id
  }
}
