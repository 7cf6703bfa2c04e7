// The devices of an account: who is registered, whose they are, what they are; filtered, sorted and paged
// here.
import 'server-only'
import { listDevices as list, type DeviceRowDoc } from '../../kazoo/devices.ts'
import type { KazooId } from '../../kazoo/ids.ts'
import { listUsers, type UserRowDoc } from '../../kazoo/users.ts'
import { SealedMap } from '../../sealed.ts'
import { withProxyIds, resolve, type Issue } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { DeviceList, DeviceQuery, DeviceRow } from '../../views/device.ts'
import { deviceRules } from '../../views/device-rules.ts'
import { inOrder, listPage, WHOLE_ROWS } from '../../views/list.ts'
import { ancestorsWithin, grantOf, type Grant } from '../grant.ts'
import { loadOptional } from '../optional-part.ts'
import { permit } from '../permission.ts'
import { nameOf } from './owner.ts'
import { keepingRecent } from './recent.ts'
import { presenceOf, type Presence } from './registration.ts'

/** A device before it has an id for the browser. */
type Listed = Omit<DeviceRow, 'id'> & { device: KazooId<'device'> }
/** A page that waits for its ids. */
export type DeviceListing = Omit<DeviceList, 'rows'> & { rows: Listed[] }

/**
 * The page that `query` asks for. Three calls to Kazoo, side by side: it can neither sort by what we show nor
 * look for parts of it, and does not count, so every page is cut from the whole (decision 152). A page on,
 * and a narrower list, may be cut from what was read seconds ago. @throws NotFound, Unavailable.
 */
export async function listDevices(
  { session }: Viewer,
  grant: Grant,
  account: KazooId<'account'>,
  query: DeviceQuery,
): Promise<DeviceListing> {
  const fresh = query.text === '' && query.page === 1
  const read = () => everyDevice(grant, account)
  const { all, registered, ownersKnown } = await recent(session.digest.digest, account, { fresh, read })
  const sorted = ordered(all, query)
  if (query.page === 'all' && all.length <= WHOLE_ROWS) {
    const everything = listPage(sorted, { ...query, text: '' }, deviceRules)
    return { ...everything, query, registered, ownersKnown, whole: true }
  }
  const page = query.page === 'all' ? 1 : query.page
  return { ...listPage(sorted, { ...query, page }, deviceRules), registered, ownersKnown, whole: false }
}

/**
 * Every device by name, for a browser that filters by itself; null when they are too many, or whose they are
 * is not known. @throws Forbidden, NotFound, Unavailable.
 */
export async function listEveryDevice(viewer: Viewer, account: string): Promise<DeviceRow[] | null> {
  permit(viewer, 'device.read')
  const id = await resolve(viewer.session, 'account', account)
  const grant = grantOf(viewer)
  // The way down from the granted account is the proof that it is still ours.
  const [{ all, ownersKnown }] = await Promise.all([everyDevice(grant, id), ancestorsWithin(grant, id)])
  if (all.length > WHOLE_ROWS || !ownersKnown) return null
  return withProxyIds(viewer.session, (issue) => all.map((row) => toRow(row, id, issue)))
}

type Everything = { all: Listed[]; registered: number | null; ownersKnown: boolean }

const recent = keepingRecent<Everything>()
const orders = new WeakMap<readonly Listed[], Map<string, Listed[]>>()

/** In the order of the query; a list that is asked for again in the same order is sorted once. */
function ordered(all: readonly Listed[], { sort, descending }: DeviceQuery): Listed[] {
  const known = orders.get(all) ?? new Map<string, Listed[]>()
  const name = `${sort} ${descending}`
  const sorted = known.get(name) ?? inOrder(all, { sort, descending }, deviceRules)
  orders.set(all, known.set(name, sorted))
  return sorted
}

async function everyDevice(grant: Grant, account: KazooId<'account'>): Promise<Everything> {
  const [devices, users, presence] = await Promise.all([
    list(grant.kazoo, account),
    loadOptional('users', listUsers(grant.kazoo, account)),
    presenceOf(grant, account),
  ])
  const all = join(devices, users ?? [], presence)
  const registered = presence && all.reduce((count, row) => count + Number(row.registered), 0)
  return { all, registered, ownersKnown: users !== null }
}

function join(
  devices: readonly DeviceRowDoc[],
  users: readonly UserRowDoc[],
  presence: Presence | null,
): Listed[] {
  const names = new SealedMap(users.map((user) => [user.id, nameOf(user)] as const))
  return devices.map((doc) => ({
    device: doc.id,
    name: doc.name,
    type: doc.type,
    username: doc.username ?? '',
    macAddress: doc.macAddress ?? '',
    owner: doc.owner === null ? null : (names.get(doc.owner) ?? null),
    model: presence && presence.agentOf(doc.id),
    enabled: doc.enabled,
    registered: presence && presence.has(doc.id),
  }))
}

/** The listing with ids: only the rows that are handed out get any. */
export function toDeviceList(listing: DeviceListing, account: KazooId<'account'>, issue: Issue): DeviceList {
  return { ...listing, rows: listing.rows.map((row) => toRow(row, account, issue)) }
}

function toRow(
  { device, name, type, model, username, macAddress, owner, enabled, registered }: Listed,
  account: KazooId<'account'>,
  issue: Issue,
): DeviceRow {
  const id = issue('device', { account, device })
  return { id, name, type, model, username, macAddress, owner, enabled, registered }
}
