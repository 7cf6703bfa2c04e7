// The demo's tree of accounts: the platform, the reseller with 300 accounts in four levels below, and rivals
// beside it.
import { normalName } from '../account-lookups.ts'
import { countries, oddCompanies, type Country, type Tongue } from './companies.ts'
import type { Role } from './demo-people.ts'
import { Dice, hexFrom } from './dice.ts'
import type { AccountPlan } from './documents.ts'
import { districts } from './places.ts'

export type Branch = {
  account: AccountPlan
  country: Country
  parent?: Branch
  level: number
  role?: Role
  /** In the test lab: its name, its people's and its phones' are hostile. */
  testing?: true
}

/** How many accounts each level below the reseller has. */
const levels = [64, 118, 82, 36] as const
const DAY = 86_400_000

/** Level 1 starts with these; the others are generated. */
const LEVEL_ONE: readonly { role?: Role; name: string; reseller?: boolean; language: Tongue }[] = [
  { role: 'bakery', name: 'Bäckerei Vogel GmbH', language: 'de-de' },
  { role: 'clinic', name: 'Hansa Klinikverbund gGmbH', language: 'de-de' },
  { role: 'subreseller', name: 'Alster Voice', reseller: true, language: 'de-de' },
  { role: 'trial', name: 'Fördewind Software UG', language: 'de-de' },
  { role: 'expired', name: 'Jensen & Söhne Bootsbau', language: 'de-de' },
  { role: 'disabled', name: 'Hanse Textil AG', language: 'de-de' },
  { name: 'Rhône Télécom Services', reseller: true, language: 'fr-fr' },
  { name: 'Wisła Głos', reseller: true, language: 'pl-pl' },
  { name: 'Bosphorus Voice', reseller: true, language: 'tr-tr' },
  { name: 'Prairie Dial Tone', reseller: true, language: 'en-us' },
  // The last by name: users of the demo see customers first.
  { role: 'test lab', name: 'Zz Test Lab', reseller: true, language: 'en-us' },
]

/** Every account of the demo, parents before children. */
export function demoBranches(seed: string, now: number): Branch[] {
  const dice = new Dice(hexFrom(seed, 'demo tree', 8))
  const names = new Set<string>()
  const realms = new Set<string>()
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
      realm: freshRealm(name, country, realms),
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
  for (const { role, name, reseller: resells = false, language } of LEVEL_ONE) {
    const country = countries.find((candidate) => candidate.language === language) ?? home
    const branch = grow(reseller, name, country, { reseller: resells, ...stateOf(role, now) })
    if (role) branch.role = role
  }
  growTestLab(grow, all)
  levels.forEach((size, at) => {
    const parents = all.filter(
      ({ level, role, testing }) => level === at + 1 && mayHaveChildren(role) && testing === undefined,
    )
    const resellers = parents.filter(({ account }) => account.reseller)
    let missing = size - all.filter(({ level }) => level === at + 2).length
    for (; missing > 0; missing--) {
      const pool = resellers.length > 0 && dice.chance(0.7) ? resellers : parents
      const parent = pool[dice.below(pool.length)] ?? reseller
      const country = dice.chance(0.8) ? parent.country : dice.pick(countries)
      grow(parent, freshName(dice, country, names), country, {
        enabled: !dice.chance(0.04),
        reseller: at === 1 && missing % 29 === 0,
      })
    }
  })
  growRivals(grow, master, home)
  return all
}

/**
 * Names that a careless portal would choke on, all of them below one reseller; the first has a customer of
 * its own.
 */
function growTestLab(
  grow: (parent: Branch, name: string, country: Country) => Branch,
  all: readonly Branch[],
): void {
  const lab = all.find(({ role }) => role === 'test lab')
  if (!lab) throw new Error('the demo has no test lab')
  lab.testing = true
  const [first] = oddCompanies.map((name) => {
    const branch = grow(lab, name, lab.country)
    branch.testing = true
    return branch
  })
  if (first) grow(first, 'Below <b>Markup</b> & Co', lab.country).testing = true
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
  const german = districts[home.language]
  for (const place of german.slice(0, 6)) grow(rival, `Rivale ${place}`, home)
  const other = grow(master, 'Kontinent Telecom', home, { realm: 'kontinent.example', reseller: true })
  for (const place of german.slice(6, 10)) grow(other, `Kontinent ${place}`, home)
}

function mayHaveChildren(role: Role | undefined): boolean {
  return role === undefined || role === 'reseller' || role === 'subreseller'
}

function stateOf(role: Role | undefined, now: number): Partial<AccountPlan> {
  const states: Partial<Record<Role, Partial<AccountPlan>>> = {
    bakery: { realm: 'vogel.nordlicht.example' },
    clinic: { realm: 'klinik.nordlicht.example' },
    subreseller: { realm: 'alster.nordlicht.example' },
    trial: { realm: 'foerdewind.nordlicht.example', createdAt: now - 5 * DAY, trialEndsAt: now + 9 * DAY },
    expired: { realm: 'jensen.nordlicht.example', createdAt: now - 40 * DAY, trialEndsAt: now - 10 * DAY },
    disabled: { realm: 'hanse-textil.nordlicht.example', enabled: false },
  }
  return (role && states[role]) ?? {}
}

/** A company's name that no other account has, in Kazoo's sense: by lower-case ASCII letters and digits. */
function freshName(dice: Dice, country: Country, taken: ReadonlySet<string>): string {
  const form = dice.pick(country.form)
  const isTaken = (business: string) => country.form.some((each) => taken.has(normalName(business + each)))
  let business = businessName(dice, country)
  // Two accounts with the same name would look like one customer.
  for (let rolls = 0; rolls < 20 && isTaken(business); rolls++) business = businessName(dice, country)
  while (isTaken(business)) business += ` ${dice.pick(districts[country.language])}`
  return `${business} ${form}`.trim()
}

function businessName(dice: Dice, { trades, owners, ownerFirst }: Country): string {
  const [trade, owner] = [dice.pick(trades), dice.pick(owners)]
  return ownerFirst ? `${owner} ${trade}` : `${trade} ${owner}`
}

/**
 * A realm below the reseller's that no other account has: the name without its legal form, in letters that a
 * host may have.
 */
function freshRealm(name: string, { form }: Country, taken: Set<string>): string {
  const legal = form.find((each) => each !== '' && name.endsWith(` ${each}`)) ?? ''
  const slug = slugOf(name.slice(0, name.length - legal.length)) || 'customer'
  let realm = `${slug}.nordlicht.example`
  for (let number = 2; taken.has(realm); number++) realm = `${slug}-${number}.nordlicht.example`
  taken.add(realm)
  return realm
}

/** Letters that Unicode does not decompose, and those that Germans spell out. */
const SPELLED: Readonly<Record<string, string>> = { ß: 'ss', ä: 'ae', ö: 'oe', ü: 'ue', ł: 'l', ı: 'i' }

function slugOf(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[ßäöüłı]/g, (letter) => SPELLED[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40)
}
