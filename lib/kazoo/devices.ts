// Lists, finds, creates, changes, removes and syncs devices in Kazoo.
import 'server-only'
import { z } from 'zod'
import { SealedMap } from '../sealed.ts'
import { path, type Kazoo, type Page } from './client.ts'
import { DEVICE_WIRE, DeviceDoc, type DevicePatch, type NewDevice } from './device-doc.ts'
import { bodyOf, namesByPath } from './document-fields.ts'
import { kazooId, type DeviceRef, type KazooId } from './ids.ts'
import { asRecord, byId, isNotFalse, isTrue, text, textOrNull, type Listing } from './lenient.ts'
import { createdSince } from './time.ts'

export type { DeviceDoc, DevicePatch, NewDevice } from './device-doc.ts'

const DeviceRow = z.preprocess(
  asRecord,
  z
    .object({
      id: kazooId('device').nullable().catch(null),
      name: text,
      username: textOrNull,
      mac_address: textOrNull,
      owner_id: kazooId('user').nullable().catch(null),
      enabled: isNotFalse,
      device_type: text,
    })
    .transform(({ mac_address, owner_id, device_type, ...same }) => ({
      ...same,
      macAddress: mac_address,
      owner: owner_id,
      type: device_type || 'sip_device',
    })),
)
type DeviceListing = Listing<z.output<typeof DeviceRow>>
/** A row of `devices`. */
export type DeviceRowDoc = DeviceListing['rows'][number]

const REFUSED = namesByPath(DEVICE_WIRE)

const StatusDoc = z.preprocess(
  asRecord,
  z.object({ device_id: kazooId('device').nullable().catch(null), registered: isTrue }),
)

/**
 * All devices of an account, or those created since an instant, in no guaranteed order (GET
 * /accounts/A/devices).
 */
export async function listingOfDevices(
  kazoo: Kazoo,
  account: KazooId<'account'>,
  since?: Date,
): Promise<DeviceListing> {
  return byId(await kazoo.list(path`/accounts/${account}/devices`, DeviceRow, createdSince(since)))
}

/** The same, without those whose id cannot be used. */
export async function listDevices(
  kazoo: Kazoo,
  account: KazooId<'account'>,
  since?: Date,
): Promise<DeviceRowDoc[]> {
  return (await listingOfDevices(kazoo, account, since)).rows
}

/** One page of the devices of an account; the order differs between Kazoo 4.3 and 5.0. */
export async function pageOfDevices(
  kazoo: Kazoo,
  account: KazooId<'account'>,
  options: { after?: KazooId<'cursor'>; size?: number } = {},
): Promise<Page<DeviceRowDoc>> {
  const { rows, next } = await kazoo.page(path`/accounts/${account}/devices`, DeviceRow, options)
  return { ...byId(rows), next }
}

/**
 * The devices of an account that are registered now: `has(device)`. Kazoo returns only those (GET
 * devices/status).
 */
export async function registeredDevices(
  kazoo: Kazoo,
  account: KazooId<'account'>,
): Promise<SealedMap<'kazoo device', true>> {
  const rows = await kazoo.list(path`/accounts/${account}/devices/status`, StatusDoc)
  return new SealedMap(
    rows.flatMap(({ device_id, registered }) =>
      registered && device_id !== null ? [[device_id, true] as const] : [],
    ),
  )
}

/**
 * One device (GET /accounts/A/devices/D).
 * @throws NotFound, Unavailable
 */
export function findDevice(kazoo: Kazoo, { account, device }: DeviceRef): Promise<DeviceDoc> {
  return kazoo.one(path`/accounts/${account}/devices/${device}`, DeviceDoc)
}

/**
 * Creates a device (PUT /accounts/A/devices). Kazoo generates no SIP credentials: without them it cannot
 * register. `generated`: Kazoo's paths of what the portal generated.
 * @throws Rejected at the fields of `DevicePatch` (`sipUsername`, ...); ChargesNotAccepted; Unavailable
 */
export function createDevice(
  kazoo: Kazoo,
  account: KazooId<'account'>,
  device: NewDevice,
  generated: readonly string[] = [],
): Promise<DeviceDoc> {
  const { type, ...fields } = device
  const body = { ...bodyOf(DEVICE_WIRE, fields), device_type: type }
  return kazoo.create(path`/accounts/${account}/devices`, body, DeviceDoc, {
    fields: REFUSED,
    generated,
  })
}

/**
 * Changes only the fields that `change` has (PATCH).
 * @throws Rejected at its fields, NotFound, ChargesNotAccepted, Unavailable
 */
export function patchDevice(
  kazoo: Kazoo,
  { account, device }: DeviceRef,
  change: DevicePatch,
): Promise<DeviceDoc> {
  return kazoo.patch(path`/accounts/${account}/devices/${device}`, bodyOf(DEVICE_WIRE, change), DeviceDoc, {
    fields: REFUSED,
  })
}

/**
 * Removes a device (DELETE); its registration ends.
 * @throws NotFound, Unavailable
 */
export function removeDevice(kazoo: Kazoo, { account, device }: DeviceRef): Promise<void> {
  return kazoo.remove(path`/accounts/${account}/devices/${device}`)
}

/**
 * Asks a device to fetch its settings again, which makes most devices reboot (POST devices/D/sync). Kazoo
 * does not report whether it did.
 */
export function syncDevice(kazoo: Kazoo, { account, device }: DeviceRef): Promise<void> {
  return kazoo.run(path`/accounts/${account}/devices/${device}/sync`)
}
