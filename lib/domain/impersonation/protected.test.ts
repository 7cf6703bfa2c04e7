// docs/security.md row 25: impersonation leaves no later access. Tests every write it allows with every
// protected field, and every setting of the schema.
import { inspect } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Forbidden, Rejected } from '../../errors.ts'
import { patchDevice, type DevicePatch } from '../../kazoo/devices.ts'
import { createUser as createKazooUser, patchUser, type UserPatch } from '../../kazoo/users.ts'
import { forgetSchemas } from '../../kazoo/schemas.ts'
import { seal, unseal } from '../../sealed.ts'
import { withProxyIds, resolve } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import { auditEventsOf } from '../../store/audit-events.ts'
import { settingName } from '../../views/setting-names.ts'
import { findRoot } from '../account/branch.ts'
import { createAccount } from '../account/create.ts'
import { editAccount } from '../account/edit.ts'
import { revealSipPassword } from '../device/command.ts'
import { createDevice } from '../device/create.ts'
import { editDevice } from '../device/edit.ts'
import { findDevice } from '../device/find.ts'
import { NEW_DEVICE } from '../../../testing/new-device.ts'
import { grantOf } from '../grant.ts'
import { editSettings } from '../schema/edit.ts'
import { findSettings } from '../schema/find.ts'
import { impersonatingViewer } from '../../../testing/impersonating-viewer.ts'
import { openWorld, type TestWorld } from '../../../testing/world.ts'
import { setPassword } from '../user/credentials.ts'
import { createUser } from '../user/create.ts'
import { editUser } from '../user/edit.ts'
import { findUser } from '../user/find.ts'
import { sendRecovery } from '../user/recovery.ts'
import { editBox, findBox } from '../user/voicemail.ts'
import { startImpersonation } from './start.ts'

const SECRET = 'Canary-4711'
const UNCHANGED = { typed: {}, initialValues: {} } as const
/** A setting that only its format marks as protected. */
const LAB = {
  type: 'object',
  properties: { target: { type: 'string', format: 'uri' }, door_pin: { type: 'string' } },
}

let world: TestWorld
let owner: Viewer
/** The owner, who impersonates an account with changes. */
let impersonating: Viewer
let account: string
let user: string
let device: string
let box: string

beforeAll(async () => {
  world = await openWorld('5.0')
  for (const noun of ['users', 'devices']) await world.simulator.amendSchema(noun, 'lab', LAB)
  forgetSchemas()
  owner = await world.viewer()
  const target = (await findRoot(owner)).branch.rows[0]?.id ?? ''
  const start = { target, reason: 'A test', ticket: '', changes: true }
  const as = await impersonatingViewer(owner, await startImpersonation(owner, start))
  if (as === null) throw new Error('it is over already')
  impersonating = as
  account = (await findRoot(as)).root.id
  const home = await resolve(as.session, 'account', account)
  const { kazoo } = grantOf(owner)
  const doc = await createKazooUser(kazoo, home, {
    firstName: 'Sam',
    lastName: 'Test',
    username: 'sam.test',
    password: seal('Sam-Test-1'),
    privilege: 'user',
    email: 'sam@example.com',
    hotdeskEnabled: true,
    hotdeskId: '77001',
    hotdeskPin: seal('7700'),
    hotdeskRequirePin: true,
  })
  user = await withProxyIds(as.session, (issue) => issue('user', { account: home, user: doc.id }))
  device = await createDevice(as, account, { ...NEW_DEVICE, name: 'Lab phone', owner: user })
  await putBox(unseal(home), unseal(doc.id))
  box = (await findUser(as, user)).boxes?.[0]?.id ?? ''
  await world.simulator.clearRequests()
})
afterAll(() => world.close())

async function putBox(home: string, of: string): Promise<void> {
  const answer = await fetch(`${world.simulator.url}/v2/accounts/${home}/vmboxes`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'x-auth-token': unseal(owner.session.token) },
    body: JSON.stringify({
      data: { name: 'Box', mailbox: '7701', owner_id: of, pin: '1234', require_pin: true },
    }),
  })
  if (!answer.ok) throw new Error(await answer.text())
}

/** The error messages of a refusal, by field. */
async function faultsOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'done',
    (error: unknown) => (error instanceof Rejected ? error.fields : error),
  )
}

