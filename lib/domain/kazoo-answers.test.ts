// Checks that a read that Kazoo answers with an error gives one message, on every page and in every read
// action.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { UserFacingError } from '../errors.ts'
import { forgetSchemas } from '../kazoo/schemas.ts'
import type { Viewer } from '../session/viewer.ts'
import { catalogueOf } from '../i18n/catalogue.ts'
import { findAccount, findAccountWithDevices } from './account/find.ts'
import { findRoot, listBranch } from './account/branch.ts'
import { findImpersonationTarget } from './impersonation/find-target.ts'
import { revealSipPassword } from './device/command.ts'
import { createDevice } from './device/create.ts'
import { findDevice } from './device/find.ts'
import { listEveryDevice } from './device/list.ts'
import { NEW_DEVICE } from '../../testing/new-device.ts'
import { findAccountChoices } from './custom-domain/account.ts'
import { findSettings } from './schema/find.ts'
import { openWorld, type TestWorld } from '../../testing/world.ts'
import { findUser, findUserToRemove } from './user/find.ts'
import { findAccountWithUsers, listEveryUser } from './user/list.ts'

let world: TestWorld
let viewer: Viewer
let account: string
let device: string
let user: string

beforeAll(async () => {
  world = await openWorld('5.0')
  // A busy machine is slow with large answers.
  viewer = { ...(await world.viewer()), deadline: { signal: AbortSignal.timeout(600_000), ms: 90_000 } }
  account = (await findRoot(viewer)).branch.rows.find(({ name }) => name === 'Alster Voice')?.id ?? ''
  const phone = { ...NEW_DEVICE, name: 'Read in vain', sipUsername: 'read_in_vain' }
  device = await createDevice(viewer, account, phone)
  user = (await listEveryUser(viewer, account))?.[0]?.id ?? ''
})
afterAll(() => world.close())
beforeEach(() => forgetSchemas())
afterEach(() => world.simulator.clearFaults())

const DEVICES = { text: '', filters: {}, page: 1, sort: 'name', descending: false } as const

/** Every read of a page or a read action in Kazoo. */
const READS: Readonly<Record<string, () => Promise<unknown>>> = {
  'the accounts': () => findRoot(viewer),
  'a branch that is unfolded': () => listBranch(viewer, account, null),
  'an account': () => findAccount(viewer, account, 'account.read'),
  'an account with its devices': () => findAccountWithDevices(viewer, account, DEVICES),
  'whom to remove': () => findUserToRemove(viewer, user),
  'the devices as a whole list': () => listEveryDevice(viewer, account),
  'an account with its users': () => findAccountWithUsers(viewer, account, DEVICES),
  'the users as a whole list': () => listEveryUser(viewer, account),
  'a device': () => findDevice(viewer, device),
  'a SIP password that is revealed': () => revealSipPassword(viewer, device),
  'a user': () => findUser(viewer, user),
  'all settings of a device': () => findSettings(viewer, 'device', device),
  'all settings of a user': () => findSettings(viewer, 'user', user),
  'the accounts to choose from': () => findAccountChoices(viewer, 'Al'),
  'whom to impersonate': () => findImpersonationTarget(viewer, user),
}

