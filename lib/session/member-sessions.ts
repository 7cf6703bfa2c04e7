// Which sessions a member has, from where they began and when they were last used; and how all of them end at once.
import 'server-only'
import { z } from 'zod'
import { env } from '../env.ts'
import { memberKey, sessionKey, type SessionDigest } from './keys.ts'
import { deleteSession } from './record.ts'
import { runPipeline, withRedis } from './redis.ts'
import { currentRequest } from './request.ts'
import { openBytes, sealBytes } from './seal-ring.ts'

/** An entry without its session may be that of one about to be stored: only older ones are forgotten, in ms. */
const YOUNG = 60_000

const Beginning = z.object({
  agent: z.string(),
  address: z.string(),
  startedAt: z.number(),
  notedAt: z.number(),
  impersonation: z.boolean().catch(false),
})

/** A session that lives; `agent` and `address` are those of the request that began it. Instants in ms since 1970. */
export type MemberSession = z.output<typeof Beginning> & { digest: SessionDigest; lastSeenAt: number }

/**
 * Notes that a session of `member` begins with the request under way. It comes before the session is stored, so that whoever ends all of
 * them finds it. @throws Unavailable
 */
export async function indexSession(
  { digest }: SessionDigest,
  member: string,
  startedAt: number = Date.now(),
): Promise<void> {
  await note(digest, member, startedAt, false)
}

/** The same for one with borrowed eyes: it ends with the others, and is none of those that are listed. @throws Unavailable */
export async function indexImpersonation({ digest }: SessionDigest, member: string): Promise<void> {
  await note(digest, member, Date.now(), true)
}

async function note(
  digest: string,
  member: string,
  startedAt: number,
  impersonation: boolean,
): Promise<void> {
  const { agent, address } = currentRequest()
  const key = memberKey(member)
  const told = Buffer.from(JSON.stringify({ agent, address, startedAt, notedAt: Date.now(), impersonation }))
  await runPipeline((pipeline) => {
    pipeline.hset(key, digest, sealBytes('index', `${key} ${digest}`, told))
    pipeline.pexpire(key, env().sessionMs)
  })
}

/** The sessions of a member that live, the last used first; those that ended by themselves are forgotten on the way. */
export async function sessionsOf(member: string): Promise<MemberSession[]> {
  const key = memberKey(member)
  const entries = Object.entries(await withRedis((redis) => redis.hgetallBuffer(key)))
  // Each session is a slot of its own in a Cluster, so each has a question of its own; they travel together all the same.
  const left = await withRedis((redis) =>
    Promise.all(entries.map(([digest]) => redis.pttl(sessionKey({ digest })))),
  )
  const gone: string[] = []
  const alive: MemberSession[] = []
  entries.forEach(([digest, sealed], at) => {
    const begun = opened(key, digest, sealed)
    const rest = left[at] ?? 0
    if (begun?.impersonation === true && rest > 0) return
    if (begun !== null && rest > 0)
      alive.push({ ...begun, digest: { digest }, lastSeenAt: lastSeen(begun, rest) })
    else if (begun === null || begun.notedAt < Date.now() - YOUNG) gone.push(digest)
  })
  if (gone.length > 0) await withRedis((redis) => redis.hdel(key, ...gone))
  return alive.toSorted((one, two) => two.lastSeenAt - one.lastSeenAt)
}

function opened(key: string, digest: string, sealed: Buffer): z.output<typeof Beginning> | null {
  const text = openBytes('index', `${key} ${digest}`, sealed)
  return text === null ? null : (Beginning.safeParse(JSON.parse(text.toString())).data ?? null)
}

/** Every request puts off the idle end, so what is left of it says when the last one was. */
function lastSeen({ startedAt }: { startedAt: number }, rest: number): number {
  return Math.max(startedAt, Date.now() - Math.max(0, env().sessionIdleMs - rest))
}

/**
 * Ends every session of a member, on every process and before their next request, but for `except`; says how many there were. What is about
 * to begin is looked for until there is none. @throws Unavailable
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
