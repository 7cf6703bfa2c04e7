// Lists the devices of an account with registration, owner and model; filters, sorts and pages them here.
import 'server-only'
import { listingOfDevices, type DeviceRowDoc } from '../../kazoo/devices.ts'
import type { KazooId } from '../../kazoo/ids.ts'
import { listUsers, type UserRowDoc } from '../../kazoo/users.ts'
import { SealedMap } from '../../sealed.ts'
import { withProxyIds, resolve, type Issue } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { DeviceList, DeviceQuery, DeviceRow } from '../../views/device.ts'
import { record } from '../../views/field-list.ts'
import { DEVICE_STATES, deviceState } from '../../views/device-state.ts'
import { modelName } from '../../views/model-name.ts'
import { deviceRules } from '../../views/device-rules.ts'
import { inOrder, listPage, narrows, WHOLE_ROWS, withoutFilters } from '../../views/list.ts'
import { ancestorsWithin, grantOf, type Grant } from '../grant.ts'
import { loadOptional } from '../optional-part.ts'
import { permit } from '../permission.ts'
import { unopenable } from '../unopenable.ts'
import { nameOf } from './owner.ts'
import { keepingRecent } from './recent.ts'
import { presenceOf, type Presence } from './registration.ts'

/** A device before it has a proxy id. */
type Listed = Omit<DeviceRow, 'id'> & { device: KazooId<'device'> }
/** A page before its rows have proxy ids. */
export type DeviceListing = Omit<DeviceList, 'rows'> & { rows: Listed[] }

/**
 * The page for `query`. Makes three concurrent calls to Kazoo, which can neither sort by what we show nor
 * search for parts of it, and does not count; so every page is cut from the whole list (decision 152). The
 * next page, and a narrower list, may be cut from a list that was read seconds ago.
 * @throws NotFound, Unavailable
 */
export async function listDevices(
  { session }: Viewer,
  grant: Grant,
  account: KazooId<'account'>,
  query: DeviceQuery,
): Promise<DeviceListing> {
  const fresh = !narrows(query) && query.page === 1
  const read = () => everyDevice(grant, account)
  const { all, ...rest } = await recent(session.digest.digest, account, { fresh, read })
  const sorted = ordered(all, query)
  if (query.page === 'all' && all.length <= WHOLE_ROWS) {
    const listing = listPage(sorted, withoutFilters(query), deviceRules)
    return { ...listing, ...rest, query, whole: true }
  }
  const page = query.page === 'all' ? 1 : query.page
  return { ...listPage(sorted, { ...query, page }, deviceRules), ...rest, whole: false }
}

/**
 * Every device by name, for a browser that filters by itself; null when they are too many, or their owners
 * are unknown.
 * @throws Forbidden, NotFound, Unavailable
 */
export async function listEveryDevice(viewer: Viewer, account: string): Promise<DeviceRow[] | null> {
  permit(viewer, 'device.read')
  const id = await resolve(viewer.session, 'account', account)
  const grant = grantOf(viewer)
  // The path down from the granted account proves that the account is still ours.
  const [{ all, ownersKnown }] = await Promise.all([everyDevice(grant, id), ancestorsWithin(grant, id)])
  if (all.length > WHOLE_ROWS || !ownersKnown) return null
  return withProxyIds(viewer.session, (issue) => all.map((row) => toRow(row, id, issue)))
}

type Everything = { all: Listed[] } & Pick<DeviceList, 'states' | 'ownersKnown' | 'unopenable'>

const recent = keepingRecent<Everything>()
const orders = new WeakMap<readonly Listed[], Map<string, Listed[]>>()

/** In the order of the query; a list that is requested again in the same order is sorted once. */
function ordered(all: readonly Listed[], { sort, descending }: DeviceQuery): Listed[] {
  const known = orders.get(all) ?? new Map<string, Listed[]>()
  const name = `${sort} ${descending}`
  const sorted = known.get(name) ?? inOrder(all, { sort, descending }, deviceRules)
  orders.set(all, known.set(name, sorted))
  return sorted
}

async function everyDevice(grant: Grant, account: KazooId<'account'>): Promise<Everything> {
  const [devices, users, presence] = await Promise.all([
    listingOfDevices(grant.kazoo, account),
    loadOptional('users', listUsers(grant.kazoo, account)),
    presenceOf(grant, account),
  ])
  const all = join(devices.rows, users ?? [], presence)
  const closed = devices.unopenable.map(({ username, ...doc }) =>
    deviceState({
      ...doc,
      username: username ?? '',
      registered: presence && presence.hasUsername(username),
    }),
  )
  const states = [...all.map(deviceState), ...closed]
  return {
    all,
    states: record(DEVICE_STATES, (state) => states.filter((each) => each === state).length),
    ownersKnown: users !== null,
    unopenable: unopenable(devices.unopenable.map(({ name }) => name)),
  }
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
    ...reported(presence?.agentOf(doc.id) ?? null),
    enabled: doc.enabled,
    registered: presence && presence.has(doc.id),
  }))
}

function reported(agent: string | null) {
  return { agent, model: agent === null ? null : modelName(agent) }
}

/** The listing with proxy ids: only rows that are returned get one. */
export function toDeviceList(listing: DeviceListing, account: KazooId<'account'>, issue: Issue): DeviceList {
  return { ...listing, rows: listing.rows.map((row) => toRow(row, account, issue)) }
}

function toRow(
  { device, name, type, model, agent, username, macAddress, owner, enabled, registered }: Listed,
  account: KazooId<'account'>,
  issue: Issue,
): DeviceRow {
  const id = issue('device', { account, device })
  return { id, name, type, model, agent, username, macAddress, owner, enabled, registered }
}
