// What a browser may know of the person before it.

export const ROLES = ['owner', 'admin', 'support', 'viewer'] as const
export type Role = (typeof ROLES)[number]

/** `may` lists what the person's role allows, so that a page shows no button that would be refused. */
export type ViewerBadge = { name: string; email: string; role: Role; tenant: string; may: readonly Verb[] }

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
  'profile.edit',
  'profile.password',
  'profile.factors',
  'profile.sessions',
] as const
export type Verb = (typeof VERBS)[number]

export type SignInField = 'email' | 'password' | 'next'
