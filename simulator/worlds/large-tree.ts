// The large world's tree: the parents and names of its accounts.
import { countries as allCountries, type Country } from './companies.ts'
import { Dice, hexFrom, hexPieces } from './dice.ts'
import type { AccountPlan } from './documents.ts'
import { drawCompanies } from './large-names.ts'
import type { Role } from './large-people.ts'

/** Accounts on each of the five levels below the reseller: 50,000 together. */
const levels = [400, 4600, 15_000, 20_000, 10_000] as const
/** The accounts above and beside: the master, the reseller, a rival and its customer. */
const OUTSIDE = 4
/** Children of the account with the most of them. */
const CHAIN = 700
const DAY = 86_400_000

export type Member = {
  plan: AccountPlan
  country: Country
  parent: Member | undefined
  children: readonly string[]
}
type Tree = { members: Member[]; roles: Map<Role, Member> }

/** Every account, parents before children, each level by name. */
export function largeTree(seed: string, now: number): Tree {
  const dice = new Dice(hexFrom(seed, 'large tree', 8))
  const pieces = hexPieces(seed, 'large accounts', OUTSIDE + levels.reduce((sum, size) => sum + size, 0), 96)
  const members: Member[] = []
  const roles = new Map<Role, Member>()

  function grow(
    parent: Member | undefined,
    name: string,
    realm: string,
    country: Country,
    reseller: boolean,
  ): Member {
    const piece = pieces(members.length)
    const above = parent?.plan
    const id = piece.slice(0, 32)
    const plan: AccountPlan = {
      id,
      name,
      realm,
      apiKey: piece.slice(32),
      timezone: country.timezone,
      language: country.language,
      tree: parent ? parent.children : [],
      resellerId: above ? (above.reseller ? above.id : above.resellerId) : id,
      reseller,
      superduper: !parent,
      enabled: reseller || !dice.chance(0.02),
      createdAt: now - dice.between(1, 3000) * DAY,
      descendants: 0,
    }
    // The tree that children of this account share.
    const member: Member = { plan, country, parent, children: [...plan.tree, id] }
    members.push(member)
    return member
  }

  const [home] = allCountries
  const story = (role: Role, parent: Member | undefined, name: string, realm: string, reseller = false) => {
    const member = grow(parent, name, `${realm}.example`, home, reseller)
    roles.set(role, member)
    return member
  }
  const master = story('master', undefined, 'Cumulus Cloud Platform', 'cumulus', true)
  const reseller = story('reseller', master, 'Meridian Wholesale', 'meridian', true)
  const rival = story('rival', master, 'Rival Voice GmbH', 'rival', true)
  grow(rival, 'Rivale Kundschaft AG', 'kundschaft.rival.example', home, false)
  const chain = story('chain', reseller, 'Corner Shop Chain', 'chain.meridian', true)
  const stories = [
    [
      chain,
      story('campus', reseller, 'University Campus Nordic', 'campus.meridian'),
      story('village', reseller, 'Hospital Village Trust', 'village.meridian'),
    ],
    [story('shop', chain, 'Corner Shop Number One', 'shop.meridian')],
  ]
  const missing = levels.map((size, at) => size - (stories[at]?.length ?? 0))
  let parents: readonly Member[] = [reseller]
  for (const [at, companies] of drawCompanies(dice, missing).entries()) {
    const level = [...(stories[at] ?? [])]
    for (const { name, country } of companies) {
      const parent =
        at === 1 && dice.chance(CHAIN / companies.length) ? chain : parents[dice.below(parents.length)]
      const realm = `a${members.length}.meridian.example`
      level.push(grow(parent, name, realm, country, at < 3 && dice.chance(0.04)))
    }
    // Half of a level has no children, as most customers have none.
    parents = level.filter(() => dice.chance(0.5))
  }
  countDescendants(members)
  return { members, roles }
}

/** From the bottom up: every account adds itself and what is below it to its parent. */
function countDescendants(members: readonly Member[]): void {
  for (const { plan, parent } of members.toReversed())
    if (parent) parent.plan.descendants += plan.descendants + 1
}
