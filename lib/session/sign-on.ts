// Begins and ends a session in the browser at hand: the id changes at every sign-in, and the one before it is worth nothing.
import 'server-only'
import { randomBytes } from 'node:crypto'
import type { ApiToken } from '../kazoo/ids.ts'
import { seal } from '../sealed.ts'
import { clearCookie, presentedId, renewCookie } from './cookie.ts'
import { inheritIds } from './proxy-ids.ts'
import { deleteSession, storeSession, type NewSession, type Session } from './record.ts'

/** Stores the session, rotates the cookie, hands over the ids of this member's last session here, ends that session. */
export async function beginSession(session: NewSession, token: ApiToken): Promise<Session> {
  const before = await presentedId()
  const idKey = seal<'id key'>(randomBytes(32).toString('base64url'))
  const id = await renewCookie()
  const begun = await storeSession(id, session, idKey, token)
  if (before !== null) {
    await inheritIds(before, begun)
    await deleteSession(before)
  }
  return begun
}

/** Ends the session for every process and takes the cookie away; nothing happens when there is none. */
export async function endSession(): Promise<void> {
  const id = await presentedId()
  if (id !== null) await deleteSession(id)
  await clearCookie()
}
