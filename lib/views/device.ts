// What a browser may know of a device.
import type { BreadcrumbItem } from './account.ts'
import type { Answer } from './form.ts'
import type { ProxyId } from './ids.ts'
import type { ListPage, ListQuery } from './list.ts'

/** The device types that the form can create, with Kazoo's own word for each (docs/kazoo.md section 11). */
export const DEVICE_TYPES = ['sip_device', 'softphone', 'cellphone'] as const

/** One row of the list. `model` is what the phone says of itself when it registers, or null. `owner` is a person's name.
 * `username` is the SIP user name, empty if it has none. `registered` is null when nobody knows, because the registrar does not answer. */
export type DeviceRow = {
  id: ProxyId<'device'>
  name: string
  type: string
  model: string | null
  username: string
  macAddress: string
  owner: string | null
  enabled: boolean
  registered: boolean | null
}

export const DEVICE_SORTS = ['name', 'owner', 'model', 'macAddress', 'registered'] as const
export type DeviceSort = (typeof DEVICE_SORTS)[number]

export type DeviceQuery = ListQuery<DeviceSort>

/** Devices of an account: one page of them, or `whole`: every one of them for the browser to page through by itself. `registered`
 * counts all that are, or is null when nobody knows. */
export type DeviceList = ListPage<DeviceRow, DeviceSort> & {
  registered: number | null
  whole: boolean
  ownersKnown: boolean
}

/** Read action behind the filter: every device of an account, or null when they are too many to hand over. */
export type ListDevices = (account: string) => Promise<Answer<DeviceRow[] | null>>

/** A person to whom a device can be given; `name` is null of an owner who is gone. */
export type OwnerOption = { id: ProxyId<'user'>; name: string | null }

/** Where a device forwards its calls to. */
export type CallForward = {
  enabled: boolean
  number: string
  keepCallerId: boolean
  requireKeypress: boolean
  directCallsOnly: boolean
}

/** Name and number shown to those who are called: inside the account, outside, and to emergency services. */
export type CallerId = {
  internalName: string
  internalNumber: string
  externalName: string
  externalNumber: string
  emergencyName: string
  emergencyNumber: string
}

/** A device as its form edits it. The SIP password is not in it: it can only be written, or revealed on request. */
export type DeviceDraft = {
  id: ProxyId<'device'>
  account: ProxyId<'account'>
  name: string
  type: string
  macAddress: string
  enabled: boolean
  owner: ProxyId<'user'> | null
  sipUsername: string
  hasSipPassword: boolean
  callForward: CallForward
  callerId: CallerId
}

/** What the phone said when it last registered. Instants are ISO 8601. */
export type Registration = { userAgent: string; address: string; expiresAt: string | null }

/** Everything the page of a device shows. `registered` is null when nobody knows, `owners` when the users cannot be listed. */
export type DevicePageData = {
  device: DeviceDraft
  registered: boolean | null
  registration: Registration | null
  model: string | null
  owners: OwnerOption[] | null
  breadcrumbs: BreadcrumbItem[]
}

export type DeviceField =
  | 'device'
  | 'name'
  | 'macAddress'
  | 'enabled'
  | 'owner'
  | 'sipUsername'
  | 'sipPassword'
  | 'forwardEnabled'
  | 'forwardNumber'
  | 'forwardKeepCallerId'
  | 'forwardRequireKeypress'
  | 'forwardDirectCallsOnly'
  | 'internalName'
  | 'internalNumber'
  | 'externalName'
  | 'externalNumber'
  | 'emergencyName'
  | 'emergencyNumber'
  | 'initialValues'
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

/** The fields of the edit form as text, as the form posts them: a checkbox is `on` or empty, nobody as owner is empty. */
export const EDITABLE = [
  'name',
  'macAddress',
  'enabled',
  'owner',
  'sipUsername',
  'forwardEnabled',
  'forwardNumber',
  'forwardKeepCallerId',
  'forwardRequireKeypress',
  'forwardDirectCallsOnly',
  'internalName',
  'internalNumber',
  'externalName',
  'externalNumber',
  'emergencyName',
  'emergencyNumber',
] as const
export type DeviceText = Record<(typeof EDITABLE)[number], string>

const box = (checked: boolean): string => (checked ? 'on' : '')

/** A draft as the text of its form. */
export function deviceText(draft: Omit<DeviceDraft, 'id' | 'account'>): DeviceText {
  const { callForward: forward, callerId } = draft
  return {
    name: draft.name,
    macAddress: draft.macAddress,
    enabled: box(draft.enabled),
    owner: draft.owner ?? '',
    sipUsername: draft.sipUsername,
    forwardEnabled: box(forward.enabled),
    forwardNumber: forward.number,
    forwardKeepCallerId: box(forward.keepCallerId),
    forwardRequireKeypress: box(forward.requireKeypress),
    forwardDirectCallsOnly: box(forward.directCallsOnly),
    ...callerId,
  }
}

/** A MAC address as Kazoo keeps it: 12 lower-case hex digits; what is no MAC address stays as it is. */
export function bareMac(text: string): string {
  const bare = text.replaceAll(/[\s:.-]/g, '').toLowerCase()
  return /^[0-9a-f]{12}$/.test(bare) ? bare : text.trim()
}
