// Invented data for the gallery.
import type { AccountBranch, AccountDraft, AccountRow, Orphans } from '../../lib/views/account.ts'
import { EDITABLE_DEVICE } from '../../lib/views/device-fields.ts'
import { DEVICE_STATES } from '../../lib/views/device-state.ts'
import { record } from '../../lib/views/field-list.ts'
import type { DeviceDraft, DeviceList, DeviceRow, OwnerOption } from '../../lib/views/device.ts'
import { PREFIX, proxyId, type Kind, type ProxyId } from '../../lib/views/ids.ts'
import { VERBS, type ViewerBadge } from '../../lib/views/viewer.ts'

function sampleId<K extends Kind>(kind: K, number: number): ProxyId<K> {
  const id = proxyId(kind, `${PREFIX[kind]}${String(number).padStart(21, '0')}A`)
  if (id === null) throw new Error('A sample id has the shape of a proxy id.')
  return id
}

const NONE = { count: 0, names: [] }
const NO_STATES = record(DEVICE_STATES, () => 0)

export const viewer: ViewerBadge = {
  name: 'Maren Okonjo',
  email: 'maren@harbourtel.example',
  role: 'admin',
  base: '',
  help: null,
  impersonation: null,
  tenant: 'Harbour Telecom',
  may: VERBS,
}

const lindqvist = {
  name: 'Lindqvist Dental Group',
  realm: 'lindqvist.sip.harbourtel.example',
  timezone: 'Europe/Stockholm',
}

export const account: AccountDraft = {
  ...lindqvist,
  id: sampleId('account', 1),
  text: { ...lindqvist, enabled: 'on' },
  enabled: true,
  granted: false,
  reseller: true,
  createdAt: '2024-03-11T08:30:00Z',
}

export const breadcrumbs = [
  { id: sampleId('account', 90), name: 'Harbour Telecom' },
  { id: sampleId('account', 91), name: 'Nordic partners' },
  { id: account.id, name: account.name },
]

const NAMES = [
  'Reception',
  'Dr. Åsa Berg',
  'Lab, second floor',
  'Door intercom',
  'Ali’s softphone',
  'On-call mobile',
]
const MODELS = ['Yealink T46U', 'Polycom VVX 450', 'Snom D785', null]
const AGENTS = ['Yealink SIP-T46U 108.86.0.20', 'PolycomVVX-VVX_450-UA/6.4.3', 'snomD785/10.1.148.1', null]
const OWNERS = ['Åsa Berg', 'Ali Rahimi', 'Wilhelmina Oyelaran-Fitzgerald', null]
const TYPES = ['sip_device', 'sip_device', 'sip_device', 'sip_device', 'softphone', 'cellphone']

function device(number: number): DeviceRow {
  const type = TYPES[number % TYPES.length] ?? 'sip_device'
  const phone = type === 'sip_device'
  return {
    id: sampleId('device', number),
    name: `${NAMES[number % NAMES.length]}${number < NAMES.length ? '' : ` ${number}`}`,
    type,
    model: phone ? (MODELS[number % MODELS.length] ?? null) : null,
    agent: phone ? (AGENTS[number % AGENTS.length] ?? null) : null,
    username: phone ? `user_${number}` : '',
    macAddress: phone ? `001565${(0xabc000 + number * 977).toString(16)}` : '',
    owner: OWNERS[number % OWNERS.length] ?? null,
    enabled: number % 7 !== 3,
    registered: number % 5 === 4 ? null : number % 3 !== 1,
  }
}

export function devices(matching: number, text = ''): DeviceList {
  return {
    rows: Array.from({ length: Math.min(matching, 50) }, (_, number) => device(number)),
    total: text === '' ? matching : 2031,
    matching,
    states: { ...NO_STATES, online: Math.floor(matching * 0.9), offline: Math.ceil(matching * 0.1) },
    choices: { state: [{ value: 'online', count: 3 }], type: [{ value: 'softphone', count: 2 }] },
    pages: Math.max(1, Math.ceil(matching / 50)),
    query: { text, filters: {}, sort: 'name', descending: false, page: 1 },
    whole: false,
    ownersKnown: true,
    unopenable: NONE,
  }
}

/** A list of `count` devices on one page. */
export function wholeList(count: number): DeviceList {
  const rows = Array.from({ length: count }, (_, number) => device(number))
  return { ...devices(count), rows, pages: 1, whole: true }
}

export const owners: OwnerOption[] = OWNERS.filter((name) => name !== null).map((name, number) => ({
  id: sampleId('user', number),
  name,
}))

export const draft: DeviceDraft = {
  id: sampleId('device', 0),
  account: account.id,
  name: 'Reception',
  type: 'sip_device',
  held: { sipPassword: true },
  nested: [],
  text: {
    ...record(EDITABLE_DEVICE, () => ''),
    name: 'Reception',
    macAddress: '001565abcdef',
    enabled: 'on',
    owner: owners[0]?.id ?? '',
    sipUsername: 'user_reception',
    forwardNumber: '+4685550123',
    forwardKeepCallerId: 'on',
    internalName: 'Reception',
    internalNumber: '100',
    externalName: 'Lindqvist Dental',
    externalNumber: '+4685550100',
  },
}

const TOWNS = ['Ashford', 'Bergen', 'Carrick', 'Dover', 'Elba', 'Fano', 'Ghent', 'Hove', 'Imola', 'Jaffa']
const TRADES = ['Dental', 'Freight', 'Legal', 'Motors', 'Bakery', 'Clinic', 'Press', 'Studios']

export const root: AccountRow = {
  id: sampleId('account', 90),
  name: 'Harbour Telecom',
  realm: 'harbourtel.example',
  below: 4210,
}

/** `count` accounts from number `first` on; every third has sub-accounts. */
export function branch(count: number, first = 0): AccountBranch {
  const rows = Array.from({ length: count }, (_, index) => {
    const number = first + index
    const name = `${TOWNS[number % TOWNS.length]} ${TRADES[number % TRADES.length]}`
    return {
      id: sampleId('account', 1000 + number),
      name: number < 80 ? name : `${name} ${number}`,
      realm: `${name.toLowerCase().replace(' ', '-')}.harbourtel.example`,
      below: number % 3 === 0 ? 2000 - (number % 1990) : 0,
    }
  })
  return { rows, unopenable: NONE, next: sampleId('cursor', first + count) }
}

/** Two accounts, of which one has no name, and one that cannot be opened. */
export const oddBranch: AccountBranch = {
  rows: [{ id: sampleId('account', 980), name: '', realm: '', below: null }, ...branch(1).rows],
  unopenable: { count: 1, names: ['Imported 2014'] },
  next: null,
}

export const orphans: Orphans = {
  rows: [
    { id: sampleId('account', 990), name: 'Fano Motors', realm: 'fano.harbourtel.example', below: 3 },
    { id: sampleId('account', 991), name: '', realm: '', below: 0 },
  ],
  more: 0,
  checked: 5000,
}

/** Devices of which one has no name, and some that cannot be opened. */
export const oddDevices: DeviceList = {
  ...devices(3),
  rows: [{ ...device(0), name: '' }, device(1), device(2)],
  unopenable: { count: 2, names: ['Old fax', ''] },
}
