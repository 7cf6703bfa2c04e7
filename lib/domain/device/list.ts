// The devices of an account: who is registered, whose they are, what they are; filtered, sorted and paged here.
import 'server-only'
import { listDevices as list, type DeviceRowDoc } from '../../kazoo/devices.ts'
import type { KazooId } from '../../kazoo/ids.ts'
import type { RegistrationDoc } from '../../kazoo/registrations.ts'
import { listUsers, type UserRowDoc } from '../../kazoo/users.ts'
import { SealedMap } from '../../sealed.ts'
import type { Issue } from '../../session/proxy-ids.ts'
import { bareMac, type DeviceList, type DeviceQuery, type DeviceRow } from '../../views/device.ts'
import type { Grant } from '../grant.ts'
import { nameOf } from './owner.ts'
import { registrationsOf } from './registration.ts'

const PAGE = 50

/** A device before it has an id for the browser. */
type Listed = Omit<DeviceRow, 'id'> & { device: KazooId<'device'>; username: string }
/** A page that waits for its ids. */
export type DeviceListing = Omit<DeviceList, 'rows'> & { rows: Listed[] }

/** The page that `query` asks for. Three calls to Kazoo, side by side. @throws NotFound, Unavailable. */
export async function listDevices(
  grant: Grant,
  account: KazooId<'account'>,
  query: DeviceQuery,
): Promise<DeviceListing> {
  const [devices, users, registrations] = await Promise.all([
    list(grant.kazoo, account),
    listUsers(grant.kazoo, account),
    registrationsOf(grant, account),
  ])
  const all = join(devices, users, registrations)
  const matching = all.filter(matcher(query.text)).toSorted(order(query))
  const pages = Math.max(1, Math.ceil(matching.length / PAGE))
  const page = Math.min(Math.max(1, query.page), pages)
  return {
    rows: matching.slice((page - 1) * PAGE, page * PAGE),
    total: all.length,
    matching: matching.length,
    registered: registrations === null ? null : all.filter(({ registered }) => registered === true).length,
    pages,
    query: { ...query, page },
  }
}

function join(
  devices: readonly DeviceRowDoc[],
  users: readonly UserRowDoc[],
  registrations: readonly RegistrationDoc[] | null,
): Listed[] {
  const names = new SealedMap(users.map((user) => [user.id, nameOf(user)] as const))
  const agents = new SealedMap(
    (registrations ?? []).flatMap(({ device, userAgent }) =>
      device === null ? [] : [[device, userAgent ?? ''] as const],
    ),
  )
  return devices.map((doc) => ({
    device: doc.id,
    name: doc.name,
    type: doc.type,
    username: doc.username ?? '',
    macAddress: doc.macAddress ?? '',
    owner: doc.owner === null ? null : (names.get(doc.owner) ?? null),
    model: agents.get(doc.id) || null,
    enabled: doc.enabled,
    registered: registrations === null ? null : agents.has(doc.id),
  }))
}

function matcher(text: string): (row: Listed) => boolean {
  const sought = text.trim().toLowerCase()
  const mac = bareMac(sought).replaceAll(/[:.-]/g, '')
  if (sought === '') return () => true
  return (row) =>
    [row.name, row.owner ?? '', row.model ?? '', row.username].some((field) =>
      field.toLowerCase().includes(sought),
    ) ||
    (mac !== '' && row.macAddress.includes(mac))
}

const compare = new Intl.Collator('en', { numeric: true, sensitivity: 'base' }).compare

const compareLetters = new Intl.Collator('en').compare

function order({ sort, descending }: DeviceQuery): (a: Listed, b: Listed) => number {
  const turn = descending ? -1 : 1
  const key = (row: Listed): string => {
    if (sort === 'registered') return row.registered ? '0' : '1'
    return row[sort] ?? ''
  }
  // Figures within hexadecimal are no numbers.
  const by = sort === 'macAddress' ? compareLetters : compare
  return (a, b) => turn * by(key(a), key(b)) || compare(a.name, b.name)
}

/** The listing with ids: only the rows that are shown get any. */
export function toDeviceList(listing: DeviceListing, account: KazooId<'account'>, issue: Issue): DeviceList {
  const rows = listing.rows.map(({ device, name, type, model, macAddress, owner, enabled, registered }) => ({
    id: issue('device', { account, device }),
    name,
    type,
    model,
    macAddress,
    owner,
    enabled,
    registered,
  }))
  return { ...listing, rows }
}
