// Stores sign-ins that wait for their second step, and challenges for passkeys: each for five minutes and one
// use.
import 'server-only'
import { z } from 'zod'
import { presentedPending, renewPendingCookie } from './cookie.ts'
import { sessionDigest } from './keys.ts'
import { runPipeline, withRedis } from './redis.ts'
import { openBytes, sealBytes } from './seal-ring.ts'
import { countAttempt } from './throttle.ts'

const LIFETIME_MS = 5 * 60_000

const PendingDoc = z.object({ member: z.uuid(), stamp: z.number() })

/** The member whose password was correct, and their stamp at that moment. */
export type PendingSignIn = z.output<typeof PendingDoc>

const pendingKey = (id: string): string => `p:{${sessionDigest(id).digest}}`

/** Stores that the password was correct, for this browser. @throws Unavailable */
export async function startPendingSignIn(pending: PendingSignIn): Promise<void> {
  const key = pendingKey(await renewPendingCookie())
  const sealed = sealBytes('pending', key, Buffer.from(JSON.stringify(pending)))
  await runPipeline((pipeline) => {
    pipeline.hset(key, 'r', sealed)
    pipeline.pexpire(key, LIFETIME_MS)
  })
}

/** The pending sign-in of this browser. Null: none, or it has expired. */
export async function currentPendingSignIn(): Promise<PendingSignIn | null> {
  const id = await presentedPending()
  if (id === null) return null
  const key = pendingKey(id)
  const sealed = await withRedis((redis) => redis.hgetBuffer(key, 'r'))
  const opened = sealed === null ? null : openBytes('pending', key, sealed)
  return opened === null ? null : (PendingDoc.safeParse(JSON.parse(opened.toString())).data ?? null)
}

/** Counts an attempt at the second step. False after five; the password must then be entered again. */
export async function countPendingAttempt(): Promise<boolean> {
  const id = await presentedPending()
  if (id === null) return false
  const key = pendingKey(id)
  if ((await countAttempt('secondStep', key, null)).refused === null) return true
  await withRedis((redis) => redis.del(key))
  return false
}

/** Removes the pending sign-in. True for the one caller that removed it. */
export async function consumePendingSignIn(): Promise<boolean> {
  const id = await presentedPending()
  return id !== null && (await withRedis((redis) => redis.del(pendingKey(id)))) === 1
}

/** The owner of the passkey challenge that completes this browser's sign-in. Null: no sign-in is pending. */
export async function pendingChallengeOwner(): Promise<string | null> {
  const id = await presentedPending()
  return id === null ? null : `pending ${id}`
}

/**
 * Stores the challenge of `owner`: a session, or a browser with a pending sign-in. It replaces an older one.
 */
export async function storeChallenge(owner: string, challenge: string): Promise<void> {
  await withRedis((redis) => redis.set(challengeKey(owner), challenge, 'PX', LIFETIME_MS))
}

/** The challenge of `owner`, once. Null: none, already used, or expired. */
export async function consumeChallenge(owner: string): Promise<string | null> {
  return withRedis((redis) => redis.getdel(challengeKey(owner)))
}

const challengeKey = (owner: string): string => `c:{${sessionDigest(owner).digest}}`