async function expectNoAccess(): Promise<void> {
  expect(await world.writes()).toEqual([])
}

describe('security row 25: while impersonating with changes', () => {
  const edits: [string, string, (viewer: Viewer) => Promise<unknown>][] = [
    [
      'email',
      'email',
      (viewer) =>
        editUser(viewer, user, { ...UNCHANGED, typed: { email: 'me@evil.example' }, hotdeskPin: null }),
    ],
    [
      'hotdesk.pin',
      'hotdeskPin',
      (viewer) => editUser(viewer, user, { ...UNCHANGED, hotdeskPin: seal('4711') }),
    ],
    [
      'hotdesk.id',
      'hotdeskId',
      (viewer) => editUser(viewer, user, { ...UNCHANGED, typed: { hotdeskId: '4711' }, hotdeskPin: null }),
    ],
    [
      'hotdesk.require_pin',
      'hotdeskRequirePin',
      (viewer) =>
        editUser(viewer, user, { ...UNCHANGED, typed: { hotdeskRequirePin: '' }, hotdeskPin: null }),
    ],
    [
      'hotdesk.enabled',
      'hotdeskEnabled',
      (viewer) => editUser(viewer, user, { ...UNCHANGED, typed: { hotdeskEnabled: '' }, hotdeskPin: null }),
    ],
    [
      'sip.username',
      'sipUsername',
      (viewer) =>
        editDevice(viewer, device, { ...UNCHANGED, typed: { sipUsername: 'mine' }, sipPassword: null }),
    ],
    [
      'sip.password',
      'sipPassword',
      (viewer) => editDevice(viewer, device, { ...UNCHANGED, sipPassword: seal(SECRET) }),
    ],
    [
      'mac_address',
      'macAddress',
      (viewer) =>
        editDevice(viewer, device, {
          ...UNCHANGED,
          typed: { macAddress: '001565abcdef' },
          sipPassword: null,
        }),
    ],
    ['pin', 'pin', (viewer) => editBox(viewer, box, { ...UNCHANGED, pin: seal('4711') })],
    [
      'require_pin',
      'requirePin',
      (viewer) => editBox(viewer, box, { ...UNCHANGED, typed: { requirePin: '' }, pin: null }),
    ],
    [
      'notify_email_addresses',
      'notifyAddresses',
      (viewer) =>
        editBox(viewer, box, { ...UNCHANGED, typed: { notifyAddresses: 'me@evil.example' }, pin: null }),
    ],
    [
      'a new device’s user name',
      'sipUsername',
      (viewer) => createDevice(viewer, account, { ...NEW_DEVICE, name: 'x', sipUsername: 'mine' }),
    ],
    [
      'a new device’s password',
      'sipPassword',
      (viewer) => createDevice(viewer, account, { ...NEW_DEVICE, name: 'x', sipPassword: seal(SECRET) }),
    ],
    [
      'a new device’s MAC address',
      'macAddress',
      (viewer) => createDevice(viewer, account, { ...NEW_DEVICE, name: 'x', macAddress: '001565abcdef' }),
    ],
  ]
  test.each(edits)('%s is refused at its field, and nothing is sent', async (_path, field, edit) => {
    await world.simulator.clearRequests()
    expect(await faultsOf(edit(impersonating))).toEqual({ [field]: 'messages.impersonation.field' })
    await expectNoAccess()
  })

  test.each([
    [
      'a password',
      (viewer: Viewer) =>
        setPassword(viewer, user, { username: 'sam.test', password: seal(SECRET), mustRenew: false }),
    ],
    ['a recovery mail', (viewer: Viewer) => sendRecovery(viewer, user)],
    ['a look at a SIP password', (viewer: Viewer) => revealSipPassword(viewer, device)],
    [
      'a new user',
      (viewer: Viewer) =>
        createUser(viewer, account, {
          firstName: 'x',
          lastName: 'x',
          email: '',
          username: 'mine',
          password: seal(SECRET),
          privilege: 'user',
          timezone: '',
          extension: '',
          mustRenew: false,
        }),
    ],
    [
      'a new account',
      (viewer: Viewer) =>
        createAccount(viewer, account, {
          name: 'x',
          realm: '',
          timezone: '',
          firstName: 'x',
          lastName: 'x',
          email: '',
          username: 'mine',
          password: seal(SECRET),
          created: '',
          unconfirmed: '',
        }),
    ],
    [
      'the realm of the account',
      (viewer: Viewer) => editAccount(viewer, account, { ...UNCHANGED, typed: { realm: 'mine.example' } }),
    ],
  ])('%s is refused as a whole, and no request goes to Kazoo', async (_what, ask) => {
    await world.simulator.clearRequests()
    await expect(ask(impersonating)).rejects.toBeInstanceOf(Forbidden)
    expect(await world.simulator.requests()).toEqual([])
  })

  test('protected fields do not prevent saving a form with one other change', async () => {
    const { user: shown } = await findUser(impersonating, user)
    expect(shown.text.hotdeskId).toBe('••••')
    expect(shown.held.hotdeskPin).toBe(true)
    const initialValues = shown.text
    await world.simulator.clearRequests()
    expect(
      await editUser(impersonating, user, {
        typed: { ...initialValues, firstName: 'Samuel' },
        initialValues,
        hotdeskPin: null,
      }),
    ).toBe(true)
    const phone = (await findDevice(impersonating, device)).device.text
    expect(
      await editDevice(impersonating, device, {
        typed: { ...phone, name: 'Front desk' },
        initialValues: phone,
        sipPassword: null,
      }),
    ).toBe(true)
    const kept = (await findBox(impersonating, user, box)).box.text
    expect(
      await editBox(impersonating, box, {
        typed: { ...kept, name: 'Sam’s box' },
        initialValues: kept,
        pin: null,
      }),
    ).toBe(true)
    expect((await world.writes()).map(({ body }) => body)).toEqual([
      { data: { first_name: 'Samuel' } },
      { data: { name: 'Front desk' } },
      { data: { name: 'Sam’s box' } },
    ])
  })

  test('a new device gets SIP credentials that are not shown, and the customer’s own admin can reveal them', async () => {
    await world.simulator.clearRequests()
    const made = await createDevice(impersonating, account, {
      ...NEW_DEVICE,
      type: 'softphone',
      name: 'Made for you',
    })
    const [write] = await world.writes()
    const { sip } = z
      .object({ data: z.object({ sip: z.strictObject({ username: z.string(), password: z.string() }) }) })
      .parse(write?.body).data
    expect(sip.username).toMatch(/^user_[0-9a-f]{10}$/)
    expect(sip.password).toMatch(/^[\w-]{24}$/)
    const { device: draft } = await findDevice(impersonating, made)
    expect(JSON.stringify(draft)).not.toContain(sip.password)
    await expect(revealSipPassword(impersonating, made)).rejects.toMatchObject({
      userMessage: 'messages.impersonation.credentials',
    })
    const events = await auditEventsOf(world.tenant.id, { limit: 3 })
    expect(inspect(events, { depth: 12 })).not.toContain(sip.password)
    const ref = await resolve(impersonating.session, 'device', made)
    const own = await withProxyIds(owner.session, (issue) => issue('device', ref))
    expect(await revealSipPassword(owner, own)).toBe(sip.password)
  })
})

