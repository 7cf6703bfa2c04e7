// What a browser may know of the people of an account.
import type { BreadcrumbItem } from './account.ts'
import type { CallerId, OwnerOption } from './device.ts'
import type { Answer } from './form.ts'
import type { ProxyId } from './ids.ts'
import type { ListPage, ListQuery } from './list.ts'

/** What somebody is in Kazoo's sense: `admin` looks after their account and all below it. */
export const PRIVILEGES = ['user', 'admin'] as const
export type Privilege = (typeof PRIVILEGES)[number]

/** What somebody has switched on, as far as the list tells. */
export type UserFeature =
  | 'forwarding'
  | 'failover'
  | 'doNotDisturb'
  | 'voicemailToEmail'
  | 'hotdesk'
  | 'callerId'
  | 'musicOnHold'

/** One row of the list. `name` is empty for nobody: it is the user name or e-mail address where there is no other. */
export type UserRow = {
  id: ProxyId<'user'>
  name: string
  username: string
  email: string
  extension: string
  privilege: Privilege
  features: readonly UserFeature[]
}

export const USER_SORTS = ['name', 'extension', 'email', 'privilege'] as const
export type UserSort = (typeof USER_SORTS)[number]
export type UserQuery = ListQuery<UserSort>

/** People of an account: one page of them, or `whole`: every one, for the browser to page through by itself. `admins` counts all. */
export type UserList = ListPage<UserRow, UserSort> & { admins: number; whole: boolean }

/** Read action behind the filter: everybody of an account, or null when they are too many to hand over. */
export type ListUsers = (account: string) => Promise<Answer<UserRow[] | null>>

/** Where calls for somebody go instead. */
export type UserForward = {
  enabled: boolean
  number: string
  keepCallerId: boolean
  requireKeypress: boolean
  directCallsOnly: boolean
  substitute: boolean
  ignoreEarlyMedia: boolean
  failover: boolean
}

/** Signing in at any desk. The PIN is not in it: it can only be written. */
export type Hotdesk = {
  enabled: boolean
  id: string
  hasPin: boolean
  requirePin: boolean
  keepLoggedIn: boolean
}

/** Somebody as their form edits them. */
export type UserDraft = {
  id: ProxyId<'user'>
  account: ProxyId<'account'>
  name: string
  firstName: string
  lastName: string
  username: string
  email: string
  privilege: Privilege
  enabled: boolean
  mustRenew: boolean
  timezone: string
  language: string
  extension: string
  voicemailToEmail: boolean
  doNotDisturb: boolean
  callWaiting: boolean
  contactListExclude: boolean
  hotdesk: Hotdesk
  internalRingtone: string
  externalRingtone: string
  callForward: UserForward
  callerId: CallerId
}

/** A device on somebody's page; `own` is false of one where they only sit now. */
export type UserDevice = { id: ProxyId<'device'>; name: string; type: string; enabled: boolean; own: boolean }
/** A voicemail box on somebody's page; `messages` counts what is in it. */
export type UserBox = { id: ProxyId<'vmbox'>; name: string; mailbox: string; messages: number }

/** Everything the page of somebody shows. `self`: the portal itself signs in to Kazoo as them. Null: it cannot be listed now. */
export type UserPageData = {
  user: UserDraft
  devices: UserDevice[] | null
  boxes: UserBox[] | null
  self: boolean
  breadcrumbs: BreadcrumbItem[]
}

/** The same for the page that asks what becomes of what is theirs: `heirs` are all others of the account. */
export type UserRemoval = Pick<UserPageData, 'user' | 'breadcrumbs'> & {
  devices: UserDevice[]
  boxes: UserBox[]
  newOwners: OwnerOption[]
}

/** A voicemail box as its form edits it. The PIN can only be written. */
export type BoxDraft = {
  id: ProxyId<'vmbox'>
  name: string
  mailbox: string
  hasPin: boolean
  requirePin: boolean
  notifyAddresses: readonly string[]
  includeMessage: boolean
  deleteAfterNotify: boolean
}
/** A voicemail box with whose it is. */
export type BoxPageData = {
  box: BoxDraft
  user: ProxyId<'user'>
  owner: string
  breadcrumbs: BreadcrumbItem[]
}

