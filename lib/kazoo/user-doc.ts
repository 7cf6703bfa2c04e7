// One user in our words and in Kazoo's: the only place that knows both. Their secrets go in and never come out.
import 'server-only'
import { z } from 'zod'
import type { Body } from './body.ts'
import {
  CALLS_FIELDS,
  CallerIdDoc,
  CallForwardDoc,
  callsToWire,
  flag,
  group,
  text,
  type CallsPatch,
} from './calls-doc.ts'
import { kazooId, type Password } from './ids.ts'

export const UserDoc = z
  .object({
    id: kazooId('user'),
    first_name: z.string().catch(''),
    last_name: z.string().catch(''),
    username: text,
    email: text,
    priv_level: z.enum(['admin', 'user']).catch('user'),
    // Whoever is not said to be enabled cannot sign in (docs/kazoo.md section 5.2).
    enabled: z.boolean().catch(false),
    require_password_update: flag,
    timezone: text,
    language: text,
    presence_id: text,
    vm_to_email_enabled: flag,
    do_not_disturb: group({ enabled: flag }),
    call_waiting: group({ enabled: flag }),
    contact_list: group({ exclude: flag }),
    hotdesk: group({
      enabled: flag,
      id: text,
      pin: z
        .unknown()
        .optional()
        .transform((pin) => typeof pin === 'string' && pin !== ''),
      require_pin: flag,
      keep_logged_in_elsewhere: flag,
    }),
    ringtones: group({ internal: text, external: text }),
    call_forward: CallForwardDoc,
    caller_id: CallerIdDoc,
  })
  .transform((it) => ({
    id: it.id,
    firstName: it.first_name,
    lastName: it.last_name,
    username: it.username,
    email: it.email,
    privilege: it.priv_level,
    enabled: it.enabled,
    /** Only a flag: Kazoo lets them go on without (docs/kazoo.md section 10). */
    mustRenew: it.require_password_update ?? false,
    timezone: it.timezone,
    language: it.language,
    presenceId: it.presence_id,
    voicemailToEmail: it.vm_to_email_enabled ?? true,
    doNotDisturb: it.do_not_disturb.enabled ?? false,
    callWaiting: it.call_waiting.enabled ?? true,
    contactListExclude: it.contact_list.exclude ?? false,
    hotdesk: {
      enabled: it.hotdesk.enabled ?? false,
      id: it.hotdesk.id,
      hasPin: it.hotdesk.pin,
      requirePin: it.hotdesk.require_pin ?? false,
      keepLoggedIn: it.hotdesk.keep_logged_in_elsewhere ?? false,
    },
    ringtones: it.ringtones,
    callForward: it.call_forward,
    callerId: it.caller_id,
  }))
/** One user. `privilege` is Kazoo's word, and Kazoo enforces little of it (docs/kazoo.md section 25.6). */
export type UserDoc = z.output<typeof UserDoc>

/** What may be changed: what is absent stays, null removes. A new user name needs a password with it: only hashes are stored. */
export type UserPatch = CallsPatch & {
  firstName?: string
  lastName?: string
  email?: string | null
  enabled?: boolean
  privilege?: 'admin' | 'user'
  username?: string
  password?: Password
  mustRenew?: boolean
  timezone?: string | null
  language?: string | null
  presenceId?: string | null
  voicemailToEmail?: boolean
  doNotDisturb?: boolean
  callWaiting?: boolean
  contactListExclude?: boolean
  hotdesk?: {
    enabled?: boolean
    id?: string | null
    pin?: Password | null
    requirePin?: boolean
    keepLoggedIn?: boolean
  }
  ringtones?: { internal?: string | null; external?: string | null }
}
/** A person who can sign in to Kazoo. */
export type NewUser = UserPatch & {
  firstName: string
  lastName: string
  username: string
  password: Password
  privilege: 'admin' | 'user'
}

/** Kazoo's path of a field and ours: `Rejected.fields` of a user has ours as keys. */
export const USER_FIELDS = {
  first_name: 'firstName',
  last_name: 'lastName',
  username: 'username',
  password: 'password',
  email: 'email',
  priv_level: 'privilege',
  enabled: 'enabled',
  require_password_update: 'mustRenew',
  timezone: 'timezone',
  language: 'language',
  presence_id: 'presenceId',
  vm_to_email_enabled: 'voicemailToEmail',
  'do_not_disturb.enabled': 'doNotDisturb',
  'call_waiting.enabled': 'callWaiting',
  'contact_list.exclude': 'contactListExclude',
  'hotdesk.enabled': 'hotdesk.enabled',
  'hotdesk.id': 'hotdesk.id',
  'hotdesk.pin': 'hotdesk.pin',
  'hotdesk.require_pin': 'hotdesk.requirePin',
  'hotdesk.keep_logged_in_elsewhere': 'hotdesk.keepLoggedIn',
  'ringtones.internal': 'ringtones.internal',
  'ringtones.external': 'ringtones.external',
  ...CALLS_FIELDS,
} as const

/** `change` as Kazoo's PATCH wants it. */
export function toWire({ hotdesk, ringtones, ...change }: UserPatch): Body {
  return {
    first_name: change.firstName,
    last_name: change.lastName,
    username: change.username,
    password: change.password,
    email: change.email,
    priv_level: change.privilege,
    enabled: change.enabled,
    require_password_update: change.mustRenew,
    timezone: change.timezone,
    language: change.language,
    presence_id: change.presenceId,
    vm_to_email_enabled: change.voicemailToEmail,
    do_not_disturb: { enabled: change.doNotDisturb },
    call_waiting: { enabled: change.callWaiting },
    contact_list: { exclude: change.contactListExclude },
    hotdesk: hotdesk && {
      enabled: hotdesk.enabled,
      id: hotdesk.id,
      pin: hotdesk.pin,
      require_pin: hotdesk.requirePin,
      keep_logged_in_elsewhere: hotdesk.keepLoggedIn,
    },
    ringtones: ringtones && { internal: ringtones.internal, external: ringtones.external },
    ...callsToWire(change),
  }
}
