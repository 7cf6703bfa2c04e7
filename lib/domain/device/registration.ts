// What the registrar knows of a device, as a browser may see it.
import 'server-only'
import type { RegistrationDoc } from '../../kazoo/registrations.ts'
import type { Registration } from '../../views/device.ts'

/** The view of a registration. It ends when its time has run out since it was last renewed. */
export function toRegistration(doc: RegistrationDoc): Registration {
  const { userAgent, sourceAddress, contactAddress, registeredAt, expiresSeconds } = doc
  const known = registeredAt !== null && expiresSeconds !== null
  const expiresAt = known ? new Date(registeredAt.getTime() + expiresSeconds * 1000).toISOString() : null
  return { userAgent: userAgent ?? '', address: sourceAddress ?? contactAddress ?? '', expiresAt }
}
