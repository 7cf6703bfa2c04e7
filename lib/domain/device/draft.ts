// Presents a device to the browser.
import 'server-only'
import type { DeviceDoc } from '../../kazoo/devices.ts'
import type { DeviceDraft } from '../../views/device.ts'
import { DEVICE_FIELDS, type DeviceText } from '../../views/device-fields.ts'
import { deviceState, type DeviceState } from '../../views/device-state.ts'
import { formText } from '../../views/field-list.ts'
import type { ProxyId } from '../../views/ids.ts'
import { bareMac } from '../../views/mac-address.ts'

/** The view of a device. */
export function toDraft(
  doc: DeviceDoc,
  ids: { id: ProxyId<'device'>; account: ProxyId<'account'> },
  owner: ProxyId<'user'> | null,
): DeviceDraft {
  const { name, type, held, nested } = doc
  return { ...ids, name, type, text: textOf(doc, owner ?? ''), held, nested }
}

/** The form of a device, its MAC address bare however it is stored; `owner` is the proxy id of its owner. */
export function textOf(doc: DeviceDoc, owner: string): DeviceText {
  return formText(DEVICE_FIELDS, { ...doc, macAddress: bareMac(doc.macAddress), owner })
}

/** The state of a device. */
export function stateOf(doc: DeviceDoc, registered: boolean | null): DeviceState {
  const { type, enabled, sipUsername, sipMethod } = doc
  return deviceState({ type, enabled, registered, username: sipUsername, byIp: sipMethod === 'ip' })
}

/** The brand and model that the device is provisioned as, or null. */
export function modelOf({ brand, model, family }: DeviceDoc): string | null {
  return [brand, model || family].filter((word) => word !== '').join(' ') || null
}
