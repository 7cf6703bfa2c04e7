// The fields of the user forms; limits are Kazoo's (schema `users`).
import { CALLER_ID_FIELDS } from './call-fields.ts'
import { between, dialled, matching, shownNames, type FieldList, type FormText } from './field-list.ts'
import { EMAIL } from './text-rules.ts'
import { isKazooZone } from './time-zone.ts'

const ringtone = {
  group: 'ringtones',
  kind: 'code',
  checks: [between(0, 256, 'rules.user.ringtone')],
} as const

/** The edit form. */
export const USER_FIELDS = {
  firstName: {
    group: 'user',
    path: 'first_name',
    kind: 'text',
    label: 'users.form.firstName',
    required: 'rules.personName.firstName',
    checks: [between(1, 128, 'rules.atMost128')],
  },
  lastName: {
    group: 'user',
    path: 'last_name',
    kind: 'text',
    label: 'users.form.lastName',
    required: 'rules.personName.lastName',
    checks: [between(1, 128, 'rules.atMost128')],
  },
  email: {
    group: 'user',
    path: 'email',
    kind: 'email',
    label: 'users.form.email',
    checks: [matching(EMAIL, 'rules.personName.email')],
    protected: true,
  },
  timezone: {
    group: 'user',
    path: 'timezone',
    kind: 'timezone',
    label: 'users.form.timezone',
    hint: 'users.form.zoneHint',
    checks: [{ holds: (typed) => typed === '' || isKazooZone(typed), otherwise: 'rules.account.timezone' }],
  },
  language: {
    group: 'user',
    path: 'language',
    kind: 'code',
    label: 'users.form.language',
    hint: 'users.form.languageHint',
    checks: [matching(/^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i, 'rules.user.language')],
  },
  // A user without this field cannot sign in (docs/kazoo.md section 5.2).
  enabled: {
    group: 'user',
    path: 'enabled',
    kind: 'switch',
    label: 'users.form.enabled',
    hint: 'users.form.enabledHint',
  },
  extension: {
    group: 'calls',
    path: 'presence_id',
    kind: 'code',
    label: 'users.form.extension',
    hint: 'users.form.extensionHint',
    checks: [matching(/^[\w.+*#-]{1,64}$/, 'rules.user.extension')],
  },
  doNotDisturb: {
    group: 'calls',
    path: 'do_not_disturb.enabled',
    kind: 'checkbox',
    label: 'users.form.doNotDisturb',
    hint: 'users.form.hints.doNotDisturb',
  },
  callWaiting: {
    group: 'calls',
    path: 'call_waiting.enabled',
    kind: 'checkbox',
    unset: true,
    label: 'users.form.callWaiting',
    hint: 'users.form.hints.callWaiting',
  },
  voicemailToEmail: {
    group: 'calls',
    path: 'vm_to_email_enabled',
    kind: 'checkbox',
    unset: true,
    label: 'users.form.voicemailToEmail',
    hint: 'users.form.hints.voicemailToEmail',
  },
  contactListExclude: {
    group: 'calls',
    path: 'contact_list.exclude',
    kind: 'checkbox',
    label: 'users.form.contactListExclude',
    hint: 'users.form.hints.contactListExclude',
  },
  forwardEnabled: {
    group: 'forward',
    path: 'call_forward.enabled',
    kind: 'switch',
    label: 'users.form.forward.enabled',
  },
  forwardFailover: {
    group: 'forward',
    path: 'call_forward.failover',
    kind: 'switch',
    label: 'users.form.forward.failover',
    hint: 'users.form.forward.hints.failover',
  },
  forwardNumber: {
    group: 'forward',
    path: 'call_forward.number',
    kind: 'number',
    label: 'users.form.forward.number',
    checks: [dialled(35, 'rules.user.forwardNumber')],
  },
  forwardSubstitute: {
    group: 'forward',
    path: 'call_forward.substitute',
    kind: 'checkbox',
    unset: true,
    label: 'users.form.forward.substitute',
    hint: 'users.form.forward.hints.substitute',
  },
  forwardKeepCallerId: {
    group: 'forward',
    path: 'call_forward.keep_caller_id',
    kind: 'checkbox',
    unset: true,
    label: 'users.form.forward.keepCallerId',
    hint: 'users.form.forward.hints.keepCallerId',
  },
  forwardRequireKeypress: {
    group: 'forward',
    path: 'call_forward.require_keypress',
    kind: 'checkbox',
    unset: true,
    label: 'users.form.forward.requireKeypress',
    hint: 'users.form.forward.hints.requireKeypress',
  },
  forwardDirectCallsOnly: {
    group: 'forward',
    path: 'call_forward.direct_calls_only',
    kind: 'checkbox',
    label: 'users.form.forward.directCallsOnly',
    hint: 'users.form.forward.hints.directCallsOnly',
  },
  forwardIgnoreEarlyMedia: {
    group: 'forward',
    path: 'call_forward.ignore_early_media',
    kind: 'checkbox',
    unset: true,
    label: 'users.form.forward.ignoreEarlyMedia',
    hint: 'users.form.forward.hints.ignoreEarlyMedia',
  },
  ...CALLER_ID_FIELDS,
  hotdeskEnabled: {
    group: 'hotdesk',
    path: 'hotdesk.enabled',
    kind: 'switch',
    label: 'users.form.hotdesk.enabled',
    protected: true,
  },
  hotdeskId: {
    group: 'hotdesk',
    path: 'hotdesk.id',
    kind: 'digits',
    label: 'users.form.hotdesk.id',
    checks: [matching(/^[0-9]{1,15}$/, 'rules.user.hotdeskId')],
    protected: true,
    masked: true,
  },
  hotdeskPin: {
    group: 'hotdesk',
    path: 'hotdesk.pin',
    kind: 'secret',
    label: 'users.form.hotdesk.pin',
    checks: [matching(/^[0-9]{4,15}$/, 'rules.user.hotdeskPin')],
    protected: true,
  },
  hotdeskRequirePin: {
    group: 'hotdesk',
    path: 'hotdesk.require_pin',
    kind: 'checkbox',
    label: 'users.form.hotdesk.requirePin',
    protected: true,
  },
  hotdeskKeepLoggedIn: {
    group: 'hotdesk',
    path: 'hotdesk.keep_logged_in_elsewhere',
    kind: 'checkbox',
    label: 'users.form.hotdesk.keepLoggedIn',
    hint: 'users.form.hotdesk.keepLoggedInHint',
  },
  internalRingtone: { ...ringtone, path: 'ringtones.internal', label: 'users.form.ringtones.internal' },
  externalRingtone: { ...ringtone, path: 'ringtones.external', label: 'users.form.ringtones.external' },
} as const satisfies FieldList

/** The fields of sign-in and role, which have forms of their own. */
export const SIGN_IN_FIELDS = {
  username: {
    group: 'signIn',
    path: 'username',
    kind: 'identifier',
    label: 'users.create.username',
    required: 'rules.personName.username',
    checks: [matching(/^[+@.\w-]{1,256}$/, 'rules.personName.username')],
    protected: true,
  },
  // Left blank, one is generated.
  password: {
    group: 'signIn',
    path: 'password',
    kind: 'secret',
    label: 'users.create.password',
    checks: [between(8, 128, 'rules.personName.password')],
    protected: true,
  },
  mustRenew: {
    group: 'signIn',
    path: 'require_password_update',
    kind: 'checkbox',
    label: 'users.create.mustRenew',
    protected: true,
  },
  privilege: { group: 'role', path: 'priv_level', kind: 'choice', label: 'users.create.role' },
} as const satisfies FieldList

export type UserText = FormText<typeof USER_FIELDS>
/** The fields that the form can change, and a revert too. */
export const EDITABLE_USER = shownNames(USER_FIELDS)
export type UserField = keyof typeof USER_FIELDS | 'user' | 'initialValues' | 'emailInUse' | 'sharedEmail'

/** The user's own call forwarding. */
export const OWN_FORWARD_FIELDS = {
  doNotDisturb: {
    ...USER_FIELDS.doNotDisturb,
    kind: 'switch',
    label: 'selfService.forward.dnd',
    hint: 'selfService.forward.dndHint',
  },
  forwardEnabled: { ...USER_FIELDS.forwardEnabled, label: 'selfService.forward.enabled' },
  forwardNumber: { ...USER_FIELDS.forwardNumber, label: 'selfService.forward.number' },
  forwardFailover: {
    ...USER_FIELDS.forwardFailover,
    label: 'selfService.forward.failover',
    hint: 'selfService.forward.failoverHint',
  },
  forwardKeepCallerId: {
    ...USER_FIELDS.forwardKeepCallerId,
    label: 'selfService.forward.keepCallerId',
    hint: 'selfService.forward.keepCallerIdHint',
  },
  forwardRequireKeypress: {
    ...USER_FIELDS.forwardRequireKeypress,
    label: 'selfService.forward.requireKeypress',
    hint: 'selfService.forward.requireKeypressHint',
  },
  forwardDirectCallsOnly: {
    ...USER_FIELDS.forwardDirectCallsOnly,
    label: 'selfService.forward.directCallsOnly',
    hint: 'selfService.forward.directCallsOnlyHint',
  },
} as const satisfies FieldList

export type ForwardText = FormText<typeof OWN_FORWARD_FIELDS>
export const EDITABLE_FORWARD = shownNames(OWN_FORWARD_FIELDS)
export type ForwardField = keyof ForwardText | 'initialValues'
