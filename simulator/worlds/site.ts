// One customer's site: who works there, and which phone stands where. Everything follows from the seed and a
// number.
import type { Country } from './companies.ts'
import { oddDevices, oddPeople } from './companies.ts'
import { Dice, hexFrom, passwordFrom } from './dice.ts'
import type { AccountPlan } from './documents.ts'
import { languages, type Language } from './names.ts'
import { adapters, deskPhones, modelName, softphones, type Phone } from './phones.ts'
import { places } from './places.ts'
import { shortened } from './shortened.ts'

export type Site = {
  account: AccountPlan
  country: Country
  users: number
  devices: number
  /** The first users, who have documented names and passwords. */
  fixed: readonly FixedPerson[]
  /** Share of people and devices with names that a careless portal would choke on. */
  oddness: number
}
export type FixedPerson = {
  id: string
  username: string
  password: string
  first: string
  last: string
  admin: boolean
  enabled: boolean
}
export type Person = FixedPerson & { extension: string; dice: Dice }

/** Share of people with names of the site's own country; the others have names of any country. */
const AT_HOME = 0.7
const languageOf: ReadonlyMap<string, Language> = new Map(languages.map((each) => [each.language, each]))

/** All users of a site, in order of their extensions; usernames are unique within it. */
export function* peopleOf(seed: string, site: Site): Generator<Person> {
  const taken = new Set<string>()
  for (let number = 0; number < site.users; number++) {
    const made = hexFrom(seed, `user/${site.account.id}/${number}`, 64)
    const dice = new Dice(made.slice(56))
    const extension = String(1001 + number)
    const known = site.fixed[number]
    const { first, last, username } = known ?? nameOf(dice, site)
    const unique = taken.has(username) ? `${username}${extension}` : username
    taken.add(unique)
    yield known
      ? { ...known, extension, dice }
      : {
          id: made.slice(0, 32),
          username: unique,
          password: passwordFrom(made.slice(32, 56)),
          first,
          last,
          admin: number === 0 || dice.chance(0.05),
          enabled: !dice.chance(0.04),
          extension,
          dice,
        }
  }
}

function nameOf(dice: Dice, { oddness, country }: Site): { first: string; last: string; username: string } {
  if (dice.chance(oddness)) {
    const [first, last] = dice.pick(oddPeople)
    return { first, last, username: `guest${dice.below(100_000)}` }
  }
  const spoken = (dice.chance(AT_HOME) ? languageOf.get(country.language) : undefined) ?? dice.pick(languages)
  const first = dice.pick(spoken.first)
  const last = dice.pick(spoken.last)
  return {
    first: first.shown,
    last: last.shown,
    username: `${first.latin}.${last.latin}`.replaceAll(/[^a-z.-]/g, ''),
  }
}

type Rooms = (typeof places)['de-de']

export type Device = {
  id: string
  name: string
  type: string
  phone?: Phone
  mac?: string
  owner?: Person
  enabled: boolean
  sip?: { username: string; password: string }
  userAgent?: string
  registered: boolean
  dice: Dice
}

function times(count: number, type: string): string[] {
  return Array.from({ length: count }, () => type)
}

const types: readonly [string, ...string[]] = [
  'sip_uri',
  'landline',
  ...times(82, 'sip_device'),
  ...times(8, 'softphone'),
  ...times(4, 'cellphone'),
  ...times(2, 'fax'),
  ...times(2, 'ata'),
  ...times(2, 'smartphone'),
]

/** The site's device of that number. The first ones belong to people; the others hang on walls. */
export function deviceOf(seed: string, site: Site, number: number, people: readonly Person[]): Device {
  const made = hexFrom(seed, `device/${site.account.id}/${number}`, 128)
  const dice = new Dice(made.slice(120))
  const owner = dice.chance(0.85) ? people[number] : undefined
  const type = dice.pick(types)
  const phone =
    type === 'sip_device'
      ? dice.pick(deskPhones)
      : ['fax', 'ata'].includes(type)
        ? dice.pick(adapters)
        : undefined
  const device: Device = {
    id: made.slice(0, 32),
    name: '',
    type,
    enabled: !dice.chance(0.06),
    registered: false,
    dice,
  }
  if (owner) device.owner = owner
  if (phone) {
    device.phone = phone
    // Multiplying by an odd number permutes the 24 bits, so no two devices of a site share an address.
    const block = Math.imul(number, 0x9e_37_79_b1) + Number.parseInt(site.account.id.slice(0, 6), 16)
    device.mac = dice.pick(phone.ouis) + (block & 0xff_ff_ff).toString(16).padStart(6, '0')
    device.userAgent = phone.userAgent.replace('{mac}', device.mac)
  } else if (type === 'softphone' || type === 'smartphone') device.userAgent = dice.pick(softphones)
  if (device.userAgent !== undefined) {
    device.sip = { username: `user_${made.slice(32, 42)}`, password: passwordFrom(made.slice(42, 66)) }
    device.registered = device.enabled && dice.chance(0.88)
  }
  device.name = dice.chance(site.oddness)
    ? dice.pick(oddDevices)
    : shortened(deviceName(device, number, places[site.country.language]), 128)
  return device
}

function deviceName({ dice, owner, phone, type }: Device, number: number, rooms: Rooms): string {
  const model = phone ? modelName(phone) : type.replace('_', ' ')
  if (!owner) return `${dice.pick(rooms)} ${dice.chance(0.4) ? model : String(number + 1)}`
  switch (dice.below(4)) {
    case 0:
      return `${model} ${owner.last}`
    case 1:
      return `${owner.first} ${owner.last}`
    case 2:
      return `${owner.extension} ${owner.last}, ${dice.pick(rooms)}`
    default:
      return `${owner.last} – ${model}`
  }
}
