// The fields that devices and users share.
import { between, matching, type FieldList } from './field-list.ts'

/** Objects of which forms show plain values only; older versions of Kazoo keep further objects in them. */
export const OBJECTS_OF_CALLS = ['call_forward', 'caller_id'] as const

const name = { kind: 'text', checks: [between(0, 35, 'rules.atMost35')] } as const
const number = {
  kind: 'number',
  checks: [matching(/^[+*#0-9A-Za-z ().-]{1,35}$/, 'rules.device.number')],
} as const
const group = 'callerId'

/** The caller ID on internal, external and emergency calls. */
export const CALLER_ID_FIELDS = {
  internalName: {
    ...name,
    group,
    path: 'caller_id.internal.name',
    label: 'devices.form.callerId.internalName',
  },
  internalNumber: {
    ...number,
    group,
    path: 'caller_id.internal.number',
    label: 'devices.form.callerId.internalNumber',
  },
  externalName: {
    ...name,
    group,
    path: 'caller_id.external.name',
    label: 'devices.form.callerId.externalName',
  },
  externalNumber: {
    ...number,
    group,
    path: 'caller_id.external.number',
    label: 'devices.form.callerId.externalNumber',
  },
  emergencyName: {
    ...name,
    group,
    path: 'caller_id.emergency.name',
    label: 'devices.form.callerId.emergencyName',
  },
  emergencyNumber: {
    ...number,
    group,
    path: 'caller_id.emergency.number',
    label: 'devices.form.callerId.emergencyNumber',
  },
} as const satisfies FieldList
