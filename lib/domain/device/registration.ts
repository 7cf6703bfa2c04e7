// Finds the registrations of devices. The registrar is a service of its own behind Kazoo: without it pages
// show everything else.
import 'server-only'
import { NotFound, Unavailable } from '../../errors.ts'
import { registeredDevices } from '../../kazoo/devices.ts'
import type { KazooId } from '../../kazoo/ids.ts'
import { listRegistrations, type RegistrationDoc } from '../../kazoo/registrations.ts'
import { log } from '../../log.ts'
import { SealedMap } from '../../sealed.ts'
import type { Registration } from '../../views/device.ts'
import type { Grant } from '../grant.ts'
import { loadOptional } from '../optional-part.ts'

/**
 * The registered devices of an account, or null when the registrar does not answer: then it is unknown, not
 * none.
 */
export function registrationsOf(
  { kazoo }: Grant,
  account: KazooId<'account'>,
): Promise<RegistrationDoc[] | null> {
  return loadOptional('registrations', listRegistrations(kazoo, account))
}

/**
 * Which devices are registered, and with what; `agentOf` is null where that is unknown. `hasUsername` is for
 * a device whose id cannot be used: whether one without such an id is registered by that SIP username.
 */
export type Presence = {
  has: (device: KazooId<'device'>) => boolean
  hasUsername: (username: string | null) => boolean
  agentOf: (device: KazooId<'device'>) => string | null
}

/**
 * The registered devices of an account and what they run, or null when unknown. Registrations of more than
 * some 10,000 phones exceed the limit of an answer (1 KB each); then Kazoo's short list at least names the
 * devices (GET devices/status, 67 bytes each).
 */
export async function presenceOf(grant: Grant, account: KazooId<'account'>): Promise<Presence | null> {
  try {
    const registrations = (await listRegistrations(grant.kazoo, account)).filter(isCurrent)
    const agents = new SealedMap(
      registrations.flatMap(({ device, userAgent }) =>
        device === null ? [] : [[device, userAgent ?? ''] as const],
      ),
    )
    const usernames = new Set(
      registrations.flatMap(({ device, username }) => (device === null && username !== '' ? [username] : [])),
    )
    return {
      has: (device) => agents.has(device),
      hasUsername: (username) => username !== null && usernames.has(username),
      agentOf: (device) => agents.get(device) || null,
    }
  } catch (error) {
    if (!(error instanceof NotFound || error instanceof Unavailable)) throw error
    log.warn('registrations unknown', { error })
    return error instanceof Unavailable && error.reason === 'tooLarge' ? shortPresence(grant, account) : null
  }
}

/**
 * It is also empty when the registrar does not answer (docs/kazoo.md section 11), which does not mean that no
 * device is registered.
 */
async function shortPresence({ kazoo }: Grant, account: KazooId<'account'>): Promise<Presence | null> {
  const devices = await loadOptional('registrations', registeredDevices(kazoo, account))
  if (devices === null || devices.size === 0) return null
  return { has: (device) => devices.has(device), hasUsername: () => false, agentOf: () => null }
}

/** In ms: how long a registration still counts after its time, because clocks differ. */
const GRACE_MS = 60_000

/** Whether a registration is still valid: the registrar also lists some that have run out. */
export function isCurrent(doc: RegistrationDoc): boolean {
  const end = endOf(doc)
  return end === null || end.getTime() + GRACE_MS > Date.now()
}

/** Whether a device is registered, by the registrations of its account; null where these are unknown. */
export function isRegistered(
  registrations: readonly RegistrationDoc[] | null,
  device: KazooId<'device'>,
): boolean | null {
  return registrations && registrations.some((doc) => doc.device?.equals(device) && isCurrent(doc))
}

/** The view of a registration. */
export function toRegistration(doc: RegistrationDoc): Registration {
  const { userAgent, sourceAddress, contactAddress, registeredAt } = doc
  return {
    userAgent: userAgent ?? '',
    address: sourceAddress ?? contactAddress ?? '',
    registeredAt: registeredAt?.toISOString() ?? null,
    expiresAt: endOf(doc)?.toISOString() ?? null,
    expired: !isCurrent(doc),
  }
}

/** A registration ends when its lifetime since the last renewal is over; null where that is unknown. */
function endOf({ registeredAt, expiresSeconds }: RegistrationDoc): Date | null {
  if (registeredAt === null || expiresSeconds === null) return null
  return new Date(registeredAt.getTime() + expiresSeconds * 1000)
}
