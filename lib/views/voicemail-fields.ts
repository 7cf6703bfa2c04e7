// The fields of the voicemail box forms; limits are Kazoo's (schema `vmboxes`).
import { addressesIn, between, matching, shownNames, type FieldList, type FormText } from './field-list.ts'
import { EMAIL, isIdentifier } from './text-rules.ts'

export const VOICEMAIL_FIELDS = {
  name: {
    group: 'box',
    path: 'name',
    kind: 'text',
    label: 'users.box.name',
    required: 'rules.user.boxName',
    checks: [between(1, 128, 'rules.nameTooLong')],
  },
  mailbox: {
    group: 'box',
    path: 'mailbox',
    kind: 'digits',
    label: 'users.box.mailbox',
    required: 'rules.user.mailbox',
    checks: [matching(/^[0-9]{1,30}$/, 'rules.user.mailbox')],
  },
  pin: {
    group: 'box',
    path: 'pin',
    kind: 'secret',
    label: 'users.box.pin',
    checks: [matching(/^[0-9]{4,6}$/, 'rules.user.boxPin')],
    protected: true,
  },
  requirePin: {
    group: 'box',
    path: 'require_pin',
    kind: 'checkbox',
    label: 'users.box.requirePin',
    hint: 'users.box.requirePinHint',
    protected: true,
  },
  notifyAddresses: {
    group: 'notify',
    path: 'notify_email_addresses',
    kind: 'addresses',
    label: 'users.box.addresses',
    hint: 'users.box.addressesHint',
    checks: [
      {
        holds: (typed) => addressesIn(typed).every((one) => isIdentifier(one) && EMAIL.test(one)),
        otherwise: 'rules.user.addresses',
      },
    ],
    protected: true,
  },
  includeMessage: {
    group: 'notify',
    path: 'include_message_on_notify',
    kind: 'checkbox',
    unset: true,
    label: 'users.box.includeMessage',
  },
  deleteAfterNotify: {
    group: 'notify',
    path: 'delete_after_notify',
    kind: 'checkbox',
    label: 'users.box.deleteAfterNotify',
  },
} as const satisfies FieldList

/** The fields that users may edit of their own box; the admin sets its name and number. */
export const OWN_VOICEMAIL_FIELDS = {
  pin: { ...VOICEMAIL_FIELDS.pin, label: 'selfService.box.pin' },
  requirePin: {
    ...VOICEMAIL_FIELDS.requirePin,
    label: 'selfService.box.requirePin',
    hint: 'selfService.box.requirePinHint',
  },
  skipGreeting: {
    group: 'box',
    path: 'skip_greeting',
    kind: 'checkbox',
    label: 'selfService.box.skipGreeting',
    hint: 'selfService.box.skipGreetingHint',
  },
  notifyAddresses: {
    ...VOICEMAIL_FIELDS.notifyAddresses,
    label: 'selfService.box.addresses',
    hint: 'selfService.box.addressesHint',
  },
  includeMessage: { ...VOICEMAIL_FIELDS.includeMessage, label: 'selfService.box.includeMessage' },
  deleteAfterNotify: { ...VOICEMAIL_FIELDS.deleteAfterNotify, label: 'selfService.box.deleteAfterNotify' },
} as const satisfies FieldList

export type BoxText = FormText<typeof VOICEMAIL_FIELDS>
export const EDITABLE_BOX = shownNames(VOICEMAIL_FIELDS)
export type BoxField = keyof typeof VOICEMAIL_FIELDS | 'box' | 'initialValues'

export type OwnBoxText = FormText<typeof OWN_VOICEMAIL_FIELDS>
export const EDITABLE_OWN_BOX = shownNames(OWN_VOICEMAIL_FIELDS)
export type OwnBoxField = keyof typeof OWN_VOICEMAIL_FIELDS | 'box' | 'initialValues'
