// Maps one device between our names and Kazoo's. Its SIP password is sealed while it is parsed.
import 'server-only'
import { z } from 'zod'
import { OBJECTS_OF_CALLS } from '../views/call-fields.ts'
import { DEVICE_FIELDS } from '../views/device-fields.ts'
import type { WireFields } from '../views/field-list.ts'
import { nestedIn, readFields, readSecret, type FieldsPatch } from './document-fields.ts'
import { kazooId } from './ids.ts'
import { text } from './lenient.ts'

/** The fields of the form, and those that are in no form. */
export const DEVICE_WIRE = {
  ...DEVICE_FIELDS,
  sipMethod: { path: 'sip.method', kind: 'text' },
  realm: { path: 'sip.realm', kind: 'text' },
  brand: { path: 'provision.endpoint_brand', kind: 'text' },
  family: { path: 'provision.endpoint_family', kind: 'text' },
  model: { path: 'provision.endpoint_model', kind: 'text' },
} as const satisfies WireFields

export const DeviceDoc = z.looseObject({ id: kazooId('device'), device_type: text }).transform((doc) => ({
  ...readFields(DEVICE_WIRE, doc),
  id: doc.id,
  /** A convention, not a closed list: sip_device, softphone, cellphone, ata, fax, landline, sip_uri... */
  type: doc.device_type || 'sip_device',
  nested: nestedIn(DEVICE_WIRE, doc, OBJECTS_OF_CALLS),
  sipPassword: readSecret(DEVICE_FIELDS.sipPassword, doc),
}))
/**
 * One device. `macAddress`: bare lower-case hex, or the typed text when that was no MAC address. `owner` may
 * be gone.
 */
export type DeviceDoc = z.output<typeof DeviceDoc>

/** The fields that can be changed. The type of a device cannot (docs/kazoo.md section 11). */
export type DevicePatch = FieldsPatch<typeof DEVICE_WIRE>
/** A new device: `type` by convention, and a name. */
export type NewDevice = DevicePatch & { name: string; type: string }
