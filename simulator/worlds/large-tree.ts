// The large world's tree: who stands below whom, and what they are called.
import { normalName } from '../account-index.ts'
import { countries as allCountries, type Country } from './companies.ts'
import { Dice, hexFrom } from './dice.ts'
import type { AccountPlan } from './documents.ts'
import type { Role } from './large-people.ts'
import { districts } from './places.ts'

/** Accounts on each of the five levels below the reseller: 50,000 together. */
export const levels = [400, 4600, 15_000, 20_000, 10_000] as const
/** Children of the account with the most of them but the reseller. */
const CHAIN = 700
const DAY = 86_400_000

type Tree = { plans: AccountPlan[]; countries: Country[]; roles: Map<Role, number> }

/** Every account, parents before children; `roles` are numbers into `plans`. */
export function largeTree(seed: string, now: number): Tree {
  const dice = new Dice(hexFrom(seed, 'large tree', 8))
  const plans: AccountPlan[] = []
  const countries: Country[] = []
  const roles = new Map<Role, number>()
  const taken = new Map<string, number>()

  function grow(parent: number, name: string, realm: string, country: Country, reseller: boolean): number {
    const above = plans[parent]
    const id = hexFrom(seed, `account/${plans.length}`, 32)
    plans.push({
      id,
      name,
      realm,
      timezone: country.timezone,
      language: country.language,
      tree: above ? [...above.tree, above.id] : [],
      resellerId: above ? (above.reseller ? above.id : above.resellerId) : id,
      reseller,
      enabled: !dice.chance(reseller ? 0 : 0.02),
      createdAt: now - dice.between(1, 3000) * DAY,
      descendants: 0,
      ...(above ? {} : { superduper: true }),
    })
    countries.push(country)
    return plans.length - 1
  }

  /** Two customers of one name get numbers, as they would from a billing system. */
  function named(country: Country): string {
    const name = `${dice.pick(country.owners)} ${dice.pick(country.trades)} ${dice.pick(districts)}`
    const key = normalName(name)
    const before = taken.get(key) ?? 0
    taken.set(key, before + 1)
    return before === 0 ? name : `${name} #${before + 1}`
  }

  const [home] = allCountries
  const story = (role: Role, parent: number, name: string, realm: string, reseller = false) => {
    taken.set(normalName(name), 1)
    roles.set(role, grow(parent, name, `${realm}.example`, home, reseller))
    return plans.length - 1
  }
  const master = story('master', -1, 'Cumulus Cloud Platform', 'cumulus', true)
  const reseller = story('reseller', master, 'Meridian Wholesale', 'meridian', true)
  const rival = story('rival', master, 'Rival Voice GmbH', 'rival', true)
  grow(rival, 'Rivale Kundschaft AG', 'kundschaft.rival.example', home, false)

  let parents: number[] = [reseller]
  levels.forEach((size, at) => {
    const level: number[] = []
    if (at === 0) {
      level.push(
        story('campus', reseller, 'University Campus Nordic', 'campus.meridian'),
        story('village', reseller, 'Hospital Village Trust', 'village.meridian'),
        story('chain', reseller, 'Corner Shop Chain', 'chain.meridian', true),
      )
    }
    const chain = roles.get('chain') ?? reseller
    if (at === 1) level.push(story('shop', chain, 'Corner Shop Number One', 'shop.meridian'))
    while (level.length < size) {
      const parent =
        at === 1 && level.length < CHAIN ? chain : (parents[dice.below(parents.length)] ?? reseller)
      const country = dice.chance(0.8) ? (countries[parent] ?? home) : dice.pick(allCountries)
      level.push(
        grow(
          parent,
          named(country),
          `a${plans.length}.meridian.example`,
          country,
          at < 3 && dice.chance(0.04),
        ),
      )
    }
    // Half of a level has no children, as most customers have none.
    parents = level.filter(() => dice.chance(0.5))
  })
  countDescendants(plans)
  return { plans, countries, roles }
}

function countDescendants(plans: readonly AccountPlan[]): void {
  const byId = new Map(plans.map((plan) => [plan.id, plan]))
  for (const { tree } of plans)
    for (const id of tree) {
      const above = byId.get(id)
      if (above) above.descendants++
    }
}
