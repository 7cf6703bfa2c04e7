// Renews an expired Kazoo token once for all requests that meet it, in every process (docs/security.md row
// 15).
import 'server-only'
import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { FAILURE_REASONS, Unavailable } from '../errors.ts'
import type { ApiToken } from '../kazoo/ids.ts'
import { renewalKey, type SessionDigest } from './keys.ts'
import { replaceToken, storedToken } from './record.ts'
import { withRedis } from './redis.ts'

/** How long the lock lasts when its holder dies, in ms; longer than an authentication takes. */
const LOCK_MS = 15_000
/** How long a failure is shared with the other requests, in ms. */
const FAILURE_MS = 2_000
const POLL_MS = 40
const TIMEOUT_MS = 14_000

const FailureReason = z.enum(FAILURE_REASONS)
const UNLOCK = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0`
const FAIL = `if redis.call('get', KEYS[1]) == ARGV[1] then redis.call('set', KEYS[1], ARGV[2], 'PX', ARGV[3]) end return 0`

/**
 * A token other than `stale`: the one that another request has just got, or a new one from `authenticate`,
 * which runs at most once for all waiting requests.
 * @throws what `authenticate` throws, also to those that waited; SignedOut; Unavailable
 */
export async function renewToken(
  digest: SessionDigest,
  stale: ApiToken,
  authenticate: () => Promise<ApiToken>,
): Promise<ApiToken> {
  const lock = renewalKey(digest)
  const lockValue = randomBytes(16).toString('hex')
  const until = Date.now() + TIMEOUT_MS
  while (Date.now() < until) {
    const stored = await storedToken(digest)
    if (!stored.equals(stale)) return stored
    const acquired = await withRedis((redis) => redis.set(lock, lockValue, 'PX', LOCK_MS, 'NX'))
    if (acquired === 'OK') return await renew(digest, lock, lockValue, stale, authenticate)
    const reason = FailureReason.safeParse(await withRedis((redis) => redis.get(lock)))
    if (reason.success) throw new Unavailable('kazoo', reason.data)
    await wait(POLL_MS + Math.random() * POLL_MS)
  }
  throw new Unavailable('kazoo', 'unreachable')
}

async function renew(
  digest: SessionDigest,
  lock: string,
  lockValue: string,
  stale: ApiToken,
  authenticate: () => Promise<ApiToken>,
): Promise<ApiToken> {
  try {
    // Another request may have finished between the read and the lock.
    const stored = await storedToken(digest)
    const token = stored.equals(stale) ? await authenticate() : stored
    if (token !== stored) await replaceToken(digest, token)
    await withRedis((redis) => redis.eval(UNLOCK, 1, lock, lockValue))
    return token
  } catch (error) {
    const reason = error instanceof Unavailable && error.dependency === 'kazoo' ? error.reason : 'faulty'
    await withRedis((redis) => redis.eval(FAIL, 1, lock, lockValue, reason, FAILURE_MS))
    throw error
  }
}
