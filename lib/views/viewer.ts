// What a browser may know of the person before it.

export const ROLES = ['owner', 'admin', 'support', 'viewer'] as const
/** What a member of the team may be. */
export type Role = (typeof ROLES)[number]

export const CUSTOMER_ROLES = ['accountAdmin', 'accountUser'] as const
/** What a customer is: the admin of their account and of what is below it, or somebody with phones of their own. */
export type CustomerRole = (typeof CUSTOMER_ROLES)[number]

/** Whose eyes a member has borrowed, for a while: of a person of `account`, or (null) of the account itself. Seconds. */
export type ImpersonationBadge = {
  targetName: string | null
  account: string
  changes: boolean
  native: boolean
  secondsLeft: number
}

/** `may` lists what the person's role allows, so that a page shows no button that would be refused; `base` stands before every path. */
export type ViewerBadge = {
  name: string
  email: string
  role: Role | CustomerRole
  tenant: string
  base: string
  impersonation: ImpersonationBadge | null
  may: readonly Verb[]
}

/** Everything that can be asked of the domain, in the words of the permission table. */
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
