// The demo's tree of accounts: the platform, the reseller with 300 accounts in four levels below, and rivals beside it.
import { normalName } from '../account-lookups.ts'
import { countries, oddCompanies, type Country } from './companies.ts'
import type { Role } from './demo-people.ts'
import { Dice, hexFrom } from './dice.ts'
import type { AccountPlan } from './documents.ts'
import { districts } from './places.ts'

export type Branch = { account: AccountPlan; country: Country; parent?: Branch; level: number; role?: Role }

/** How many accounts stand on each level below the reseller. */
const levels = [64, 118, 82, 36] as const
const DAY = 86_400_000

/** Level 1 begins with these; the rest is made up. */
const told: readonly { role?: Role; name: string; reseller?: boolean; language: string }[] = [
  { role: 'bakery', name: 'Bäckerei Vogel GmbH', language: 'de-de' },
  { role: 'clinic', name: 'Hansa Klinikverbund gGmbH', language: 'de-de' },
  { role: 'subreseller', name: 'Alster Voice', reseller: true, language: 'de-de' },
  { role: 'trial', name: 'Probezeit Start-up UG', language: 'de-de' },
  { role: 'expired', name: 'Abgelaufen & Söhne', language: 'de-de' },
  { role: 'disabled', name: 'Stillgelegt Textil AG', language: 'de-de' },
  { name: 'Rhône Télécom Services', reseller: true, language: 'fr-fr' },
  { name: 'Wisła Głos', reseller: true, language: 'pl-pl' },
  { name: 'Bosphorus Voice', reseller: true, language: 'tr-tr' },
  { name: 'Prairie Dial Tone', reseller: true, language: 'en-us' },
]

/** Every account of the demo, parents before children. */
export function demoBranches(seed: string, now: number): Branch[] {
  const dice = new Dice(hexFrom(seed, 'demo tree', 8))
  const names = new Set<string>()
  const all: Branch[] = []

  function grow(
    parent: Branch | undefined,
    name: string,
    country: Country,
    more: Partial<AccountPlan> = {},
  ): Branch {
    const number = all.length
    names.add(normalName(name))
    const id = hexFrom(seed, `account/${number}`, 32)
    const account: AccountPlan = {
      id,
      name,
      realm: `${slugOf(name) || 'kunde'}-${number}.${parent ? 'nordlicht' : 'cumulus'}.example`,
      apiKey: hexFrom(seed, `api key/${number}`, 64),
      timezone: country.timezone,
      language: country.language,
      tree: parent ? [...parent.account.tree, parent.account.id] : [],
      resellerId: parent ? (parent.account.reseller ? parent.account.id : parent.account.resellerId) : id,
      reseller: false,
      enabled: true,
      createdAt: now - dice.between(20, 2400) * DAY,
      descendants: 0,
      ...more,
    }
    const branch: Branch = {
      account,
      country,
      level: parent ? parent.level + 1 : 0,
      ...(parent ? { parent } : {}),
    }
    for (let above = parent; above; above = above.parent) above.account.descendants++
    all.push(branch)
    return branch
  }

  const [home] = countries
  const master = grow(undefined, 'Cumulus Cloud Platform', home, {
    realm: 'cumulus.example',
    reseller: true,
    superduper: true,
  })
  master.role = 'master'
  const reseller = grow(master, 'Nordlicht Telekom', home, { realm: 'nordlicht.example', reseller: true })
  reseller.role = 'reseller'
  for (const { role, name, reseller: resells = false, language } of told) {
    const country = countries.find((candidate) => candidate.language === language) ?? home
    const branch = grow(reseller, name, country, { reseller: resells, ...stateOf(role, now) })
    if (role) branch.role = role
  }
  const odd = [...oddCompanies]
  levels.forEach((size, at) => {
    const parents = all.filter(({ level, role }) => level === at + 1 && mayHaveChildren(role))
    const resellers = parents.filter(({ account }) => account.reseller)
    let missing = size - all.filter(({ level }) => level === at + 2).length
    for (; missing > 0; missing--) {
      const pool = resellers.length > 0 && dice.chance(0.7) ? resellers : parents
      const parent = pool[dice.below(pool.length)] ?? reseller
      const country = dice.chance(0.8) ? parent.country : dice.pick(countries)
      const name = (missing % 8 === 0 ? odd.shift() : undefined) ?? freshName(dice, country, names)
      grow(parent, name, country, { enabled: !dice.chance(0.04), reseller: at === 1 && missing % 29 === 0 })
    }
  })
  growRivals(grow, master, home)
  return all
}

/** Other resellers of the same platform and their customers: the portal must never see them. */
function growRivals(
  grow: (parent: Branch, name: string, country: Country, more?: Partial<AccountPlan>) => Branch,
  master: Branch,
  home: Country,
): void {
  const rival = grow(master, 'Rival Voice GmbH', home, { realm: 'rival.example', reseller: true })
  rival.role = 'rival'
  const customer = grow(rival, 'Rivale Kundschaft AG', home, { realm: 'kundschaft.rival.example' })
  customer.role = 'rival customer'
  for (const place of districts.slice(0, 6)) grow(rival, `Rivale ${place}`, home)
  const other = grow(master, 'Kontinent Telecom', home, { realm: 'kontinent.example', reseller: true })
  for (const place of districts.slice(6, 10)) grow(other, `Kontinent ${place}`, home)
}

function mayHaveChildren(role: Role | undefined): boolean {
  return role === undefined || role === 'reseller' || role === 'subreseller'
}

function stateOf(role: Role | undefined, now: number): Partial<AccountPlan> {
  const states: Partial<Record<Role, Partial<AccountPlan>>> = {
    bakery: { realm: 'vogel.nordlicht.example' },
    clinic: { realm: 'klinik.nordlicht.example' },
    subreseller: { realm: 'alster.nordlicht.example' },
    trial: { realm: 'probe.nordlicht.example', createdAt: now - 5 * DAY, trialEndsAt: now + 9 * DAY },
    expired: { realm: 'ende.nordlicht.example', createdAt: now - 40 * DAY, trialEndsAt: now - 10 * DAY },
    disabled: { realm: 'still.nordlicht.example', enabled: false },
  }
  return (role && states[role]) ?? {}
}

/** A company's name that no other account has, in Kazoo's sense: by lower-case ASCII letters and digits. */
function freshName(dice: Dice, country: Country, taken: ReadonlySet<string>): string {
  let name = `${dice.pick(country.trades)} ${dice.pick(country.owners)} ${dice.pick(country.form)}`.trim()
  while (taken.has(normalName(name))) name = `${name} ${dice.pick(districts)}`
  return name
}

function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40)
}
