// The view types of self-service: the user's own devices and voicemail.
import type { DeviceState } from './device-state.ts'
import type { ProxyId } from './ids.ts'
import type { ForwardText } from './user-fields.ts'
import type { UnopenableResources } from './user.ts'
import type { OwnBoxText } from './voicemail-fields.ts'

/** One of the user's devices. `own` is false for a hot desk; `expiresAt` in ISO 8601. */
export type OwnDevice = {
  id: ProxyId<'device'>
  name: string
  type: string
  own: boolean
  state: DeviceState
  model: string
  expiresAt: string | null
  /** The registration ended at `expiresAt`, and was not renewed. */
  expired: boolean
}

/** One of the user's voicemail boxes. The PIN can only be written; `messages` counts its messages. */
export type OwnBox = {
  id: ProxyId<'vmbox'>
  name: string
  mailbox: string
  messages: number
  text: OwnBoxText
  held: Readonly<Record<'pin', boolean>>
}

/** The data of the self-service page. */
export type SelfServicePageData = {
  name: string
  username: string
  forward: ForwardText
  devices: readonly OwnDevice[]
  boxes: readonly OwnBox[]
  unopenable: UnopenableResources
}

/** The flash messages of the self-service page. */
export const SELF_SERVICE_FLASHES = ['password'] as const
export type SelfServiceFlash = (typeof SELF_SERVICE_FLASHES)[number]
