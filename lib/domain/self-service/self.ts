// The customer themselves: never whom a browser names, always who the session was begun for.
import 'server-only'
import { NotFound } from '../../errors.ts'
import type { UserRef } from '../../kazoo/ids.ts'
import type { Viewer } from '../../session/viewer.ts'

/** @throws NotFound for who is nobody of Kazoo: a member, also one who acts as an account's admin */
export function selfOf({ session: { record } }: Viewer): UserRef {
  if (record.self === null) throw new NotFound()
  return { account: record.granted, user: record.self }
}
