// A sign-in that waits for its second step, and the challenges of passkeys: five minutes each, one use, and no session yet.
import 'server-only'
import { z } from 'zod'
import { presentedPending, renewPendingCookie } from './cookie.ts'
import { sessionDigest } from './keys.ts'
import { runPipeline, withRedis } from './redis.ts'
import { openBytes, sealBytes } from './seal-ring.ts'
import { countAttempt } from './throttle.ts'

const LASTS = 5 * 60_000

const PendingDoc = z.object({ member: z.uuid(), stamp: z.number() })

/** Whose password was right, and the stamp under which it was. */
export type PendingSignIn = z.output<typeof PendingDoc>

const pendingKey = (id: string): string => `p:{${sessionDigest(id).digest}}`

/** Remembers, in this browser, that a password was right. @throws Unavailable */
export async function startPendingSignIn(pending: PendingSignIn): Promise<void> {
  const key = pendingKey(await renewPendingCookie())
  const sealed = sealBytes('pending', key, Buffer.from(JSON.stringify(pending)))
  await runPipeline((pipeline) => {
    pipeline.hset(key, 'r', sealed)
    pipeline.pexpire(key, LASTS)
  })
}

/** The sign-in that waits in this browser, or null: none, or too old. */
export async function currentPendingSignIn(): Promise<PendingSignIn | null> {
  const id = await presentedPending()
  if (id === null) return null
  const key = pendingKey(id)
  const sealed = await withRedis((redis) => redis.hgetBuffer(key, 'r'))
  const opened = sealed === null ? null : openBytes('pending', key, sealed)
  return opened === null ? null : (PendingDoc.safeParse(JSON.parse(opened.toString())).data ?? null)
}

/** Counts a try at the second step; false when there were five, and then the password must be typed again. */
export async function countPendingAttempt(): Promise<boolean> {
  const id = await presentedPending()
  if (id === null) return false
  const key = pendingKey(id)
  if ((await countAttempt('secondStep', key, null)).refused === null) return true
  await withRedis((redis) => redis.del(key))
  return false
}

/** Forgets the sign-in that waits; true for the one who does. */
export async function consumePendingSignIn(): Promise<boolean> {
  const id = await presentedPending()
  return id !== null && (await withRedis((redis) => redis.del(pendingKey(id)))) === 1
}

/** To whom the challenge of a passkey is given that is to finish the sign-in of this browser; null: none waits. */
export async function pendingChallengeOwner(): Promise<string | null> {
  const id = await presentedPending()
  return id === null ? null : `pending ${id}`
}

/** Keeps the challenge given to `whom`: a session, or a browser without one. The newest counts. */
export async function storeChallenge(whom: string, challenge: string): Promise<void> {
  await withRedis((redis) => redis.set(challengeKey(whom), challenge, 'PX', LASTS))
}

/** The challenge that `whom` was given, once; null: none, used, or too old. */
export async function consumeChallenge(whom: string): Promise<string | null> {
  return withRedis((redis) => redis.getdel(challengeKey(whom)))
}

const challengeKey = (whom: string): string => `c:{${sessionDigest(whom).digest}}`
