// Decides what a page shows when a dependency of the portal fails: the status, the title, and what the reader
// can do.
import 'server-only'
import type { FailureReason, Unavailable } from '../errors.ts'
import type { OutageKind } from '../views/outage.ts'

type Outage = { kind: OutageKind; status: 502 | 503 }

const SILENT: Outage = { kind: 'unavailable', status: 503 }
const BUSY: Outage = { kind: 'busy', status: 503 }
const UNUSABLE: Outage = { kind: 'gateway', status: 502 }
const DENIED: Outage = { kind: 'connection', status: 502 }

/**
 * 503 where another attempt may help at once, 502 where an answer came and is unusable (RFC 9110 15.6.3,
 * 15.6.4; decision 250).
 */
const OUTAGES: Readonly<Record<FailureReason, Outage>> = {
  unreachable: SILENT,
  timeout: { kind: 'timeout', status: 503 },
  interrupted: UNUSABLE,
  refused: DENIED,
  forbidden: DENIED,
  limited: BUSY,
  badRequest: UNUSABLE,
  paymentRequired: DENIED,
  conflict: BUSY,
  failed: UNUSABLE,
  tooLarge: UNUSABLE,
  faulty: UNUSABLE,
  unknown: UNUSABLE,
}

/**
 * How a page shows that a dependency failed. Only for Kazoo is there more to say than that it does not
 * answer.
 */
export function outageOf({ dependency, reason }: Unavailable): Outage {
  return dependency === 'kazoo' ? OUTAGES[reason] : SILENT
}
