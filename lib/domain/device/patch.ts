// What a device form changed, as Kazoo is told of it.
import 'server-only'
import type { DevicePatch } from '../../kazoo/devices.ts'
import type { KazooId, Password } from '../../kazoo/ids.ts'
import type { DeviceText } from '../../views/device.ts'

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

const orNull = (text: string | undefined): string | null | undefined => (text === '' ? null : text)
const flag = (text: string | undefined): boolean | undefined =>
  text === undefined ? undefined : text === 'on'

function present<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  const one: { [K in Key]?: Value } = {}
  if (value !== undefined) one[key] = value
  return one
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** The fields that are there, or undefined when none is. */
function group<T extends object>(fields: T): Defined<T> | undefined {
  const there: Defined<T> = {}
  for (const key in fields) {
    const value = fields[key]
    if (isThere(value)) there[key] = value
  }
  return Object.keys(there).length > 0 ? there : undefined
}

function isThere<V>(value: V): value is Exclude<V, undefined> {
  return value !== undefined
}