/**
 * Every setting whose name or format marks a secret, address or contact, read from the simulator and not by
 * our own parser.
 */
async function namedLeaves(noun: string): Promise<string[]> {
  const loaded = new Map<string, unknown>()
  async function at(ref: string): Promise<unknown> {
    if (!loaded.has(ref))
      loaded.set(ref, Object(await (await fetch(`${world.simulator.url}/v2/schemas/${ref}`)).json()).data)
    return loaded.get(ref)
  }
  async function walk(schema: unknown, above: string, depth: number): Promise<string[]> {
    const { $ref: ref, properties, format, type } = Object(schema)
    if (typeof ref === 'string') return depth > 6 ? [] : walk(await at(ref), above, depth + 1)
    if (properties === undefined) {
      const [name = ''] = above.split('.').slice(-1)
      const marked =
        /(?:^|_)pass|pin$|secret|token|credential|ur[il]|e?mail|webhook/.test(name) ||
        /uri|url|email/.test(String(format))
      return marked && type !== 'boolean' ? [above] : []
    }
    const inner = Object.entries(Object(properties)).map(([key, one]) =>
      walk(one, above === '' ? key : `${above}.${key}`, depth + 1),
    )
    return (await Promise.all(inner)).flat()
  }
  return walk(await at(noun), '', 0)
}

