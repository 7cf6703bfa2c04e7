// Reads who is registered, from where and with what, from Kazoo's registrar, which drops entries by itself.
import 'server-only'
import { z } from 'zod'
import { path, type Kazoo } from './client.ts'
import { kazooId, type KazooId } from './ids.ts'
import { asRecord, countOrNull, text, textOrNull } from './lenient.ts'
import { gregorian } from './time.ts'

const RegistrationDoc = z.preprocess(
  asRecord,
  z
    .object({
      authorizing_id: kazooId('device').nullable().catch(null),
      username: text,
      user_agent: textOrNull,
      source_ip: textOrNull,
      network_ip: textOrNull,
      contact_ip: textOrNull,
      expires: countOrNull,
      last_registration: gregorian,
    })
    .transform((it) => ({
      device: it.authorizing_id,
      username: it.username,
      userAgent: it.user_agent,
      /** Where the packets come from: behind NAT that is not the address that the device believes it has. */
      sourceAddress: it.source_ip ?? it.network_ip,
      contactAddress: it.contact_ip,
      expiresSeconds: it.expires,
      registeredAt: it.last_registration,
    })),
)
/** One registration. `device` is null where Kazoo does not report it. */
export type RegistrationDoc = z.output<typeof RegistrationDoc>

/** All registrations in the realm of an account, in no guaranteed order (GET /accounts/A/registrations). */
export function listRegistrations(kazoo: Kazoo, account: KazooId<'account'>): Promise<RegistrationDoc[]> {
  return kazoo.list(path`/accounts/${account}/registrations`, RegistrationDoc)
}
