// The fields of the device form; limits are Kazoo's (schema `devices`).
import { CALLER_ID_FIELDS } from './call-fields.ts'
import { between, dialled, matching, shownNames, type FieldList, type FormText } from './field-list.ts'

export const DEVICE_FIELDS = {
  name: {
    group: 'device',
    path: 'name',
    kind: 'text',
    label: 'devices.form.name',
    required: 'rules.device.nameMissing',
    checks: [between(1, 128, 'rules.nameTooLong')],
  },
  owner: { group: 'device', path: 'owner_id', kind: 'user', label: 'devices.form.owner' },
  macAddress: {
    group: 'device',
    path: 'mac_address',
    kind: 'mac',
    label: 'devices.form.macAddress',
    hint: 'devices.form.macHint',
    checks: [matching(/^[0-9a-f]{12}$/, 'rules.device.macAddress')],
    protected: true,
  },
  enabled: {
    group: 'device',
    path: 'enabled',
    kind: 'switch',
    unset: true,
    label: 'devices.form.enabled',
    hint: 'devices.form.enabledHint',
  },
  sipUsername: {
    group: 'sip',
    path: 'sip.username',
    kind: 'identifier',
    label: 'devices.form.sip.username',
    checks: [matching(/^[^\s@:;<>"]{2,32}$/, 'rules.device.sipUsername')],
    protected: true,
  },
  presenceId: {
    group: 'sip',
    path: 'presence_id',
    kind: 'identifier',
    label: 'devices.form.sip.presenceId',
    hint: 'devices.form.sip.presenceIdHint',
    checks: [between(1, 128, 'rules.atMost128')],
  },
  sipPassword: {
    group: 'sip',
    path: 'sip.password',
    kind: 'secret',
    label: 'devices.form.sip.password',
    checks: [between(5, 32, 'rules.device.sipPassword')],
    protected: true,
  },
  forwardEnabled: {
    group: 'forward',
    path: 'call_forward.enabled',
    kind: 'switch',
    label: 'devices.form.forward.enabled',
  },
  forwardNumber: {
    group: 'forward',
    path: 'call_forward.number',
    kind: 'number',
    label: 'devices.form.forward.number',
    checks: [dialled(15, 'rules.device.forwardNumber')],
  },
  forwardKeepCallerId: {
    group: 'forward',
    path: 'call_forward.keep_caller_id',
    kind: 'checkbox',
    unset: true,
    label: 'devices.form.forward.keepCallerId',
    hint: 'devices.form.forward.keepCallerIdHint',
  },
  forwardRequireKeypress: {
    group: 'forward',
    path: 'call_forward.require_keypress',
    kind: 'checkbox',
    unset: true,
    label: 'devices.form.forward.requireKeypress',
    hint: 'devices.form.forward.requireKeypressHint',
  },
  forwardDirectCallsOnly: {
    group: 'forward',
    path: 'call_forward.direct_calls_only',
    kind: 'checkbox',
    label: 'devices.form.forward.directCallsOnly',
    hint: 'devices.form.forward.directCallsOnlyHint',
  },
  ...CALLER_ID_FIELDS,
} as const satisfies FieldList

export type DeviceText = FormText<typeof DEVICE_FIELDS>
/** The fields that the form can change, and a revert too. */
export const EDITABLE_DEVICE = shownNames(DEVICE_FIELDS)
export type DeviceField = keyof typeof DEVICE_FIELDS | 'device' | 'initialValues'
