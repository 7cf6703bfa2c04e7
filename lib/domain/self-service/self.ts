// Finds the customer themselves: never a user whom a browser names, always the one for whom the session was
// started.
import 'server-only'
import { NotFound } from '../../errors.ts'
import type { UserRef } from '../../kazoo/ids.ts'
import type { Viewer } from '../../session/viewer.ts'

/**
 * @throws NotFound for a viewer who is no Kazoo user: a member, also one who impersonates an account's admin
 */
export function selfOf({ session: { record } }: Viewer): UserRef {
  if (record.self === null) throw new NotFound()
  return { account: record.granted, user: record.self }
}
