// A wholesaler: 50,000 accounts in five levels and 500,000 devices, of which nothing but the tree is made before it is asked for.
import type { World } from '../store.ts'
import { documentsOf, registrationsOf } from './contents.ts'
import { shares } from './dice.ts'
import { accountDoc, type AccountPlan } from './documents.ts'
import { largeCast, type Role } from './large-people.ts'
import { largeTree } from './large-tree.ts'
import { loginsOf, peopleAt } from './people.ts'
import type { WorldOptions } from './world.ts'

const totals = { devices: 500_000, users: 280_000 }
/** The two accounts that are large themselves; the rest share what is left. */
const big: Partial<Record<Role, { devices: number; users: number }>> = {
  campus: { devices: 20_000, users: 9000 },
  village: { devices: 2000, users: 900 },
}

/** The world for measuring: same seed, same answers, in whatever order they are asked for. */
export function largeWorld({ seed, now }: WorldOptions): World {
  const { plans, countries, roles } = largeTree(seed, now)
  const numbers = new Map(plans.map(({ id }, number) => [id, number]))
  const roleOf = new Map([...roles].map(([role, number]) => [number, role]))
  const weights = plans.map(({ id }, number) => {
    const role = roleOf.get(number)
    return role !== undefined && big[role] ? 0 : 1 + (Number.parseInt(id.slice(0, 4), 16) % 15)
  })
  const spoken = Object.values(big)
  const devices = shares(totals.devices - spoken.reduce((sum, each) => sum + each.devices, 0), weights)
  const users = shares(totals.users - spoken.reduce((sum, each) => sum + each.users, 0), weights)

  function siteOf(accountId: string) {
    const number = numbers.get(accountId)
    const account = number === undefined ? undefined : plans[number]
    const country = number === undefined ? undefined : countries[number]
    if (number === undefined || !account || !country) return undefined
    const role = roleOf.get(number)
    const fixed = role === undefined ? [] : peopleAt(seed, largeCast, role)
    const size = (role === undefined ? undefined : big[role]) ?? {
      devices: devices[number] ?? 0,
      users: Math.max(users[number] ?? 0, fixed.length),
    }
    return { account, country, ...size, fixed, oddness: 0.002 }
  }

  const accountOf = (role: Role): AccountPlan => {
    const account = plans[roles.get(role) ?? -1]
    if (!account) throw new Error(`the large world has no account for the role ${role}`)
    return account
  }
  return {
    people: loginsOf(seed, largeCast, accountOf),
    *accounts() {
      for (const plan of plans) yield { doc: accountDoc(seed, plan) }
    },
    *documents(accountId) {
      const site = siteOf(accountId)
      if (site) yield* documentsOf(seed, site)
    },
    *registrations(accountId) {
      const site = siteOf(accountId)
      if (site) yield* registrationsOf(seed, site, now)
    },
  }
}
