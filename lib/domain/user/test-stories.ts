// For tests alone: what a reseller does for people, end to end below the pages: real Redis, real Postgres, the simulated Kazoo.
import { createHash } from 'node:crypto'
import { inspect } from 'node:util'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import type { KazooVersion } from '../../../scripts/services/simulator.ts'
import { Forbidden, NotFound, Rejected } from '../../errors.ts'
import { path } from '../../kazoo/client.ts'
import { findAccount as findAccountDoc } from '../../kazoo/accounts.ts'
import { seal, unseal } from '../../sealed.ts'
import { resolve } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import { auditEventsOf } from '../../store/audit-events.ts'
import type { AccountRow } from '../../views/account.ts'
import { readForm } from '../../views/form-check.ts'
import { userEditRules } from '../../views/user-form.ts'
import { boxText, userText, type UserQuery } from '../../views/user.ts'
import { findRoot } from '../account/branch.ts'
import { createAccount } from '../account/create.ts'
import { createDevice } from '../device/create.ts'
import { findDevice } from '../device/find.ts'
import { grantOf } from '../grant.ts'
import { openWorld, type TestWorld } from '../test-world.ts'
import { changePrivilege, setPassword } from './access.ts'
import { createUser, type UserStart } from './create.ts'
import { editUser } from './edit.ts'
import { findUser, findUserToRemove } from './find.ts'
import { findAccountWithUsers, listEveryUser } from './list.ts'
import { removeUser } from './remove.ts'
import { editBox, findBox } from './voicemail.ts'

const FIRST: UserQuery = { text: '', sort: 'name', descending: false, page: 1 }
const NEW_DEVICE = {
  type: 'sip_device',
  macAddress: '',
  sipUsername: '',
  sipPassword: null,
  forwardNumber: '',
}
const START: UserStart = {
  firstName: 'Ada',
  lastName: 'Adler',
  email: 'ada@example.com',
  username: 'ada',
  password: seal('a good password'),
  privilege: 'user',
  timezone: '',
  extension: '',
  mustRenew: false,
}
/** The admins of an account, as `who` is told of them. */
const admins = async (who: Viewer, at: string) =>
  (await listEveryUser(who, at))?.filter(({ privilege }) => privilege === 'admin') ?? []

/** Every key in a document, however deep. */
function everyKey(value: unknown): string[] {
  const keys: string[] = []
  JSON.stringify(value, (key, inner: unknown) => {
    if (key !== '') keys.push(key)
    return inner
  })
  return keys
}

/** What no write of ours may hold, wherever it stands (security.md row 18). */
const FORBIDDEN = /^(_|pvt_)|^(id|api_key|superduper_admin|is_reseller|reseller_id|credentials)$|^billing_/

