// Indexes the sessions of each principal, with where they started and when they were last used, and ends them
// all at once.
import 'server-only'
import { z } from 'zod'
import { env } from '../env.ts'
import { memberKey, sessionKey, type SessionDigest } from './keys.ts'
import { deleteSession } from './record.ts'
import { runPipeline, withRedis } from './redis.ts'
import { currentRequest } from './request.ts'
import { openBytes, sealBytes } from './seal-ring.ts'

/**
 * An entry without a session may be of one that is about to be stored: only entries older than this are
 * removed, in ms.
 */
const GRACE_MS = 60_000

const EntryDoc = z.object({
  agent: z.string(),
  address: z.string(),
  startedAt: z.number(),
  notedAt: z.number(),
  impersonation: z.boolean().catch(false),
})

/**
 * An active session; `agent` and `address` are those of the request that started it. Instants in ms since
 * 1970.
 */
export type MemberSession = z.output<typeof EntryDoc> & { digest: SessionDigest; lastSeenAt: number }

/**
 * Indexes a session that `member` starts with the current request. Call it before the session is stored, so
 * that ending all sessions finds it.
 * @throws Unavailable
 */
export async function indexSession(
  { digest }: SessionDigest,
  member: string,
  startedAt: number = Date.now(),
): Promise<void> {
  await addEntry(digest, member, startedAt, false)
}

/**
 * The same for an impersonation: it ends with the other sessions, and is not listed among them.
 * @throws Unavailable
 */
export async function indexImpersonation({ digest }: SessionDigest, member: string): Promise<void> {
  await addEntry(digest, member, Date.now(), true)
}

async function addEntry(
  digest: string,
  member: string,
  startedAt: number,
  impersonation: boolean,
): Promise<void> {
  const { agent, address } = currentRequest()
  const key = memberKey(member)
  const plaintext = Buffer.from(
    JSON.stringify({ agent, address, startedAt, notedAt: Date.now(), impersonation }),
  )
  await runPipeline((pipeline) => {
    pipeline.hset(key, digest, sealBytes('index', `${key} ${digest}`, plaintext))
    pipeline.pexpire(key, env().sessionMs)
  })
}

/**
 * The active sessions of a member, most recently used first. Removes the entries of those that have expired.
 */
export async function sessionsOf(member: string): Promise<MemberSession[]> {
  const key = memberKey(member)
  const entries = Object.entries(await withRedis((redis) => redis.hgetallBuffer(key)))
  // Each session is in a slot of its own in a Cluster, so each needs a query; all are sent together.
  const ttls = await withRedis((redis) =>
    Promise.all(entries.map(([digest]) => redis.pttl(sessionKey({ digest })))),
  )
  const stale: string[] = []
  const sessions: MemberSession[] = []
  entries.forEach(([digest, sealed], at) => {
    const entry = openEntry(key, digest, sealed)
    const ttl = ttls[at] ?? 0
    if (entry?.impersonation === true && ttl > 0) return
    if (entry !== null && ttl > 0)
      sessions.push({ ...entry, digest: { digest }, lastSeenAt: lastSeenOf(entry, ttl) })
    else if (entry === null || entry.notedAt < Date.now() - GRACE_MS) stale.push(digest)
  })
  if (stale.length > 0) await withRedis((redis) => redis.hdel(key, ...stale))
  return sessions.toSorted((one, two) => two.lastSeenAt - one.lastSeenAt)
}

function openEntry(key: string, digest: string, sealed: Buffer): z.output<typeof EntryDoc> | null {
  const text = openBytes('index', `${key} ${digest}`, sealed)
  return text === null ? null : (EntryDoc.safeParse(JSON.parse(text.toString())).data ?? null)
}

/** When the session was last used: every request resets its time to live. */
function lastSeenOf({ startedAt }: { startedAt: number }, ttl: number): number {
  return Math.max(startedAt, Date.now() - Math.max(0, env().sessionIdleMs - ttl))
}

/**
 * Ends every session of a member in every process, except `except`. Returns how many were ended. Repeats
 * until the index has no new one.
 * @throws Unavailable
 */
export async function endSessionsOf(member: string, except: SessionDigest | null = null): Promise<number> {
  const key = memberKey(member)
  const seen = new Set<string>()
  let ended = 0
  for (;;) {
    const digests = await withRedis((redis) => redis.hkeys(key))
    const others = digests.filter((digest) => digest !== except?.digest && !seen.has(digest))
    if (others.length === 0) return ended
    const deleted = await Promise.all(others.map((digest) => deleteSession({ digest })))
    ended += deleted.filter(Boolean).length
    for (const digest of others) seen.add(digest)
  }
}
