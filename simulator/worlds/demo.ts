// A believable platform: one reseller with 300 accounts, 4,000 devices and 2,500 people, and rivals beside
// it.
import type { Login, World } from '../store.ts'
import { documentsOf, registrationsOf } from './contents.ts'
import { demoCast, type Role } from './demo-people.ts'
import { demoBranches, type Branch } from './demo-tree.ts'
import { Dice, hexFrom, shares } from './dice.ts'
import { accountDoc } from './documents.ts'
import { loginsOf, peopleAt } from './people.ts'
import type { Site } from './site.ts'
import type { WorldOptions } from './world.ts'

/** Devices and people of the reseller's whole tree, and of its biggest customer. */
const totals = { devices: 4000, users: 2500 }
const clinic = { devices: 2000, users: 900 }

/** The world of `npm run demo` and of the browser tests. */
export function demoWorld({ seed, now }: WorldOptions): World {
  const branches = demoBranches(seed, now)
  const sites = new Map(sitesOf(seed, branches).map((site) => [site.account.id, site]))
  const siteOf = (id: string) => {
    const site = sites.get(id)
    if (!site) throw new Error(`the demo has no account ${id}`)
    return site
  }
  const accountOf = (role: Role) => {
    const branch = branches.find((candidate) => candidate.role === role)
    if (!branch) throw new Error(`the demo has no account for the role ${role}`)
    return branch.account
  }
  const people: readonly Login[] = loginsOf(seed, demoCast, accountOf)
  return {
    large: [accountOf('clinic').id],
    people,
    accounts: () => branches.map(({ account }) => account),
    account: (id) => accountDoc(seed, siteOf(id).account),
    documents: (id) => documentsOf(seed, siteOf(id)),
    registrations: (id) => registrationsOf(seed, siteOf(id), now),
  }
}

/** The size of every account; within the reseller's tree the totals are exact. */
function sitesOf(seed: string, branches: readonly Branch[]): Site[] {
  const reseller = branches.find(({ role }) => role === 'reseller')?.account.id ?? ''
  const plain = branches.filter(
    ({ account, role }) => role !== 'clinic' && (account.id === reseller || account.tree.includes(reseller)),
  )
  const dice = new Dice(hexFrom(seed, 'demo sizes', 8))
  // A few accounts stay empty: new customers have neither phones nor people.
  const weights = plain.map(({ role }) => {
    if (role === 'bakery') return 2.2
    // Accounts with a role in the demo always have phones, whatever the seed.
    if (role !== undefined) return 2
    return dice.chance(0.06) ? 0 : 0.2 + dice.roll() ** 3 * 4
  })
  const fixed = branches.map(({ role }) => peopleAt(seed, demoCast, role))
  const devices = shares(totals.devices - clinic.devices, weights)
  const known = plain.map((branch) => fixed[branches.indexOf(branch)]?.length ?? 0)
  const spare = totals.users - clinic.users - known.reduce((sum, count) => sum + count, 0)
  const users = shares(spare, weights)
  return branches.map((branch, number) => {
    const { account, country, role, testing } = branch
    const at = plain.indexOf(branch)
    const outside = { devices: 6, users: 5 }
    const ours = { devices: devices[at] ?? 0, users: (users[at] ?? 0) + (known[at] ?? 0) }
    return {
      account,
      country,
      ...(role === 'clinic' ? clinic : at < 0 ? outside : ours),
      fixed: fixed[number] ?? [],
      oddness: testing ? 0.5 : 0,
    }
  })
}