/** Everything a reseller does for people, on one version of Kazoo: a process has one environment, so each version has a file of its own. */
export function stories(kazoo: KazooVersion): void {
  let world: TestWorld
  let viewer: Viewer
  let account: AccountRow
  let taken = 0

  beforeAll(async () => {
    world = await openWorld(kazoo)
    viewer = await world.viewer()
    const { root } = await findRoot(viewer)
    const name = `People of ${kazoo}`
    const id = await createAccount(viewer, root.id, {
      name,
      realm: '',
      timezone: '',
      firstName: 'First',
      lastName: 'Admin',
      email: '',
      username: 'first',
      password: seal('a good password'),
      created: '',
    })
    account = { id, name, realm: '', below: 0 }
  })
  afterAll(() => world.close())
  beforeEach(() => world.simulator.clearRequests())

  const made = async (lastName: string, more: Partial<UserStart> = {}) => {
    const { user } = await createUser(viewer, account.id, {
      ...START,
      lastName,
      username: `user${++taken}`,
      ...more,
    })
    return user
  }
  const shown = async (user: string) => userText((await findUser(viewer, user)).user)
  const edit = async (user: string, change: Record<string, string>, was?: Record<string, string>) => {
    const before = was ?? (await shown(user))
    return editUser(viewer, user, { typed: { ...before, ...change }, was: before, hotdeskPin: null })
  }
  const sent = async () => (await world.writes()).map(({ method, body }) => ({ method, body }))
  const last = async () => (await auditEventsOf(world.tenant.id, { limit: 1 }))[0]
  const device = (name: string, owner: string) =>
    createDevice(viewer, account.id, { ...NEW_DEVICE, name, owner })
  const box = async (mailbox: string, owner: string) => {
    const { account: home, user } = await resolve(viewer.session, 'user', owner)
    await grantOf(viewer).kazoo.create(
      path`/accounts/${home}/vmboxes`,
      { name: `Box ${mailbox}`, mailbox, owner_id: user, pin: '1234' },
      z.unknown(),
    )
  }
  const sitDown = async (at: string, who: string) => {
    const { account: home, device: desk } = await resolve(viewer.session, 'device', at)
    const { user } = await resolve(viewer.session, 'user', who)
    const users = { [unseal(user)]: { since: 1 } }
    await grantOf(viewer).kazoo.patch(
      path`/accounts/${home}/devices/${desk}`,
      { hotdesk: { users } },
      z.unknown(),
    )
  }
  /** So many people at once, named by their number. */
  const crowd = async (count: number) => {
    const home = await resolve(viewer.session, 'account', account.id)
    const { kazoo: client } = grantOf(viewer)
    const numbers = Array.from({ length: count }, (_, at) => at + 1)
    const make = async () => {
      for (let at = numbers.pop(); at !== undefined; at = numbers.pop()) {
        const named = { first_name: 'Crowd', last_name: String(at), presence_id: String(100_000 + at) }
        await client.create(path`/accounts/${home}/users`, named, z.unknown())
      }
    }
    await Promise.all(Array.from({ length: 10 }, make))
  }
  const signsIn = async (username: string, password: string) => {
    const { realm } = await findAccountDoc(
      grantOf(viewer).kazoo,
      await resolve(viewer.session, 'account', account.id),
    )
    const credentials = createHash('md5').update(`${username}:${password}`).digest('hex')
    const answer = await fetch(`${world.simulator.url}/v2/user_auth`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ data: { credentials, account_realm: realm } }),
    })
    await answer.body?.cancel()
    return answer.status === 201
  }

  test('somebody new is one PUT without Kazoo’s own mail, signs in, and is in the trail without their password', async () => {
    const mails = (await world.simulator.mails()).length
    const user = await made('Newcomer', {
      username: 'New.Comer',
      extension: '1001',
      timezone: 'Europe/Berlin',
      mustRenew: true,
    })
    const request = (await world.writes()).find(({ path: to }) => to.endsWith('/users'))
    expect(request).toMatchObject({
      method: 'PUT',
      query: 'send_email_on_creation=false',
      body: { data: { username: 'New.Comer', presence_id: '1001', priv_level: 'user' } },
    })
    expect((await world.simulator.mails()).length).toBe(mails)
    const place = await findUser(viewer, user)
    expect(place.user).toMatchObject({
      name: 'Ada Newcomer',
      username: 'new.comer',
      extension: '1001',
      mustRenew: true,
      enabled: true,
    })
    expect(place.user.callerId.internalNumber).toBe('1001')
    expect(place.trail.at(-1)?.name).toBe(account.name)
    expect(await signsIn('new.comer', 'a good password')).toBe(true)
    expect(await last()).toMatchObject({ verb: 'user.create', after: { password: 'changed' } })
    expect(inspect(await last(), { depth: 9 })).not.toContain('a good password')
  })

  test('a password that was left out is made up, shown once, and is not the next one’s', async () => {
    const one = await createUser(viewer, account.id, { ...START, username: 'made1', password: null })
    const two = await createUser(viewer, account.id, { ...START, username: 'made2', password: null })
    expect(one.shown).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/)
    expect(one.shown).not.toBe(two.shown)
    expect(await signsIn('made1', one.shown ?? '')).toBe(true)
    expect(JSON.stringify(await findUser(viewer, one.user))).not.toContain(one.shown)
  })

  test('what Kazoo refuses stands at its field: a user name that is taken', async () => {
    await made('First', { username: 'taken' })
    await expect(made('Second', { username: 'Taken' })).rejects.toMatchObject({
      fields: { username: 'said.refused.taken' },
    })
    expect(await last()).toMatchObject({ verb: 'user.create', stage: 'failed' })
  })

  test('every field of the form reaches Kazoo, and comes back, and is emptied again', async () => {
    const user = await made('Everything')
    const change = {
      firstName: 'Bea',
      lastName: 'Bauer',
      email: 'bea@example.com',
      enabled: '',
      timezone: 'Europe/Paris',
      language: 'fr-fr',
      extension: '1020',
      voicemailToEmail: '',
      doNotDisturb: 'on',
      callWaiting: '',
      contactListExclude: 'on',
      hotdeskEnabled: 'on',
      hotdeskId: '4711',
      hotdeskRequirePin: 'on',
      hotdeskKeepLoggedIn: 'on',
      internalRingtone: 'ring-1',
      externalRingtone: 'ring-2',
      forwardEnabled: 'on',
      forwardNumber: '+4930123456',
      forwardKeepCallerId: '',
      forwardRequireKeypress: '',
      forwardDirectCallsOnly: 'on',
      forwardSubstitute: '',
      forwardIgnoreEarlyMedia: '',
      forwardFailover: 'on',
      internalName: 'Bea',
      internalNumber: '1020',
      externalName: 'Bauer GmbH',
      externalNumber: '+4930999',
      emergencyName: 'Bauer',
      emergencyNumber: '+4930998',
    }
    expect(await edit(user, change)).toBe(true)
    expect(await shown(user)).toEqual(change)
    const { users } = await findAccountWithUsers(viewer, account.id, { ...FIRST, text: 'bauer' })
    expect(users.rows[0]?.features.toSorted()).toEqual(
      ['callerId', 'doNotDisturb', 'failover', 'forwarding', 'hotdesk'].toSorted(),
    )
    const emptied = {
      email: '',
      timezone: '',
      language: '',
      extension: '',
      hotdeskId: '',
      internalRingtone: '',
      externalRingtone: '',
      forwardEnabled: '',
      forwardNumber: '',
      internalName: '',
      externalNumber: '',
    }
    await edit(user, emptied)
    expect(await shown(user)).toEqual({ ...change, ...emptied })
  })

  test('one field is one PATCH with that field alone; nothing changed is none; the login stays as it was', async () => {
    const user = await made('Quiet', { username: 'quiet' })
    await world.simulator.clearRequests()
    expect(await edit(user, {})).toBe(false)
    expect(await sent()).toEqual([])
    await edit(user, { hotdeskId: '99' })
    expect(await sent()).toEqual([{ method: 'PATCH', body: { data: { hotdesk: { id: '99' } } } }])
    expect(await signsIn('quiet', 'a good password')).toBe(true)
    expect(await last()).toMatchObject({
      verb: 'user.edit',
      before: { hotdeskId: '' },
      after: { hotdeskId: '99' },
    })
  })

  test('a PIN for hot desks goes in, and neither comes out nor stands in the trail', async () => {
    const user = await made('Pinned')
    const was = await shown(user)
    await editUser(viewer, user, { typed: was, was, hotdeskPin: seal('836492') })
    const place = await findUser(viewer, user)
    expect(place.user.hotdesk.hasPin).toBe(true)
    expect(JSON.stringify(place)).not.toContain('836492')
    expect(await last()).toMatchObject({ after: { hotdeskPin: 'changed' } })
    expect(inspect(await last(), { depth: 9 })).not.toContain('836492')
  })

  test('bad input is refused at its field before Kazoo is asked, and by Kazoo where only it can tell', async () => {
    const bad: Record<string, string> = {
      firstName: '',
      lastName: 'x'.repeat(129),
      email: 'nobody',
      timezone: 'Mars/Olympus',
      language: 'not a language',
      extension: '10 01',
      hotdeskId: '12x',
      hotdeskPin: '12',
      internalRingtone: 'x'.repeat(257),
      forwardNumber: 'home',
      internalName: 'x'.repeat(36),
      externalNumber: '<sip:x>',
    }
    for (const [field, typed] of Object.entries(bad)) {
      const form = new FormData()
      for (const [name, value] of Object.entries({ firstName: 'A', lastName: 'B', [field]: typed }))
        form.set(name, value)
      const read = readForm(userEditRules, form)
      expect(read.ok ? [] : Object.keys(read.faults), field).toEqual([field])
    }
    const user = await made('Refused')
    await edit(await made('Holder'), { hotdeskId: '777' })
    for (const [field, typed] of [
      ['hotdeskId', '777'],
      ['internalName', 'x'.repeat(36)],
      ['forwardNumber', '1'.repeat(36)],
      ['email', 'nobody'],
    ] as const) {
      const refusal = await edit(user, { [field]: typed }).catch((error: unknown) => error)
      if (!(refusal instanceof Rejected)) throw new Error(`${field} was taken`)
      expect(Object.keys(refusal.fields), field).toEqual([field])
    }
  })

  test('what somebody else changed meanwhile is told and not overwritten; what they changed besides stays', async () => {
    const user = await made('Shared')
    const before = await shown(user)
    await edit(user, { email: 'theirs@example.com', internalName: 'Theirs' })
    await world.simulator.clearRequests()
    await expect(edit(user, { email: 'mine@example.com' }, before)).rejects.toMatchObject({
      fields: { email: { sentence: 'said.overtaken.became', values: { now: 'theirs@example.com' } } },
    })
    expect(await sent()).toEqual([])
    await edit(user, { externalName: 'Mine' }, before)
    expect(await shown(user)).toMatchObject({ internalName: 'Theirs', externalName: 'Mine' })
  })

  test('a new password goes with the user name, ends their tokens, and may ask for another', async () => {
    const user = await made('Forgetful', { username: 'forgetful' })
    await world.simulator.clearRequests()
    const typed = { username: 'Forgetful', password: seal<'password'>('another password'), mustRenew: true }
    expect(await setPassword(viewer, user, typed)).toBeNull()
    expect(await sent()).toEqual([
      {
        method: 'PATCH',
        body: {
          data: { username: 'forgetful', password: 'another password', require_password_update: true },
        },
      },
    ])
    expect(await signsIn('forgetful', 'another password')).toBe(true)
    expect(await signsIn('forgetful', 'a good password')).toBe(false)
    expect((await findUser(viewer, user)).user.mustRenew).toBe(true)
    expect(await last()).toMatchObject({ verb: 'user.password', after: { password: 'changed' } })
    const shownOnce = await setPassword(viewer, user, {
      username: 'renamed',
      password: null,
      mustRenew: false,
    })
    expect(await signsIn('renamed', shownOnce ?? '')).toBe(true)
    expect(await last()).toMatchObject({ before: { username: 'forgetful' }, after: { username: 'renamed' } })
  })

  test('a role is given by who may give it, once, and by nobody above their own', async () => {
    const user = await made('Rising')
    const support = await world.viewer('support')
    const { root } = await findRoot(support)
    const [row] = (await listEveryUser(support, root.id)) ?? []
    if (row === undefined) throw new Error('nobody is there')
    await world.simulator.clearRequests()
    await expect(changePrivilege(support, row.id, 'admin')).rejects.toThrow(Forbidden)
    await expect(
      createUser(support, root.id, { ...START, username: 'sneaky', privilege: 'admin' }),
    ).rejects.toThrow('said.role')
    expect(await sent()).toEqual([])
    expect(await changePrivilege(viewer, user, 'admin')).toBe(true)
    expect(await changePrivilege(viewer, user, 'admin')).toBe(false)
    expect((await findUser(viewer, user)).user.privilege).toBe('admin')
    expect(await last()).toMatchObject({ before: { privilege: 'user' }, after: { privilege: 'admin' } })
  })

  test('support does not touch the admins of the granted account, nor anybody the sign-in that the portal works with', async () => {
    const { root } = await findRoot(viewer)
    const support = await world.viewer('support')
    const theirs = await findRoot(support)
    const [colleague] = await admins(support, theirs.root.id)
    if (colleague === undefined) throw new Error('the reseller has no admin')
    await world.simulator.clearRequests()
    const takeOver = [
      editUser(support, colleague.id, { typed: { email: 'me@example.com' }, was: {}, hotdeskPin: null }),
      setPassword(support, colleague.id, { username: 'x', password: null, mustRenew: false }),
    ]
    for (const attempt of takeOver) await expect(attempt).rejects.toThrow('said.role')
    const own = await Promise.all(
      (await admins(viewer, root.id)).map(async ({ id }) => ({
        id,
        self: (await findUser(viewer, id)).self,
      })),
    )
    const self = own.find((one) => one.self)?.id
    if (self === undefined) throw new Error('nobody is the portal itself')
    const lockOut = [
      () => setPassword(viewer, self, { username: 'x', password: null, mustRenew: false }),
      () => changePrivilege(viewer, self, 'user'),
      async () => {
        const { user } = await findUser(viewer, self)
        const gone = { devices: 'keep', boxes: 'keep', heir: '', typed: user.name } as const
        return removeUser(viewer, self, gone)
      },
    ]
    for (const attempt of lockOut) await expect(attempt()).rejects.toThrow('said.user.self')
    await expect(edit(self, { enabled: '' })).rejects.toMatchObject({ fields: { enabled: 'said.user.self' } })
    await expect(findUserToRemove(viewer, self)).rejects.toThrow(NotFound)
    expect(await sent()).toEqual([])
  })

  test('their devices are theirs and those where they sit, and their voicemail boxes are no one else’s', async () => {
    const user = await made('Owner')
    const other = await made('Other')
    await device('Own phone', user)
    await device('Other phone', other)
    const borrowed = await device('Lobby phone', other)
    await sitDown(borrowed, user)
    await box('2001', user)
    await box('2002', other)
    const place = await findUser(viewer, user)
    expect(place.devices.map(({ name, own }) => [name, own])).toEqual([
      ['Own phone', true],
      ['Lobby phone', false],
    ])
    expect(place.boxes.map(({ mailbox }) => mailbox)).toEqual(['2001'])
    const [one] = place.boxes
    if (one === undefined) throw new Error('no box')
    expect((await findBox(viewer, user, one.id)).owner).toBe('Ada Owner')
    await expect(findBox(viewer, other, one.id)).rejects.toThrow(NotFound)
  })

  test('a voicemail box: only what changed is sent, its PIN never comes out, its number is its own', async () => {
    const user = await made('Boxed')
    await box('3001', user)
    await box('3002', user)
    const one = (await findUser(viewer, user)).boxes[0]
    if (one === undefined) throw new Error('no box')
    const was = boxText((await findBox(viewer, user, one.id)).box)
    await world.simulator.clearRequests()
    const change = { notifyAddresses: 'a@example.com, b@example.com', deleteAfterNotify: 'on' }
    await editBox(viewer, one.id, { typed: { ...was, ...change }, was, pin: seal('9753') })
    expect(await sent()).toEqual([
      {
        method: 'PATCH',
        body: {
          data: {
            notify_email_addresses: ['a@example.com', 'b@example.com'],
            delete_after_notify: true,
            pin: '9753',
          },
        },
      },
    ])
    const after = await findBox(viewer, user, one.id)
    expect(boxText(after.box)).toEqual({ ...was, ...change })
    expect(inspect([after, await last()], { depth: 9 })).not.toContain('9753')
    await expect(
      editBox(viewer, one.id, { typed: { mailbox: '3002' }, was: {}, pin: null }),
    ).rejects.toMatchObject({ fields: { mailbox: 'said.refused.taken' } })
    await editBox(viewer, one.id, { typed: { notifyAddresses: '' }, was: {}, pin: null })
    expect((await findBox(viewer, user, one.id)).box.notifyAddresses).toEqual([])
  })

  for (const fate of ['keep', 'give', 'delete'] as const) {
    test(`removing somebody: ${fate} what is theirs, nothing of others`, async () => {
      const user = await made(`Leaving ${fate}`)
      const heir = await made(`Staying ${fate}`)
      const desk = await device(`Desk ${fate}`, user)
      const others = await device(`Others ${fate}`, heir)
      const number = { keep: '4001', give: '4002', delete: '4003' }[fate]
      await box(number, user)
      const removal = { devices: fate, boxes: fate, heir, typed: `Ada Leaving ${fate}` }
      await expect(removeUser(viewer, user, { ...removal, typed: 'Ada' })).rejects.toMatchObject({
        fields: { typed: 'said.user.typed' },
      })
      expect(await removeUser(viewer, user, removal)).toBe(account.id)
      await expect(findUser(viewer, user)).rejects.toThrow(NotFound)
      expect((await findDevice(viewer, others)).device.owner).toBe(heir)
      const boxes = (await findUser(viewer, heir)).boxes.map(({ mailbox }) => mailbox)
      expect(boxes).toEqual(fate === 'give' ? [number] : [])
      if (fate === 'delete') await expect(findDevice(viewer, desk)).rejects.toThrow(NotFound)
      else expect((await findDevice(viewer, desk)).device.owner).toBe(fate === 'give' ? heir : null)
      expect(await last()).toMatchObject({ verb: 'user.remove', stage: 'done', after: null })
    })
  }

  test('an heir is somebody else of the same account, and there must be one to give to', async () => {
    const user = await made('Alone')
    const { root } = await findRoot(viewer)
    const [stranger] = (await listEveryUser(viewer, root.id)) ?? []
    await world.simulator.clearRequests()
    for (const heir of [user, stranger?.id ?? '', account.id, '', 'usr_nonsense']) {
      const removal = { devices: 'give', boxes: 'keep', heir, typed: 'Ada Alone' } as const
      await expect(removeUser(viewer, user, removal), heir).rejects.toMatchObject({
        fields: { heir: 'said.user.heir' },
      })
    }
    expect(await sent()).toEqual([])
  })

  test('a removal that stops half-way says what has its place, and goes on from there', async () => {
    const user = await made('Sticky')
    const heir = await made('Patient')
    for (const name of ['One', 'Two', 'Three']) await device(`${name} of ${kazoo}`, user)
    const removal = { devices: 'give', boxes: 'keep', heir, typed: 'Ada Sticky' } as const
    await world.simulator.fault({
      pattern: '**/users/*',
      methods: ['DELETE'],
      count: 1,
      fault: { kind: 'status', status: 503 },
    })
    const stopped = await removeUser(viewer, user, removal).catch((error: unknown) => error)
    if (!(stopped instanceof Rejected)) throw new Error(`it did not stop: ${String(stopped)}`)
    expect(stopped.said).toMatchObject({ sentence: 'said.user.stopped', values: { done: 3, left: 0 } })
    expect((await findUser(viewer, heir)).devices).toHaveLength(3)
    await world.simulator.clearRequests()
    await removeUser(viewer, user, removal)
    expect((await world.writes()).map(({ method }) => method)).toEqual(['DELETE'])
  })

  test('security row 2: ids of another session are not found, and Kazoo is not asked', async () => {
    const user = await made('Guarded')
    await box('5001', user)
    const one = (await findUser(viewer, user)).boxes[0]?.id ?? ''
    const stranger = await world.viewer()
    await world.simulator.clearRequests()
    const tries = [
      () => findUser(stranger, user),
      () => findBox(stranger, user, one),
      () => findAccountWithUsers(stranger, account.id, FIRST),
      () => listEveryUser(stranger, account.id),
      () => createUser(stranger, account.id, START),
      () => editUser(stranger, user, { typed: { email: '' }, was: {}, hotdeskPin: null }),
      () => editBox(stranger, one, { typed: { name: 'x' }, was: {}, pin: null }),
      () => setPassword(stranger, user, { username: 'x', password: null, mustRenew: false }),
      () => changePrivilege(stranger, user, 'admin'),
      () => removeUser(stranger, user, { devices: 'keep', boxes: 'keep', heir: '', typed: 'x' }),
      () => findUser(viewer, account.id),
    ]
    for (const attempt of tries) await expect(attempt()).rejects.toThrow(NotFound)
    expect(await world.simulator.requests()).toEqual([])
  })

  test('security row 18: of keys that are not in the forms nothing reaches Kazoo, whatever comes with them', async () => {
    const user = await made('Smuggler')
    await world.simulator.clearRequests()
    const smuggled = {
      pvt_superduper_admin: 'on',
      priv_level: 'admin',
      id: 'x',
      billing_id: 'x',
      email: 'ok@example.com',
    }
    await edit(user, smuggled)
    const start = { ...START, pvt_tree: 'x', id: 'y', username: 'smuggled' }
    await createUser(viewer, account.id, start)
    const bodies = (await world.writes()).map(({ body }) => z.object({ data: z.unknown() }).parse(body).data)
    expect(bodies).toHaveLength(2)
    expect(bodies[0]).toEqual({ email: 'ok@example.com' })
    expect(everyKey(bodies).filter((key) => FORBIDDEN.test(key))).toEqual([])
  })

  test('2,000 people and more: each page has its fifty, filtered and in order, and all are counted', async () => {
    await crowd(2_050)
    const { users } = await findAccountWithUsers(viewer, account.id, { ...FIRST, text: 'crowd', page: 41 })
    expect(users).toMatchObject({ matching: 2_050, pages: 41 })
    expect(users.rows).toHaveLength(50)
    expect(users.rows.at(-1)?.name).toBe('Crowd 2050')
    const down = await findAccountWithUsers(viewer, account.id, {
      ...FIRST,
      text: 'crowd',
      sort: 'extension',
      descending: true,
    })
    expect(down.users.rows[0]?.extension).toBe('102050')
    expect(await listEveryUser(viewer, account.id)).toBeNull()
  })
}