const ANSWERS: readonly (readonly [
  answer: string,
  fault: { kind: string } & Record<string, unknown>,
  key: string,
])[] = [
  [
    '400',
    { kind: 'status', status: 400 },
    'The phone system didn’t understand the request. The portal may not support its version. Send the reference to support.',
  ],
  [
    '401',
    { kind: 'status', status: 401 },
    'The phone system rejected the portal’s credentials. Ask the owner to check the connection.',
  ],
  [
    '402',
    { kind: 'status', status: 402 },
    'The phone system requires a payment. Ask your phone provider to check the portal’s account.',
  ],
  [
    '403',
    { kind: 'status', status: 403 },
    'The phone system doesn’t allow the portal’s account to do this. Your role isn’t the reason. Check the connection, or ask your phone provider.',
  ],
  ['404', { kind: 'status', status: 404 }, 'Not found.'],
  [
    '409',
    { kind: 'status', status: 409 },
    'The phone system was making another change at the same time. Try again.',
  ],
  [
    '422',
    { kind: 'status', status: 422 },
    'The phone system didn’t understand the request. The portal may not support its version. Send the reference to support.',
  ],
  [
    '429',
    { kind: 'status', status: 429, retryAfter: 30 },
    'Too many requests to the phone system. Nothing was changed. Try again in a few seconds.',
  ],
  [
    '500',
    { kind: 'status', status: 500 },
    'The phone system reported an internal error. Try again. If the problem continues, send the reference to support.',
  ],
  [
    '503',
    { kind: 'status', status: 503 },
    'The phone system isn’t responding and nothing was changed. Try again in a moment.',
  ],
  [
    'a 403 that is sent with status 200',
    { kind: 'error-envelope', status: 403 },
    'The phone system doesn’t allow the portal’s account to do this. Your role isn’t the reason. Check the connection, or ask your phone provider.',
  ],
  [
    'something that is not JSON',
    { kind: 'wrong-json' },
    'The phone system returned an invalid response. Try again. If the problem continues, send the reference to support.',
  ],
  [
    'JSON that is called something else',
    { kind: 'content-type', type: 'text/html' },
    'The phone system returned an invalid response. Try again. If the problem continues, send the reference to support.',
  ],
  [
    'more than 10 MB',
    { kind: 'gzip-bomb', megabytes: 12 },
    'The phone system’s response was too large. Send the reference to support.',
  ],
  ['half an answer', { kind: 'half' }, 'The connection to the phone system was lost. Try again in a moment.'],
]

test.each(ANSWERS)(
  'a read that Kazoo answers with %s gives its message, whatever was read',
  async (_name, fault, key) => {
    await world.simulator.fault({ pattern: '/v2/**', methods: ['GET'], fault })
    const messages = await Promise.all(
      Object.entries(READS).map(async ([what, read]) => [what, await messageOf(read())] as const),
    )
    expect(Object.fromEntries(messages)).toEqual(
      Object.fromEntries(Object.keys(READS).map((what) => [what, key])),
    )
  },
)

test.each(ANSWERS)(
  'a part that Kazoo answers with %s is missing, and the rest is shown',
  async (_name, fault) => {
    for (const pattern of [
      '/v2/accounts/*/registrations',
      '/v2/accounts/*/users',
      '/v2/**/vmboxes',
      '/v2/**/users/*/devices',
    ])
      await world.simulator.fault({ pattern, methods: ['GET'], fault })
    const [one, all, somebody] = await Promise.all([
      findDevice(viewer, device),
      findAccountWithDevices(viewer, account, DEVICES),
      findUser(viewer, user),
    ])
    expect(one).toMatchObject({
      device: { text: { name: 'Read in vain' } },
      owners: null,
      header: { state: 'unknown' },
    })
    expect(all.devices).toMatchObject({ ownersKnown: false })
    expect(all.devices.rows).toContainEqual(expect.objectContaining({ name: 'Read in vain', owner: null }))
    expect(somebody).toMatchObject({ user: { id: user }, devices: null, boxes: null })
  },
)

const LATE = 'The phone system didn’t respond in time and nothing was changed. Try again in a moment.'

test('the reads of one page end with its time limit, and no request follows', async () => {
  await world.simulator.fault({ pattern: '/v2/**', methods: ['GET'], fault: { kind: 'hang' } })
  const hasty = { ...viewer, deadline: { signal: AbortSignal.timeout(300), ms: 300 } }
  expect(await messageOf(findSettings(hasty, 'device', device))).toBe(LATE)
  const count = await faultCount()
  expect(count).toBeGreaterThan(0)
  expect(await messageOf(findSettings(hasty, 'device', device))).toBe(LATE)
  expect(await faultCount()).toBe(count)
})

/** The number of requests that met the fault. */
async function faultCount(): Promise<number> {
  const answer = await fetch(`${world.simulator.url}/_simulator/faults`)
  return z.object({ faults: z.tuple([z.object({ struck: z.number() })]) }).parse(await answer.json())
    .faults[0].struck
}

/** The English message of the error. */
async function messageOf(read: Promise<unknown>): Promise<unknown> {
  const error = await read.then(
    () => 'it was answered',
    (failure: unknown) => failure,
  )
  if (!(error instanceof UserFacingError) || typeof error.userMessage !== 'string') return error
  return error.userMessage
    .split('.')
    .reduce<unknown>((branch, key) => Object(branch)[key], await catalogueOf('en'))
}