describe.each(['user', 'device'] as const)(
  'security row 25: all settings of a %s while impersonating',
  (noun) => {
    const id = () => (noun === 'user' ? user : device)

    test('a setting with the name or format of a secret, an address or a contact is neither shown nor set', async () => {
      const leaves = await namedLeaves(`${noun}s`)
      expect(leaves.length).toBeGreaterThan(10)
      const { draft } = await findSettings(impersonating, noun, id())
      const settings = draft.groups.flatMap((group) => group.settings)
      const here = leaves.filter((path) => settings.some((setting) => setting.path === path))
      expect(here).toContain('call_recording.any.any.url')
      expect(here).toContain('lab.target')
      expect(settings.filter(({ path, locked }) => here.includes(path) && !locked)).toEqual([])
      for (const { path, kind } of settings.filter(({ locked }) => locked)) {
        await world.simulator.clearRequests()
        const name = settingName(kind === 'secret' ? 'secret' : 'value', path.split('.'))
        const typed =
          kind === 'secret'
            ? {}
            : { [name]: kind === 'number' ? '5' : kind === 'truth' ? 'true' : 'https://evil.example/' }
        const secrets = kind === 'secret' ? { [name]: seal<'password'>(SECRET) } : {}
        const failed = await editSettings(impersonating, noun, id(), {
          typed,
          secrets,
          initialValues: null,
        }).catch((error: unknown) => error)
        expect(failed, path).toBeInstanceOf(Rejected)
        expect(Object.keys(failed instanceof Rejected ? failed.fields : {}), path).toEqual([name])
        await expectNoAccess()
      }
    })

    test('protected values inside JSON are found', async () => {
      await world.simulator.clearRequests()
      const name = settingName('value', ['metaflows', 'numbers'])
      const flow = JSON.stringify({ 1: { module: 'record_call', data: { url: 'https://evil.example/' } } })
      expect(
        await faultsOf(
          editSettings(impersonating, noun, id(), {
            typed: { [name]: flow },
            secrets: {},
            initialValues: null,
          }),
        ),
      ).toEqual({
        [name]: 'messages.impersonation.field',
      })
      await expectNoAccess()
    })

    test('any other setting can be changed', async () => {
      await world.simulator.clearRequests()
      const { draft } = await findSettings(impersonating, noun, id())
      const all = draft.groups.flatMap((group) => group.settings).filter(({ locked }) => !locked)
      const typed = Object.fromEntries(all.map(({ name, value }) => [name, value]))
      typed[settingName('value', ['ringtones', 'internal'])] = 'bell'
      // The ringtone of a user is on the page of the user.
      if (noun === 'user') typed[settingName('value', ['profile', 'title'])] = 'Boss'
      expect(
        await editSettings(impersonating, noun, id(), {
          typed,
          secrets: {},
          initialValues: draft.initialValues,
        }),
      ).toBe(true)
      expect((await world.writes()).map(({ body }) => body)).toEqual([
        { data: noun === 'user' ? { profile: { title: 'Boss' } } : { ringtones: { internal: 'bell' } } },
      ])
    })
  },
)

test('security row 25: the Kazoo client refuses what a form would let through, whoever the caller is', async () => {
  const { kazoo } = grantOf(impersonating)
  const [who, phone] = await Promise.all([
    resolve(impersonating.session, 'user', user),
    resolve(impersonating.session, 'device', device),
  ])
  await world.simulator.clearRequests()
  const users: UserPatch[] = [
    { username: 'mine', password: seal<'password'>(SECRET) },
    { email: 'me@evil.example' },
    { email: '' },
    { mustRenew: false },
    { hotdeskPin: seal<'password'>('4711') },
  ]
  for (const change of users) expect(await faultsOf(patchUser(kazoo, who, change))).not.toBe('done')
  const devices: DevicePatch[] = [
    { sipPassword: seal<'password'>(SECRET) },
    { sipPassword: null },
    { sipUsername: 'mine' },
    { realm: 'mine.example' },
  ]
  for (const change of devices) expect(await faultsOf(patchDevice(kazoo, phone, change))).not.toBe('done')
  await expectNoAccess()
})
