// An account with changing users, shared by all specs.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { z } from 'zod'
import type { KazooVersion } from '../../../scripts/services/simulator.ts'
import { findAccount } from '../../../lib/kazoo/accounts.ts'
import { path } from '../../../lib/kazoo/client.ts'
import { seal } from '../../../lib/sealed.ts'
import { resolve } from '../../../lib/session/proxy-ids.ts'
import type { Viewer } from '../../../lib/session/viewer.ts'
import { auditEventsOf } from '../../../lib/store/audit-events.ts'
import type { AccountRow } from '../../../lib/views/account.ts'
import type { UserQuery } from '../../../lib/views/user.ts'
import { findRoot } from '../../../lib/domain/account/branch.ts'
import { createAccount } from '../../../lib/domain/account/create.ts'
import { createDevice } from '../../../lib/domain/device/create.ts'
import { NEW_DEVICE } from '../../new-device.ts'
import { grantOf } from '../../../lib/domain/grant.ts'
import { openWorld, type TestWorld } from '../../world.ts'
import { createUser, type UserStart } from '../../../lib/domain/user/create.ts'
import { editUser } from '../../../lib/domain/user/edit.ts'
import { findUser } from '../../../lib/domain/user/find.ts'

/** The first page of a list, unfiltered. */
export const FIRST: UserQuery = { text: '', filters: {}, sort: 'name', descending: false, page: 1 }
/** A new user, unless a test overrides it. */
export const START: UserStart = {
  firstName: 'Ada',
  lastName: 'Adler',
  email: '',
  username: 'ada',
  password: seal('a good password'),
  privilege: 'user',
  timezone: '',
  extension: '',
  mustRenew: false,
}
/** The shared set-up of the user specs. */
export type Users = ReturnType<typeof openUsers>

/**
 * Opens a world with an account for the following tests; `world`, `viewer` and `account` are set once a test
 * runs.
 */
export function openUsers(kazoo: KazooVersion) {
  let world: TestWorld
  let viewer: Viewer
  let account: AccountRow
  let mailboxes = 0

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
      unconfirmed: '',
    })
    account = { id, name, realm: '', below: 0 }
  })
  afterAll(() => world.close())
  beforeEach(() => world.simulator.clearRequests())

  const newUser = async (lastName: string, more: Partial<UserStart> = {}) => {
    const { user } = await createUser(viewer, account.id, {
      ...START,
      lastName,
      username: `user${++mailboxes}`,
      ...more,
    })
    return user
  }
  const shown = async (user: string) => (await findUser(viewer, user)).user.text
  const edit = async (
    user: string,
    change: Record<string, string>,
    initialValues?: Record<string, string>,
  ) => {
    const before = initialValues ?? (await shown(user))
    return editUser(viewer, user, {
      typed: { ...before, ...change },
      initialValues: before,
      hotdeskPin: null,
    })
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
  const signsIn = async (username: string, password: string) => {
    const { realm } = await findAccount(
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

  return {
    kazoo,
    get world() {
      return world
    },
    get viewer() {
      return viewer
    },
    get account() {
      return account
    },
    newUser,
    shown,
    edit,
    sent,
    last,
    device,
    box,
    signsIn,
  }
}
