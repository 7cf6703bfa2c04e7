// The view types of the users of an account.
import type { BreadcrumbItem } from './account.ts'
import type { OwnerOption } from './device.ts'
import type { DeviceState } from './device-state.ts'
import type { NamesOf } from './field-list.ts'
import type { Answer } from './form.ts'
import type { ProxyId } from './ids.ts'
import type { ListPage, ListQuery, Unopenable } from './list.ts'
import type { USER_FIELDS, UserText } from './user-fields.ts'
import type { BoxText } from './voicemail-fields.ts'

/** A user's role in Kazoo: `admin` manages their account and all below it. */
export const PRIVILEGES = ['user', 'admin'] as const
export type Privilege = (typeof PRIVILEGES)[number]

/** The features that a user has switched on, as far as the list reports them. */
export type UserFeature =
  | 'forwarding'
  | 'failover'
  | 'doNotDisturb'
  | 'voicemailToEmail'
  | 'hotdesk'
  | 'callerId'
  | 'musicOnHold'

/**
 * One row of the list. `name` is the username or e-mail address where there is no other; empty without those.
 */
export type UserRow = {
  id: ProxyId<'user'>
  name: string
  username: string
  email: string
  extension: string
  privilege: Privilege
  features: readonly UserFeature[]
}

export const USER_TERMS = {
  sorts: ['name', 'extension', 'email', 'privilege'],
  filters: ['role'],
} as const
export type UserSort = (typeof USER_TERMS.sorts)[number]
export type UserQuery = ListQuery<UserSort>

/**
 * Users of an account: one page of them, or `whole`: every one, for the browser to page through by itself.
 * `admins` counts all admins, also those who cannot be opened; `total` does not count these.
 */
export type UserList = ListPage<UserRow, UserSort> & {
  admins: number
  unopenable: Unopenable
  whole: boolean
}

/** Read action behind the filter: every user of an account, or null when they are too many to send. */
export type ListUsers = (account: string) => Promise<Answer<UserRow[] | null>>

/** A user as their forms edit them. `held` names the secrets that they have: they can only be written. */
export type UserDraft = {
  id: ProxyId<'user'>
  account: ProxyId<'account'>
  name: string
  username: string
  privilege: Privilege
  /** What Kazoo stores in place of a role (unsupported.ts), or null. */
  otherPrivilege: string | null
  mustRenew: boolean
  text: UserText
  held: Readonly<Record<NamesOf<typeof USER_FIELDS, 'secret'>, boolean>>
  /** Kazoo's paths of what is stored beside call forwarding and caller ID, and is not shown. */
  nested: readonly string[]
}

/** A device on a user's page; `own` is false for one where they are only hot-desked in. */
export type UserDevice = {
  id: ProxyId<'device'>
  name: string
  type: string
  state: DeviceState
  own: boolean
}
/** A voicemail box on a user's page; `messages` counts its messages. */
export type UserBox = { id: ProxyId<'vmbox'>; name: string; mailbox: string; messages: number }

/** The devices and voicemail boxes of a user that the portal cannot open. */
export type UnopenableResources = { devices: Unopenable; boxes: Unopenable }

/** The header of a user's pages. `self`: the portal itself signs in to Kazoo as them. */
export type UserHeader = Pick<
  UserDraft,
  'id' | 'account' | 'name' | 'username' | 'privilege' | 'mustRenew'
> & {
  enabled: boolean
  self: boolean
  breadcrumbs: BreadcrumbItem[]
}

/** The data of the pages with a user's forms. */
export type UserFormData = { header: UserHeader; user: UserDraft }

/** What a user has where they have none of their own: their account's. */
export type InheritedFromAccount = { timezone: string; realm: string }

/** The data of a user's page. Null: it cannot be listed now. */
export type UserPageData = UserFormData & {
  inherited: InheritedFromAccount
  devices: UserDevice[] | null
  boxes: UserBox[] | null
  unopenable: UnopenableResources
}

/**
 * The data of the page that asks what happens to what a user owns: `newOwners` are all other users of the
 * account.
 */
export type UserRemoval = Pick<UserPageData, 'user' | 'unopenable'> & {
  breadcrumbs: BreadcrumbItem[]
  devices: UserDevice[]
  boxes: UserBox[]
  newOwners: OwnerOption[]
}

/** A voicemail box as its form edits it. The PIN can only be written: `held` shows whether there is one. */
export type BoxDraft = {
  id: ProxyId<'vmbox'>
  name: string
  text: BoxText
  held: Readonly<Record<'pin', boolean>>
}
/** A voicemail box with its owner. */
export type BoxPageData = { box: BoxDraft; header: UserHeader }

/** What can happen to a user's devices and voicemail boxes when the user is removed. */
export const DISPOSITIONS = ['keep', 'give', 'delete'] as const
export type Disposition = (typeof DISPOSITIONS)[number]

/** The flash messages of the user pages. */
export const USER_FLASHES = ['created', 'role', 'password', 'recovery', 'removed'] as const
export type UserFlash = (typeof USER_FLASHES)[number]
