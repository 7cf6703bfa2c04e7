// One device in our words and in Kazoo's: the only place that knows both. Its SIP password is sealed while it is parsed.
import 'server-only'
import { z } from 'zod'
import { seal } from '../sealed.ts'
import type { Body } from './body.ts'
import {
  CALLS_FIELDS,
  CallerIdDoc,
  CallForwardDoc,
  callsToWire,
  group,
  text,
  type CallsPatch,
} from './calls-doc.ts'
import { kazooId, type KazooId, type Password } from './ids.ts'

export const DeviceDoc = z
  .object({
    id: kazooId('device'),
    name: z.string().catch(''),
    device_type: z.string().catch('sip_device'),
    mac_address: text,
    enabled: z.boolean().catch(true),
    owner_id: kazooId('user').nullable().catch(null),
    sip: group({
      username: text,
      password: z
        .string()
        .min(1)
        .transform(seal<'password'>)
        .nullable()
        .catch(null),
      realm: text,
    }),
    call_forward: CallForwardDoc,
    caller_id: CallerIdDoc,
    provision: group({ endpoint_brand: text, endpoint_family: text, endpoint_model: text }),
  })
  .transform((it) => ({
    id: it.id,
    name: it.name,
    /** A convention, not a closed list: sip_device, softphone, cellphone, ata, fax, landline, sip_uri... */
    type: it.device_type,
    /** Bare lower-case hex, or whatever was typed when it was no MAC address. */
    macAddress: it.mac_address,
    enabled: it.enabled,
    /** It may be the id of somebody who is gone. */
    owner: it.owner_id,
    sip: it.sip,
    callForward: it.call_forward,
    callerId: it.caller_id,
    provision: {
      brand: it.provision.endpoint_brand,
      family: it.provision.endpoint_family,
      model: it.provision.endpoint_model,
    },
  }))
/** One device. */
export type DeviceDoc = z.output<typeof DeviceDoc>

/**
 * What may be changed: what is absent stays, null removes. The type of a device cannot change (docs/kazoo.md
 * section 11).
 */
export type DevicePatch = CallsPatch & {
  name?: string
  macAddress?: string | null
  enabled?: boolean
  owner?: KazooId<'user'> | null
  sip?: { username?: string | null; password?: Password | null; realm?: string | null }
  provision?: { brand?: string | null; family?: string | null; model?: string | null }
}
/** A device to be made: `type` by convention, and a name. */
export type NewDevice = DevicePatch & { name: string; type: string }

/** Kazoo's path of a field and ours: `Rejected.fields` of a device has ours as keys. */
export const DEVICE_FIELDS = {
  name: 'name',
  device_type: 'type',
  mac_address: 'macAddress',
  enabled: 'enabled',
  owner_id: 'owner',
  'sip.username': 'sip.username',
  'sip.password': 'sip.password',
  'sip.realm': 'sip.realm',
  ...CALLS_FIELDS,
  'provision.endpoint_brand': 'provision.brand',
  'provision.endpoint_family': 'provision.family',
  'provision.endpoint_model': 'provision.model',
} as const

/** `change` as Kazoo's PATCH wants it. */
export function toWire({ sip, provision, ...change }: DevicePatch): Body {
  return {
    name: change.name,
    mac_address: change.macAddress,
    enabled: change.enabled,
    owner_id: change.owner,
    sip: sip && { username: sip.username, password: sip.password, realm: sip.realm },
    ...callsToWire(change),
    provision: provision && {
      endpoint_brand: provision.brand,
      endpoint_family: provision.family,
      endpoint_model: provision.model,
    },
  }
}
