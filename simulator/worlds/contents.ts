// What is stored for a site: its users, devices, voicemail boxes and callflows, and who is registered.
import type { Doc, Registration } from '../store.ts'
import { hexFrom } from './dice.ts'
import { deviceDoc, userDoc } from './documents.ts'
import { shortened } from './shortened.ts'
import { callflowDoc, numberDoc, vmboxDoc } from './telephony-documents.ts'
import { deviceOf, peopleOf, type Device, type Person, type Site } from './site.ts'

const DAY = 86_400_000

/** Every document of the site's account but the account document, one at a time. */
export function* documentsOf(seed: string, site: Site): Generator<Doc> {
  const account = site.account.id
  const people: Person[] = []
  for (const person of peopleOf(seed, site)) {
    people.push(person)
    yield* personDocs(seed, site, person)
  }
  for (let number = 0; number < site.devices; number++) {
    const device = deviceOf(seed, site, number, people)
    const more = deviceExtras(site, device, people)
    yield deviceDoc(seed, account, {
      id: device.id,
      name: device.name,
      type: device.type,
      enabled: device.enabled,
      createdAt: site.account.createdAt + device.dice.below(30) * DAY,
      more,
      ...(device.mac === undefined ? {} : { mac: device.mac }),
      ...(device.owner === undefined ? {} : { owner: device.owner.id }),
      ...(device.sip === undefined ? {} : { sip: device.sip }),
    })
  }
}

/** The registrations of the site, as they stood at `now` (Unix milliseconds). */
export function* registrationsOf(seed: string, site: Site, now: number): Generator<Registration> {
  if (!site.account.enabled) return
  for (let number = 0; number < site.devices; number++) {
    const { id, registered, sip, userAgent = '', dice } = deviceOf(seed, site, number, [])
    if (!registered || !sip) continue
    const ip = `${dice.pick(['192.0.2', '198.51.100', '203.0.113'])}.${dice.between(1, 254)}`
    const behindNat = dice.chance(0.7)
    const port = behindNat ? dice.between(1024, 65_535) : 5060
    const local = behindNat ? `192.168.${dice.between(0, 40)}.${dice.between(2, 254)}` : ip
    yield {
      accountId: site.account.id,
      deviceId: id,
      username: sip.username,
      realm: site.account.realm,
      userAgent,
      ip,
      port,
      contact: `sip:${sip.username}@${local}:5060`,
      registeredAt: now - dice.below(300_000),
      expires: dice.pick([300, 300, 360, 3600]),
    }
  }
}

function* personDocs(seed: string, site: Site, person: Person): Generator<Doc> {
  const account = site.account.id
  const createdAt = site.account.createdAt + person.dice.below(10) * DAY
  const name = `${person.first} ${person.last}`
  const direct = person.dice.chance(0.25) ? numberOf(site, Number(person.extension)) : undefined
  if (direct !== undefined) yield numberDoc(seed, account, createdAt, direct)
  yield userDoc(seed, account, {
    ...person,
    createdAt,
    more: userExtras(site, person, direct !== undefined),
  })
  const ring: Doc = {
    data: { id: person.id, can_call_self: false, timeout: 20 },
    module: 'user',
    children: {},
  }
  if (person.dice.chance(0.6)) {
    const box = hexFrom(seed, `vmbox/${person.id}`, 32)
    ring['children'] = { _: { data: { id: box }, module: 'voicemail', children: {} } }
    yield vmboxDoc(seed, account, createdAt, {
      _id: box,
      name: shortened(`${name}'s VMBox`, 128),
      mailbox: person.extension,
      owner_id: person.id,
      timezone: site.account.timezone,
    })
  }
  yield callflowDoc(seed, account, createdAt, {
    _id: hexFrom(seed, `callflow/${person.id}`, 32),
    name: shortened(`${name} SmartPBX's Callflow`, 128),
    type: 'mainUserCallflow',
    contact_list: { exclude: false },
    numbers: direct === undefined ? [person.extension] : [person.extension, direct],
    owner_id: person.id,
    flow: ring,
  })
}

function userExtras(site: Site, { dice, first, last, username, extension }: Person, direct: boolean): Doc {
  const more: Doc = {
    email: `${username}@${site.account.realm}`,
    timezone: site.account.timezone,
    presence_id: extension,
    caller_id: direct
      ? callerId(site, first, last, extension)
      : { internal: { name: shortened(`${first} ${last}`, 35), number: extension } },
  }
  if (dice.chance(0.08)) more['call_forward'] = forwarding(numberOf(site, dice.below(9000)), dice.chance(0.6))
  if (dice.chance(0.06)) more['do_not_disturb'] = { enabled: true }
  if (dice.chance(0.1))
    more['hotdesk'] = {
      enabled: true,
      id: extension,
      keep_logged_in_elsewhere: dice.chance(0.3),
      pin: String(dice.between(1000, 9999)),
      require_pin: true,
    }
  return more
}

function deviceExtras(site: Site, { dice, owner, phone, type }: Device, people: readonly Person[]): Doc {
  const more: Doc = {}
  if (phone)
    more['provision'] = {
      endpoint_brand: phone.brand,
      endpoint_family: phone.family,
      endpoint_model: phone.model,
    }
  if (phone && dice.chance(0.5))
    more['media'] = {
      audio: { codecs: ['PCMU', 'PCMA'] },
      encryption: { enforce_security: false },
      video: { codecs: [] },
    }
  if (['cellphone', 'landline', 'smartphone'].includes(type))
    more['call_forward'] = forwarding(numberOf(site, dice.below(9000)), dice.chance(0.8))
  else if (dice.chance(0.04)) more['call_forward'] = forwarding(numberOf(site, dice.below(9000)), true)
  if (owner && dice.chance(0.2)) more['caller_id'] = callerId(site, owner.first, owner.last, owner.extension)
  if (type === 'fax') more['media'] = { fax_option: true, audio: { codecs: ['PCMU'] } }
  const visitor = phone && dice.chance(0.04) ? people[dice.below(people.length)] : undefined
  if (visitor) more['hotdesk'] = { users: { [visitor.id]: {} } }
  if (type === 'sip_uri')
    more['sip'] = {
      invite_format: 'route',
      method: 'password',
      route: 'sip:door@198.51.100.7',
      expire_seconds: 300,
    }
  return more
}

function callerId(site: Site, first: string, last: string, extension: string): Doc {
  const name = shortened(`${first} ${last}`, 35)
  return {
    internal: { name, number: extension },
    external: { name: shortened(site.account.name, 35), number: numberOf(site, Number(extension)) },
    emergency: { name, number: numberOf(site, 0) },
  }
}

function forwarding(number: string, enabled: boolean): Doc {
  return {
    enabled,
    number,
    direct_calls_only: false,
    failover: false,
    ignore_early_media: true,
    keep_caller_id: true,
    require_keypress: true,
    substitute: true,
  }
}

/** A number of the country: a block for the site, and the line in it. */
function numberOf(site: Site, line: number): string {
  const block = 200 + (Number.parseInt(site.account.id.slice(6, 10), 16) % 800)
  return `${site.country.prefix}${block}${String(line % 10_000).padStart(4, '0')}`
}
