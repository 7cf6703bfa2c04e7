// A Kazoo on its first day: the master account and its administrator, as `crossbar_maintenance
// create_account` leaves them.
import type { Login, World } from '../store.ts'
import { hexFrom } from './dice.ts'
import { accountDoc, userDoc, type AccountPlan } from './documents.ts'
import type { WorldOptions } from './world.ts'

/** The world that the recordings start with. */
export function emptyWorld({ seed, now }: WorldOptions): World {
  const account = hexFrom(seed, 'account/master', 32)
  const admin: Login = {
    accountId: account,
    accountName: 'master',
    realm: 'master.kz.test',
    userId: hexFrom(seed, 'user/master', 32),
    username: 'admin',
    password: 'MasterPass1!',
    privilege: 'master admin',
    apiKey: hexFrom(seed, 'api key/master', 64),
  }
  const master: AccountPlan = {
    id: account,
    name: admin.accountName,
    realm: admin.realm,
    apiKey: admin.apiKey,
    timezone: 'America/Los_Angeles',
    tree: [],
    resellerId: account,
    reseller: true,
    enabled: true,
    superduper: true,
    createdAt: now,
    descendants: 0,
  }
  const user = userDoc(seed, account, {
    id: admin.userId,
    username: admin.username,
    password: admin.password,
    first: 'Account',
    last: 'Admin',
    admin: true,
    enabled: true,
    createdAt: now,
  })
  return {
    large: [],
    people: [admin],
    accounts: () => [master],
    account: () => accountDoc(seed, master),
    documents: (id) => (id === account ? [user] : []),
    registrations: () => [],
  }
}
