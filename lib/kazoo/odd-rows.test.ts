import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { envelope, send, TestCrossbar } from '../../testing/kazoo/crossbar.ts'
import { seal } from '../sealed.ts'
import { searchAccounts } from './account-search.ts'
import { findAccount, pageOfChildren, pageOfDescendants } from './accounts.ts'
import { findDevice, listingOfDevices, registeredDevices } from './devices.ts'
import { listRegistrations } from './registrations.ts'
import { findUser, listingOfDevicesOfUser, listingOfUsers } from './users.ts'
import { listingOfVmboxesOf } from './vmboxes.ts'

const account = seal<'kazoo account'>('a'.repeat(32))
const user = seal<'kazoo user'>('b'.repeat(32))
const device = seal<'kazoo device'>('c'.repeat(32))

const FIELDS =
  'name realm username first_name last_name email presence_id priv_level features mac_address owner_id enabled ' +
  'device_type mailbox messages descendants_count tree timezone language is_reseller reseller_id superduper_admin ' +
  'created authorizing_id user_agent source_ip expires last_registration device_id registered sip call_forward'
const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('true', 'false', 'd'.repeat(33)))
const fields = fc.record(Object.fromEntries(FIELDS.split(' ').map((name) => [name, value])), {
  requiredKeys: [],
})
const id = fc.oneof(value, fc.constant('d'.repeat(33)), fc.uuid())
const row = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(id, fields).map(([own, rest]) => Object.assign(rest, { id: own })) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
)

let server: TestCrossbar
let data: unknown

beforeAll(async () => {
  server = await TestCrossbar.start((_request, response) => send(response, 200, envelope(data)))
})
afterAll(() => server.close())

test('whatever rows Kazoo lists, each is listed or counted, and none makes the list fail', async () => {
  const kazoo = server.kazoo()
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 8 }), async (rows) => {
      data = rows
      const lists = await Promise.all([
        listingOfDevices(kazoo, account),
        listingOfUsers(kazoo, account),
        listingOfDevicesOfUser(kazoo, { account, user }),
        pageOfChildren(kazoo, account),
        pageOfDescendants(kazoo, account),
      ])
      for (const list of lists) expect(list.rows.length + list.unopenable.length).toBe(rows.length)
      expect(await listRegistrations(kazoo, account)).toHaveLength(rows.length)
      await registeredDevices(kazoo, account)
      await listingOfVmboxesOf(kazoo, { account, user })
      await searchAccounts(kazoo, account, 'a', 50)
    }),
    { numRuns: 60 },
  )
})

test('a document whose id is right is read, whatever its fields', async () => {
  const kazoo = server.kazoo()
  await fc.assert(
    fc.asyncProperty(fields, async (doc) => {
      data = { ...doc, id: 'a'.repeat(32) }
      expect(typeof (await findAccount(kazoo, account)).name).toBe('string')
      expect(typeof (await findDevice(kazoo, { account, device })).name).toBe('string')
      expect(typeof (await findUser(kazoo, { account, user })).username).toBe('string')
    }),
    { numRuns: 60 },
  )
})
