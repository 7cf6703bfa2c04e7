// What the registrar knows of devices. It is a service of its own behind Kazoo: without it pages show everything else.
import 'server-only'
import { NotFound, Unavailable } from '../../errors.ts'
import type { KazooId } from '../../kazoo/ids.ts'
import { listRegistrations, type RegistrationDoc } from '../../kazoo/registrations.ts'
import { log } from '../../log.ts'
import type { Registration } from '../../views/device.ts'
import type { Grant } from '../grant.ts'

/** Who is registered in an account, or null when the registrar does not say: then it is unknown, not nobody. */
export async function registrationsOf(
  { kazoo }: Grant,
  account: KazooId<'account'>,
): Promise<RegistrationDoc[] | null> {
  try {
    return await listRegistrations(kazoo, account)
  } catch (error) {
    if (!(error instanceof NotFound || error instanceof Unavailable)) throw error
    log.warn('registrations unknown', { error })
    return null
  }
}

/** The view of a registration. It ends when its time has run out since it was last renewed. */
export function toRegistration(doc: RegistrationDoc): Registration {
  const { userAgent, sourceAddress, contactAddress, registeredAt, expiresSeconds } = doc
  const known = registeredAt !== null && expiresSeconds !== null
  const expiresAt = known ? new Date(registeredAt.getTime() + expiresSeconds * 1000).toISOString() : null
  return { userAgent: userAgent ?? '', address: sourceAddress ?? contactAddress ?? '', expiresAt }
}
