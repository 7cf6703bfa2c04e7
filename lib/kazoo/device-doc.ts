// One device in our words and in Kazoo's: the only place that knows both. Its SIP password is sealed while it is parsed.
import 'server-only'
import { z } from 'zod'
import { seal } from '../sealed.ts'
import type { Body } from './body.ts'
import { kazooId, type KazooId, type Password } from './ids.ts'

const text = z.string().min(1).nullable().catch(null)
const flag = z.boolean().nullable().catch(null)
const identity = z.object({ name: text, number: text }).catch({ name: null, number: null })

/** Of a missing or odd group Kazoo's defaults hold, and all its fields are null. */
function group<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.preprocess((value) => (typeof value === 'object' && value !== null ? value : {}), z.object(shape))
}

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
    call_forward: group({
      enabled: flag,
      number: text,
      keep_caller_id: flag,
      require_keypress: flag,
      direct_calls_only: flag,
      substitute: flag,
      ignore_early_media: flag,
      failover: flag,
    }),
    caller_id: group({ internal: identity, external: identity, emergency: identity }),
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
    callForward: {
      enabled: it.call_forward.enabled ?? false,
      number: it.call_forward.number,
      keepCallerId: it.call_forward.keep_caller_id ?? true,
      requireKeypress: it.call_forward.require_keypress ?? true,
      directCallsOnly: it.call_forward.direct_calls_only ?? false,
      substitute: it.call_forward.substitute ?? true,
      ignoreEarlyMedia: it.call_forward.ignore_early_media ?? true,
      failover: it.call_forward.failover ?? false,
    },
    callerId: it.caller_id,
    provision: {
      brand: it.provision.endpoint_brand,
      family: it.provision.endpoint_family,
      model: it.provision.endpoint_model,
    },
  }))
/** One device. */
export type DeviceDoc = z.output<typeof DeviceDoc>

type Identity = { name?: string | null; number?: string | null }
/** What may be changed: what is absent stays, null removes. The type of a device cannot change (crossbar.md 11). */
export type DevicePatch = {
  name?: string
  macAddress?: string | null
  enabled?: boolean
  owner?: KazooId<'user'> | null
  sip?: { username?: string | null; password?: Password | null; realm?: string | null }
  callForward?: {
    enabled?: boolean
    number?: string | null
    keepCallerId?: boolean
    requireKeypress?: boolean
    directCallsOnly?: boolean
    substitute?: boolean
    ignoreEarlyMedia?: boolean
    failover?: boolean
  }
  callerId?: { internal?: Identity; external?: Identity; emergency?: Identity }
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
  'call_forward.enabled': 'callForward.enabled',
  'call_forward.number': 'callForward.number',
  'call_forward.keep_caller_id': 'callForward.keepCallerId',
  'call_forward.require_keypress': 'callForward.requireKeypress',
  'call_forward.direct_calls_only': 'callForward.directCallsOnly',
  'call_forward.substitute': 'callForward.substitute',
  'call_forward.ignore_early_media': 'callForward.ignoreEarlyMedia',
  'call_forward.failover': 'callForward.failover',
  'caller_id.internal.name': 'callerId.internal.name',
  'caller_id.internal.number': 'callerId.internal.number',
  'caller_id.external.name': 'callerId.external.name',
  'caller_id.external.number': 'callerId.external.number',
  'caller_id.emergency.name': 'callerId.emergency.name',
  'caller_id.emergency.number': 'callerId.emergency.number',
  'provision.endpoint_brand': 'provision.brand',
  'provision.endpoint_family': 'provision.family',
  'provision.endpoint_model': 'provision.model',
} as const

/** `change` as Kazoo's PATCH wants it. */
export function toWire({ sip, callForward, callerId, provision, ...change }: DevicePatch): Body {
  return {
    name: change.name,
    mac_address: change.macAddress,
    enabled: change.enabled,
    owner_id: change.owner,
    sip: sip && { username: sip.username, password: sip.password, realm: sip.realm },
    call_forward: callForward && {
      enabled: callForward.enabled,
      number: callForward.number,
      keep_caller_id: callForward.keepCallerId,
      require_keypress: callForward.requireKeypress,
      direct_calls_only: callForward.directCallsOnly,
      substitute: callForward.substitute,
      ignore_early_media: callForward.ignoreEarlyMedia,
      failover: callForward.failover,
    },
    caller_id: callerId && {
      internal: identityToWire(callerId.internal),
      external: identityToWire(callerId.external),
      emergency: identityToWire(callerId.emergency),
    },
    provision: provision && {
      endpoint_brand: provision.brand,
      endpoint_family: provision.family,
      endpoint_model: provision.model,
    },
  }
}

function identityToWire(it: Identity | undefined): Body | undefined {
  return it && { name: it.name, number: it.number }
}
