// What nobody sets while impersonating (docs/security.md row 25): by it somebody could come back as that
// customer, or get what is sent to them.

/** By document of Kazoo: the fields of our forms, with Kazoo's path of each. */
export const PROTECTED_FIELDS = {
  user: {
    username: 'username',
    password: 'password',
    mustRenew: 'require_password_update',
    email: 'email',
    hotdeskEnabled: 'hotdesk.enabled',
    hotdeskId: 'hotdesk.id',
    hotdeskPin: 'hotdesk.pin',
    hotdeskRequirePin: 'hotdesk.require_pin',
  },
  device: {
    macAddress: 'mac_address',
    sipUsername: 'sip.username',
    sipPassword: 'sip.password',
  },
  vmbox: {
    pin: 'pin',
    requirePin: 'require_pin',
    notifyAddresses: 'notify_email_addresses',
  },
} as const

export type ProtectedNoun = keyof typeof PROTECTED_FIELDS

/** What no form of ours has a field for, with all below it. */
const FURTHER: Readonly<Record<ProtectedNoun, readonly string[]>> = {
  user: ['voicemail.notify'],
  device: ['sip.method', 'sip.ip', 'sip.realm', 'sip.route', 'sip.static_route'],
  vmbox: ['notify'],
}

/** Kazoo's paths of all that is protected in a document. */
export function protectedPaths(noun: ProtectedNoun): readonly string[] {
  return [...Object.values(PROTECTED_FIELDS[noun]), ...FURTHER[noun]]
}

/** The fields of a form that are locked; none for who works as themselves. */
export function lockedFields(noun: ProtectedNoun, impersonating: boolean): readonly string[] {
  return impersonating ? Object.keys(PROTECTED_FIELDS[noun]) : []
}

/** What stands in place of a value that nobody sees while impersonating. */
export const MASK = '••••'
