// A wholesaler: 50,000 accounts in five levels and 500,000 devices, of which nothing but the tree is made
// before it is asked for.
import type { World } from '../store.ts'
import { documentsOf, registrationsOf } from './contents.ts'
import { shares } from './dice.ts'
import { accountDoc } from './documents.ts'
import { largeCast, type Role } from './large-people.ts'
import { largeTree, type Member } from './large-tree.ts'
import { loginsOf, peopleAt } from './people.ts'
import type { Site } from './site.ts'
import type { WorldOptions } from './world.ts'

const totals = { devices: 500_000, users: 280_000 }
/** The accounts that are large themselves; the others share the rest. */
const big: Partial<Record<Role, { devices: number; users: number }>> = {
  campus: { devices: 20_000, users: 9000 },
  village: { devices: 2000, users: 900 },
}

/** The world for measuring: same seed, same answers, in any order of requests. */
export function largeWorld({ seed, now }: WorldOptions): World {
  const { members, roles } = largeTree(seed, now)
  const roleOf = new Map<Member, Role>([...roles].map(([role, member]) => [member, role]))
  let sites: ((accountId: string) => Site) | undefined

  /** Sizes are assigned when the first account is opened, so that the world starts sooner. */
  function siteOf(accountId: string): Site {
    sites ??= sitesOf(seed, members, roleOf)
    return sites(accountId)
  }

  const accountOf = (role: Role) => {
    const member = roles.get(role)
    if (!member) throw new Error(`the large world has no account for the role ${role}`)
    return member.plan
  }
  return {
    people: loginsOf(seed, largeCast, accountOf),
    large: [accountOf('campus').id, accountOf('village').id],
    accounts: () => members.map(({ plan }) => plan),
    account: (id) => accountDoc(seed, siteOf(id).account),
    documents: (id) => documentsOf(seed, siteOf(id)),
    registrations: (id) => registrationsOf(seed, siteOf(id), now),
  }
}

function sitesOf(
  seed: string,
  members: readonly Member[],
  roleOf: ReadonlyMap<Member, Role>,
): (accountId: string) => Site {
  const numbers = new Map(members.map(({ plan }, number) => [plan.id, number]))
  const weights = members.map((member, number) => (big[roleOf.get(member) ?? 'shop'] ? 0 : 1 + (number % 15)))
  const devices = shares(totals.devices - sum('devices'), weights)
  const users = shares(totals.users - sum('users'), weights)
  return (accountId) => {
    const number = numbers.get(accountId) ?? -1
    const member = members[number]
    if (!member) throw new Error(`the large world has no account ${accountId}`)
    const role = roleOf.get(member)
    const fixed = role === undefined ? [] : peopleAt(seed, largeCast, role)
    const size = (role && big[role]) ?? {
      devices: devices[number] ?? 0,
      users: Math.max(users[number] ?? 0, fixed.length),
    }
    return { account: member.plan, country: member.country, ...size, fixed, oddness: 0.002 }
  }
}

function sum(what: 'devices' | 'users'): number {
  return Object.values(big).reduce((all, size) => all + size[what], 0)
}