/** What can become of somebody's devices and voicemail boxes when they are removed. */
export const DISPOSITIONS = ['keep', 'give', 'delete'] as const
export type Disposition = (typeof DISPOSITIONS)[number]

/** What was done just now, as the address of the page says. */
export const USER_FLASHES = ['created', 'role', 'password', 'recovery', 'removed'] as const
export type UserFlash = (typeof USER_FLASHES)[number]

const box = (checked: boolean): string => (checked ? 'on' : '')

/** The fields of the edit form as text, as the form posts them: a checkbox is `on` or empty. */
export const EDITABLE_USER = [
  'firstName',
  'lastName',
  'email',
  'enabled',
  'timezone',
  'language',
  'extension',
  'voicemailToEmail',
  'doNotDisturb',
  'callWaiting',
  'contactListExclude',
  'hotdeskEnabled',
  'hotdeskId',
  'hotdeskRequirePin',
  'hotdeskKeepLoggedIn',
  'internalRingtone',
  'externalRingtone',
  'forwardEnabled',
  'forwardNumber',
  'forwardKeepCallerId',
  'forwardRequireKeypress',
  'forwardDirectCallsOnly',
  'forwardSubstitute',
  'forwardIgnoreEarlyMedia',
  'forwardFailover',
  'internalName',
  'internalNumber',
  'externalName',
  'externalNumber',
  'emergencyName',
  'emergencyNumber',
] as const
export type UserText = Record<(typeof EDITABLE_USER)[number], string>
export type UserField = keyof UserText | 'user' | 'hotdeskPin' | 'initialValues'

/** A draft as the text of its form. */
export function userText(draft: Omit<UserDraft, 'id' | 'account'>): UserText {
  const { callForward: forward, callerId, hotdesk } = draft
  return {
    firstName: draft.firstName,
    lastName: draft.lastName,
    email: draft.email,
    enabled: box(draft.enabled),
    timezone: draft.timezone,
    language: draft.language,
    extension: draft.extension,
    voicemailToEmail: box(draft.voicemailToEmail),
    doNotDisturb: box(draft.doNotDisturb),
    callWaiting: box(draft.callWaiting),
    contactListExclude: box(draft.contactListExclude),
    hotdeskEnabled: box(hotdesk.enabled),
    hotdeskId: hotdesk.id,
    hotdeskRequirePin: box(hotdesk.requirePin),
    hotdeskKeepLoggedIn: box(hotdesk.keepLoggedIn),
    internalRingtone: draft.internalRingtone,
    externalRingtone: draft.externalRingtone,
    forwardEnabled: box(forward.enabled),
    forwardNumber: forward.number,
    forwardKeepCallerId: box(forward.keepCallerId),
    forwardRequireKeypress: box(forward.requireKeypress),
    forwardDirectCallsOnly: box(forward.directCallsOnly),
    forwardSubstitute: box(forward.substitute),
    forwardIgnoreEarlyMedia: box(forward.ignoreEarlyMedia),
    forwardFailover: box(forward.failover),
    ...callerId,
  }
}

/** The fields of a voicemail box as text; addresses are one below the other. */
export const EDITABLE_BOX = [
  'name',
  'mailbox',
  'requirePin',
  'notifyAddresses',
  'includeMessage',
  'deleteAfterNotify',
] as const
export type BoxText = Record<(typeof EDITABLE_BOX)[number], string>
export type BoxField = keyof BoxText | 'box' | 'pin' | 'initialValues'

/** A voicemail box as the text of its form. */
export function boxText(draft: Omit<BoxDraft, 'id'>): BoxText {
  return {
    name: draft.name,
    mailbox: draft.mailbox,
    requirePin: box(draft.requirePin),
    notifyAddresses: draft.notifyAddresses.join(', '),
    includeMessage: box(draft.includeMessage),
    deleteAfterNotify: box(draft.deleteAfterNotify),
  }
}
