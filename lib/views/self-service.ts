// The view types of self-service: the user's own devices and voicemail.
import type { ProxyId } from './ids.ts'
import type { UserForward } from './user.ts'

/**
 * One of the user's devices. `registered` null: unknown; `own` is false for a hot desk; `expiresAt` in ISO
 * 8601.
 */
export type OwnDevice = {
  id: ProxyId<'device'>
  name: string
  type: string
  enabled: boolean
  own: boolean
  registered: boolean | null
  model: string
  expiresAt: string | null
}

/** One of the user's voicemail boxes. The PIN can only be written; `messages` counts its messages. */
export type OwnBox = {
  id: ProxyId<'vmbox'>
  name: string
  mailbox: string
  messages: number
  hasPin: boolean
  requirePin: boolean
  notifyAddresses: readonly string[]
  includeMessage: boolean
  deleteAfterNotify: boolean
  skipGreeting: boolean
}

/** The data of the self-service page. */
export type SelfServicePageData = {
  name: string
  username: string
  forward: UserForward
  doNotDisturb: boolean
  devices: readonly OwnDevice[]
  boxes: readonly OwnBox[]
}

/** The flash messages of the self-service page. */
export const SELF_SERVICE_FLASHES = ['password'] as const
export type SelfServiceFlash = (typeof SELF_SERVICE_FLASHES)[number]

const box = (checked: boolean): string => (checked ? 'on' : '')

/** The user's own call forwarding, as the fields of its form. */
export const EDITABLE_FORWARD = [
  'doNotDisturb',
  'forwardEnabled',
  'forwardNumber',
  'forwardFailover',
  'forwardKeepCallerId',
  'forwardRequireKeypress',
  'forwardDirectCallsOnly',
] as const
export type ForwardText = Record<(typeof EDITABLE_FORWARD)[number], string>

/** Call forwarding as text. */
export function forwardText({
  forward,
  doNotDisturb,
}: Pick<SelfServicePageData, 'forward' | 'doNotDisturb'>): ForwardText {
  return {
    doNotDisturb: box(doNotDisturb),
    forwardEnabled: box(forward.enabled),
    forwardNumber: forward.number,
    forwardFailover: box(forward.failover),
    forwardKeepCallerId: box(forward.keepCallerId),
    forwardRequireKeypress: box(forward.requireKeypress),
    forwardDirectCallsOnly: box(forward.directCallsOnly),
  }
}

/** The fields of the user's own voicemail box that they may edit; the admin sets its name and number. */
export const EDITABLE_OWN_BOX = [
  'requirePin',
  'notifyAddresses',
  'includeMessage',
  'deleteAfterNotify',
  'skipGreeting',
] as const
export type OwnBoxText = Record<(typeof EDITABLE_OWN_BOX)[number], string>

/** A box as text; its addresses with commas between them. */
export function ownBoxText(draft: Omit<OwnBox, 'id' | 'messages'>): OwnBoxText {
  return {
    requirePin: box(draft.requirePin),
    notifyAddresses: draft.notifyAddresses.join(', '),
    includeMessage: box(draft.includeMessage),
    deleteAfterNotify: box(draft.deleteAfterNotify),
    skipGreeting: box(draft.skipGreeting),
  }
}
