// Starts, renews and ends the session of the current browser. Each change of rights gives a new id and voids
// the previous one.
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

/**
 * Stores a new session, rotates the cookie, transfers the proxy ids of the same principal's last session in
 * this browser, and ends that session.
 */
export async function openSession(session: NewSession, token: ApiToken): Promise<Session> {
  const before = await presentedId()
  const idKey = seal<'id key'>(randomBytes(32).toString('base64url'))
  const id = await renewCookie()
  await addToIndexes(sessionDigest(id), session)
  const started = await storeSession(id, session, idKey, token)
  if (before !== null) {
    await transferProxyIds(before, started)
    await deleteSession(sessionDigest(before))
  }
  return started
}

/**
 * Indexes a session by its principal, and a customer's also by tenant, so that it ends with the tenant's
 * sessions.
 */
async function addToIndexes(
  digest: SessionDigest,
  { principal, self, tenant }: Pick<SessionRecord, 'principal' | 'self' | 'tenant'>,
  startedAt?: number,
): Promise<void> {
  await indexSession(digest, principal, startedAt)
  if (self !== null) await indexSession(digest, tenant, startedAt)
}

/**
 * Continues the session under a new id after a step-up (docs/security.md row 13). Its proxy ids, start and
 * end stay the same.
 * @throws SignedOut when the session was ended in the meantime, so that no race keeps it alive
 */
export async function renewSession({ record, token, tokenAt, digest }: Session): Promise<Session> {
  const before = await presentedId()
  if (before === null || sessionDigest(before).digest !== digest.digest) throw new SignedOut()
  const id = await renewCookie()
  const next = sessionDigest(id)
  await addToIndexes(next, record, record.startedAt)
  const renewed = await writeSession(next, { ...record, freshAt: Date.now() }, token, tokenAt)
  await transferProxyIds(before, renewed)
  if (await deleteSession(digest)) return renewed
  await deleteSession(next)
  throw new SignedOut()
}

/**
 * Ends the session in every process and removes the cookie. Returns the lineage of the session, or null when
 * there was none.
 */
export async function endSession(): Promise<string | null> {
  const id = await presentedId()
  const session = id === null ? null : await loadSession(id, [])
  if (id !== null) await deleteSession(sessionDigest(id))
  await clearCookie()
  return session?.record.lineage ?? null
}

/**
 * Whole seconds that the session of this browser lasts if nothing more happens, 0 when there is none; asking
 * does not put it off. @throws Unavailable
 */
export async function idleSecondsLeft(): Promise<number> {
  const id = await presentedId()
  if (id === null) return 0
  const left = await withRedis((redis) => redis.pttl(sessionKey(sessionDigest(id))))
  return Math.max(Math.floor(left / 1000), 0)
}
