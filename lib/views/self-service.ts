// What a browser may know of somebody's own phones: theirs alone.
import type { ProxyId } from './ids.ts'
import type { UserForward } from './user.ts'

/** One of their devices. `registered` null: nobody knows; `own` is false of one where they only sit now; `expiresAt` in ISO 8601. */
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

/** One of their voicemail boxes. The PIN can only be written; `messages` counts what is in it. */
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

/** Everything that the page of one's own phone shows. */
export type SelfServicePageData = {
  name: string
  username: string
  forward: UserForward
  doNotDisturb: boolean
  devices: readonly OwnDevice[]
  boxes: readonly OwnBox[]
}

/** What was done just now, as the address of the page says. */
export const SELF_SERVICE_FLASHES = ['password'] as const
export type SelfServiceFlash = (typeof SELF_SERVICE_FLASHES)[number]

const box = (checked: boolean): string => (checked ? 'on' : '')

/** Where one's own calls go, as the text of its form. */
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

/** Where calls go, as text. */
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

/** What one may say of one's own voicemail box; name and number of it are the admin's. */
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
