// Lists the documents that have a form made from their schema, and which of their paths the form leaves out.
import 'server-only'
import type { SettingsRef } from '../../kazoo/settings.ts'
import { DEVICE_FIELDS } from '../../views/device-fields.ts'
import type { FieldList } from '../../views/field-list.ts'
import { USER_FIELDS } from '../../views/user-fields.ts'

/** A kind of document with such a form, as the audit log and the permission table name it. */
export type Noun = SettingsRef['kind']

type Form = {
  /** The id of its schema in Kazoo. */
  readonly schema: string
  /** Paths that the main form edits, with all below them. */
  readonly byHand: readonly string[]
  /** The fields of the main form. */
  readonly fields: FieldList
  /** Paths where Kazoo stores ids of other resources. */
  readonly ids: readonly string[]
}

/** The map whose names are classes of phone numbers. */
export const CLASSIFIED = 'call_restriction'

const IDENTITIES = ['caller_id.internal', 'caller_id.external', 'caller_id.emergency']
const FORWARDING = ['enabled', 'number', 'keep_caller_id', 'require_keypress', 'direct_calls_only']

export const FORMS: Readonly<Record<Noun, Form>> = {
  user: {
    schema: 'users',
    fields: USER_FIELDS,
    byHand: [
      'first_name',
      'last_name',
      'username',
      'password',
      'email',
      'enabled',
      'priv_level',
      'require_password_update',
      'timezone',
      'language',
      'presence_id',
      'vm_to_email_enabled',
      'do_not_disturb.enabled',
      'call_waiting.enabled',
      'contact_list.exclude',
      'hotdesk',
      'ringtones.internal',
      'ringtones.external',
      'call_forward',
      ...IDENTITIES,
    ],
    ids: ['directories', 'music_on_hold.media_id', 'pronounced_name.media_id'],
  },
  device: {
    schema: 'devices',
    fields: DEVICE_FIELDS,
    byHand: [
      'name',
      // It cannot change (docs/kazoo.md section 11).
      'device_type',
      'mac_address',
      'enabled',
      'owner_id',
      'sip.username',
      'sip.password',
      ...IDENTITIES,
      ...FORWARDING.map((key) => `call_forward.${key}`),
    ],
    ids: ['hotdesk.users', 'music_on_hold.media_id'],
  },
}
