// What devices and users have in common in Kazoo's documents: where calls go instead, and the number they show. Here in its words and in ours.
import 'server-only'
import { z } from 'zod'
import type { Body } from './body.ts'

/**
 * Text where Kazoo asks for it: it takes numbers there too, and keeps them as they came (docs/kazoo.md
 * section 25.21).
 */
export const text = z
  .union([z.string().min(1), z.number().transform(String)])
  .nullable()
  .catch(null)
/** A switch that may not be set: then Kazoo's default holds. */
export const flag = z.boolean().nullable().catch(null)

/** Of a missing or odd group Kazoo's defaults hold, and all its fields are null. */
export function group<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.preprocess((value) => (typeof value === 'object' && value !== null ? value : {}), z.object(shape))
}

/** `call_forward`, with Kazoo's defaults. */
export const CallForwardDoc = group({
  enabled: flag,
  number: text,
  keep_caller_id: flag,
  require_keypress: flag,
  direct_calls_only: flag,
  substitute: flag,
  ignore_early_media: flag,
  failover: flag,
}).transform((it) => ({
  enabled: it.enabled ?? false,
  number: it.number,
  keepCallerId: it.keep_caller_id ?? true,
  requireKeypress: it.require_keypress ?? true,
  directCallsOnly: it.direct_calls_only ?? false,
  substitute: it.substitute ?? true,
  ignoreEarlyMedia: it.ignore_early_media ?? true,
  failover: it.failover ?? false,
}))

const identity = z.object({ name: text, number: text }).catch({ name: null, number: null })
/** `caller_id`: who one is to one's own account, to the world, and to who helps. */
export const CallerIdDoc = group({ internal: identity, external: identity, emergency: identity })

type Identity = { name?: string | null; number?: string | null }
/** What may be changed of it: what is absent stays, null removes. */
export type CallsPatch = {
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
}

/** Kazoo's path of a field and ours. */
export const CALLS_FIELDS = {
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
} as const

/** Both groups as Kazoo's PATCH wants them. */
export function callsToWire({ callForward, callerId }: CallsPatch): Body {
  return {
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
  }
}

function identityToWire(it: Identity | undefined): Body | undefined {
  return it && { name: it.name, number: it.number }
}
