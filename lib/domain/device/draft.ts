// A device as a browser may see it.
import 'server-only'
import type { DeviceDoc } from '../../kazoo/devices.ts'
import type { DeviceDraft } from '../../views/device.ts'
import type { ProxyId } from '../../views/ids.ts'

/** The view of a device: every field by name, so that nothing Kazoo adds tomorrow goes to a browser. */
export function toDraft(
  doc: DeviceDoc,
  ids: { id: ProxyId<'device'>; account: ProxyId<'account'>; owner: ProxyId<'user'> | null },
): DeviceDraft {
  return { ...ids, ...formOf(doc) }
}

/** The same without ids. */
export function formOf(doc: DeviceDoc): Omit<DeviceDraft, 'id' | 'account' | 'owner'> {
  const { callForward: forward, callerId } = doc
  return {
    name: doc.name,
    type: doc.type,
    macAddress: doc.macAddress ?? '',
    enabled: doc.enabled,
    sipUsername: doc.sip.username ?? '',
    hasSipPassword: doc.sip.password !== null,
    callForward: {
      enabled: forward.enabled,
      number: forward.number ?? '',
      keepCallerId: forward.keepCallerId,
      requireKeypress: forward.requireKeypress,
      directCallsOnly: forward.directCallsOnly,
    },
    callerId: {
      internalName: callerId.internal.name ?? '',
      internalNumber: callerId.internal.number ?? '',
      externalName: callerId.external.name ?? '',
      externalNumber: callerId.external.number ?? '',
      emergencyName: callerId.emergency.name ?? '',
      emergencyNumber: callerId.emergency.number ?? '',
    },
  }
}

/** What the device is set up as: brand and model, or null. */
export function modelOf({ provision }: DeviceDoc): string | null {
  const words = [provision.brand, provision.model ?? provision.family].filter((word) => word !== null)
  return words.length === 0 ? null : words.join(' ')
}
