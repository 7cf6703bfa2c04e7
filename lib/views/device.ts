// The view types of a device.
import type { BreadcrumbItem } from './account.ts'
import type { DEVICE_FIELDS, DeviceText } from './device-fields.ts'
import type { DeviceState } from './device-state.ts'
import type { NamesOf } from './field-list.ts'
import type { Answer, FormAction } from './form.ts'
import type { ProxyId } from './ids.ts'
import type { ListPage, ListQuery, Unopenable } from './list.ts'

/** The device types that the form can create, with Kazoo's own name for each (docs/kazoo.md section 11). */
export const DEVICE_TYPES = ['sip_device', 'softphone', 'cellphone'] as const

/**
 * One row of the list. `agent` is what the phone reports when it registers, `model` the name in it, or null.
 * `owner` is a user's name. `username` is the SIP username, empty if it has none. `registered` is null when
 * the registrar does not answer.
 */
export type DeviceRow = {
  id: ProxyId<'device'>
  name: string
  type: string
  model: string | null
  agent: string | null
  username: string
  macAddress: string
  owner: string | null
  enabled: boolean
  registered: boolean | null
}

export const DEVICE_TERMS = {
  sorts: ['name', 'owner', 'model', 'macAddress', 'registered'],
  filters: ['state', 'type', 'model', 'owner'],
} as const
export type DeviceSort = (typeof DEVICE_TERMS.sorts)[number]

export type DeviceQuery = ListQuery<DeviceSort>

/**
 * Devices of an account: one page of them, or `whole`: every one, for the browser to page through by itself.
 * `states` counts all of them by their state, also those that cannot be opened, which `total` does not.
 */
export type DeviceList = ListPage<DeviceRow, DeviceSort> & {
  states: Readonly<Record<DeviceState, number>>
  unopenable: Unopenable
  whole: boolean
  ownersKnown: boolean
}

/** Read action behind the filter: every device of an account, or null when they are too many to send. */
export type ListDevices = (account: string) => Promise<Answer<DeviceRow[] | null>>

/** The actions of a row of the list. */
export type DeviceRowActions = {
  rename: FormAction<'device' | 'name' | 'initialValues'>
  enable: FormAction<'device' | 'enabled' | 'initialValues'>
  reboot: FormAction<'device'>
  remove: FormAction<'device'>
}

/** A user who can own a device; `name` is null for an owner who is gone. */
export type OwnerOption = { id: ProxyId<'user'>; name: string | null }

/**
 * A device as its form edits it. `held` names the secrets that it has: they can only be written, or revealed
 * on request.
 */
export type DeviceDraft = {
  id: ProxyId<'device'>
  account: ProxyId<'account'>
  name: string
  type: string
  text: DeviceText
  held: Readonly<Record<NamesOf<typeof DEVICE_FIELDS, 'secret'>, boolean>>
  /** Kazoo's paths of what is stored beside call forwarding and caller ID, and is not shown. */
  nested: readonly string[]
}

/**
 * What the phone reported when it last registered. Instants are ISO 8601. `expired`: its time is over, and it
 * was not renewed.
 */
export type Registration = {
  userAgent: string
  address: string
  registeredAt: string | null
  expiresAt: string | null
  expired: boolean
}

/** The header of a device's pages. `owner` null: it has none. */
export type DeviceHeader = {
  id: ProxyId<'device'>
  name: string
  type: string
  macAddress: string
  state: DeviceState
  owner: ProxyId<'user'> | null
  breadcrumbs: BreadcrumbItem[]
}

/**
 * The data of a device's pages. `realm` is the SIP domain that it registers in; `byIp`: it authenticates by
 * its IP instead. `owner` is null where it has none, or it is unknown; `owners` when the users cannot be
 * listed.
 */
export type DevicePageData = {
  header: DeviceHeader
  device: DeviceDraft
  realm: string
  byIp: boolean
  registration: Registration | null
  model: string | null
  owner: DeviceOwner | null
  owners: OwnerOption[] | null
}

/** The flash messages of the device pages. */
export const DEVICE_FLASHES = ['created'] as const
export type DeviceFlash = (typeof DEVICE_FLASHES)[number]

/** The owner of a device; `name` is null for one who is gone. */
export type DeviceOwner = OwnerOption & { extension: string }

export type NewDeviceField =
  | 'account'
  | 'type'
  | 'name'
  | 'macAddress'
  | 'owner'
  | 'sipUsername'
  | 'sipPassword'
  | 'forwardNumber'

/** Read action behind "reveal": the SIP password, once, recorded. */
export type RevealPassword = (device: string) => Promise<Answer<string>>
