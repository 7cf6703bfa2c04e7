// One new authentication for all requests that meet an expired Kazoo token at once, over all processes
// (docs/security.md row 15).
import 'server-only'
import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { FAILURE_REASONS, Unavailable } from '../errors.ts'
import type { ApiToken } from '../kazoo/ids.ts'
import { renewalKey, type SessionDigest } from './keys.ts'
import { replaceToken, storedToken } from './record.ts'
import { withRedis } from './redis.ts'

/** A holder that dies is replaced after this long, in ms; longer than an authentication may take. */
const LOCK = 15_000
/** How long the others take a failed authentication for theirs too, in ms. */
const FAILED = 2_000
const POLL = 40
const PATIENCE = 14_000

const FailureReason = z.enum(FAILURE_REASONS)
const UNLOCK = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0`
const FAIL = `if redis.call('get', KEYS[1]) == ARGV[1] then redis.call('set', KEYS[1], ARGV[2], 'PX', ARGV[3]) end return 0`

/**
 * A token that is not `stale`: the one another request has just got, or a new one from `authenticate`, which runs at most once for all
 * who wait. @throws what `authenticate` throws, also to those who waited; SignedOut; Unavailable.
 */
export async function renewToken(
  digest: SessionDigest,
  stale: ApiToken,
  authenticate: () => Promise<ApiToken>,
): Promise<ApiToken> {
  const lock = renewalKey(digest)
  const mine = randomBytes(16).toString('hex')
  const until = Date.now() + PATIENCE
  while (Date.now() < until) {
    const stored = await storedToken(digest)
    if (!stored.equals(stale)) return stored
    const taken = await withRedis((redis) => redis.set(lock, mine, 'PX', LOCK, 'NX'))
    if (taken === 'OK') return await renew(digest, lock, mine, stale, authenticate)
    const reason = FailureReason.safeParse(await withRedis((redis) => redis.get(lock)))
    if (reason.success) throw new Unavailable('kazoo', reason.data)
    await wait(POLL + Math.random() * POLL)
  }
  throw new Unavailable('kazoo', 'unreachable')
}

async function renew(
  digest: SessionDigest,
  lock: string,
  mine: string,
  stale: ApiToken,
  authenticate: () => Promise<ApiToken>,
): Promise<ApiToken> {
  try {
    // Somebody may have finished between our look and our lock.
    const stored = await storedToken(digest)
    const token = stored.equals(stale) ? await authenticate() : stored
    if (token !== stored) await replaceToken(digest, token)
    await withRedis((redis) => redis.eval(UNLOCK, 1, lock, mine))
    return token
  } catch (error) {
    const reason = error instanceof Unavailable && error.dependency === 'kazoo' ? error.reason : 'faulty'
    await withRedis((redis) => redis.eval(FAIL, 1, lock, mine, reason, FAILED))
    throw error
  }
}
