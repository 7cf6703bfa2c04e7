// The view types of the viewer, and the verbs of the permission table.

export const ROLES = ['owner', 'admin', 'support', 'viewer'] as const
/** The role of a team member. */
export type Role = (typeof ROLES)[number]

export const CUSTOMER_ROLES = ['accountAdmin', 'accountUser'] as const
/**
 * The role of a customer: the admin of their account and all below it, or a user with devices of their own.
 */
export type CustomerRole = (typeof CUSTOMER_ROLES)[number]

/** The current impersonation of a member: a user of `account`, or (null) the account itself. */
export type ImpersonationBadge = {
  targetName: string | null
  account: string
  reason: string
  changes: boolean
  native: boolean
  secondsLeft: number
}

/**
 * `may` lists the permitted verbs, so that a page shows no button that would be refused; `base` is the prefix
 * of every path, and `help` the operator's page for help.
 */
export type ViewerBadge = {
  name: string
  email: string
  role: Role | CustomerRole
  tenant: string
  base: string
  help: string | null
  impersonation: ImpersonationBadge | null
  may: readonly Verb[]
}

/** Every verb of the permission table. */
export const VERBS = [
  'account.read',
  'account.create',
  'account.edit',
  'device.read',
  'device.create',
  'device.edit',
  'device.remove',
  'device.reboot',
  'device.reveal',
  'user.read',
  'user.create',
  'user.edit',
  'user.password',
  'user.remove',
  'user.role',
  'connection.read',
  'connection.edit',
  'connection.export',
  'connection.remove',
  'connection.signOn',
  'member.list',
  'member.invite',
  'member.edit',
  'member.suspend',
  'member.remove',
  'brand.read',
  'brand.edit',
  'audit.read',
  'audit.export',
  'audit.revert',
  'audit.settings',
  'domain.read',
  'domain.add',
  'domain.edit',
  'domain.remove',
  'profile.edit',
  'profile.password',
  'profile.factors',
  'profile.sessions',
  'selfService.read',
  'selfService.forward',
  'selfService.voicemail',
  'selfService.password',
  'impersonation.start',
  'impersonation.change',
  'impersonation.end',
] as const
export type Verb = (typeof VERBS)[number]

export type SignInField = 'email' | 'password' | 'next'
