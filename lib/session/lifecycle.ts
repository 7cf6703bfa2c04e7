// Begins, renews and ends a session in the browser at hand: the id changes with every right, and the one before it is worth nothing.
import 'server-only'
import { randomBytes } from 'node:crypto'
import { SignedOut } from '../errors.ts'
import type { ApiToken } from '../kazoo/ids.ts'
import { seal } from '../sealed.ts'
import { clearCookie, presentedId, renewCookie } from './cookie.ts'
import { sessionDigest, sessionKey, type SessionDigest } from './keys.ts'
import { indexSession } from './member-sessions.ts'
import { transferProxyIds } from './proxy-ids.ts'
import { deleteSession, writeSession, loadSession, storeSession, type Session } from './record.ts'
import { withRedis } from './redis.ts'
import type { NewSession, SessionRecord } from './record-doc.ts'

/** Stores the session, rotates the cookie, hands over the ids of this member's last session here, ends that session. */
export async function openSession(session: NewSession, token: ApiToken): Promise<Session> {
  const before = await presentedId()
  const idKey = seal<'id key'>(randomBytes(32).toString('base64url'))
  const id = await renewCookie()
  await indexed(sessionDigest(id), session)
  const begun = await storeSession(id, session, idKey, token)
  if (before !== null) {
    await transferProxyIds(before, begun)
    await deleteSession(sessionDigest(before))
  }
  return begun
}

/** Under who has it; a customer's also under their tenant, whose end is theirs. */
async function indexed(
  digest: SessionDigest,
  { principal, self, tenant }: Pick<SessionRecord, 'principal' | 'self' | 'tenant'>,
  startedAt?: number,
): Promise<void> {
  await indexSession(digest, principal, startedAt)
  if (self !== null) await indexSession(digest, tenant, startedAt)
}

/**
 * Goes on under a new id after the person has proved anew who they are (docs/security.md row 13). Its ids,
 * its age and its end stay.
 * @throws SignedOut when the session was ended meanwhile: by nobody's race does it live on
 */
export async function renewSession({ record, token, tokenAt, digest }: Session): Promise<Session> {
  const before = await presentedId()
  if (before === null || sessionDigest(before).digest !== digest.digest) throw new SignedOut()
  const id = await renewCookie()
  const next = sessionDigest(id)
  await indexed(next, record, record.startedAt)
  const renewed = await writeSession(next, { ...record, freshAt: Date.now() }, token, tokenAt)
  await transferProxyIds(before, renewed)
  if (await deleteSession(digest)) return renewed
  await deleteSession(next)
  throw new SignedOut()
}

/** Ends the session for every process and takes the cookie away; says which lineage it was of, or null when there was none. */
export async function endSession(): Promise<string | null> {
  const id = await presentedId()
  const session = id === null ? null : await loadSession(id, [])
  if (id !== null) await deleteSession(sessionDigest(id))
  await clearCookie()
  return session?.record.lineage ?? null
}

/** Whole seconds that the session of this browser lasts if nothing more happens, 0 when there is none; asking does not put it off. @throws Unavailable */
export async function idleSecondsLeft(): Promise<number> {
  const id = await presentedId()
  if (id === null) return 0
  const left = await withRedis((redis) => redis.pttl(sessionKey(sessionDigest(id))))
  return Math.max(Math.floor(left / 1000), 0)
}
