// What a device form changed, as Kazoo is told of it.
import 'server-only'
import type { DevicePatch } from '../../kazoo/devices.ts'
import type { KazooId, Password } from '../../kazoo/ids.ts'
import type { DeviceText } from '../../views/device.ts'
import { flag, group, orNull, present } from '../patch.ts'

type Changed = Partial<DeviceText>

/** Only what changed; an emptied field is removed. `owner` is undefined where the owner stays. */
export function toPatch(
  changed: Changed,
  owner: KazooId<'user'> | null | undefined,
  password: Password | null,
): DevicePatch {
  return {
    ...present('name', changed.name),
    ...present('macAddress', orNull(changed.macAddress)),
    ...present('enabled', flag(changed.enabled)),
    ...present('owner', owner),
    ...present('sip', group({ username: orNull(changed.sipUsername), password: password ?? undefined })),
    ...present('callForward', forwardOf(changed)),
    ...present('callerId', callerIdOf(changed)),
  }
}

function forwardOf(changed: Changed) {
  return group({
    enabled: flag(changed.forwardEnabled),
    number: orNull(changed.forwardNumber),
    keepCallerId: flag(changed.forwardKeepCallerId),
    requireKeypress: flag(changed.forwardRequireKeypress),
    directCallsOnly: flag(changed.forwardDirectCallsOnly),
  })
}

function callerIdOf(changed: Changed) {
  return group({
    internal: group({ name: orNull(changed.internalName), number: orNull(changed.internalNumber) }),
    external: group({ name: orNull(changed.externalName), number: orNull(changed.externalNumber) }),
    emergency: group({ name: orNull(changed.emergencyName), number: orNull(changed.emergencyNumber) }),
  })
}
