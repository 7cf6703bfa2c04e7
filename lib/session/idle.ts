// How long the session of this browser would still last if nothing more happened; asking does not put it off.
import 'server-only'
import { presentedId } from './cookie.ts'
import { sessionDigest, sessionKey } from './keys.ts'
import { withRedis } from './redis.ts'

/** Whole seconds, 0 when there is no session (any more). @throws Unavailable without Redis. */
export async function idleSecondsLeft(): Promise<number> {
  const id = await presentedId()
  if (id === null) return 0
  const left = await withRedis((redis) => redis.pttl(sessionKey(sessionDigest(id))))
  return Math.max(Math.floor(left / 1000), 0)
}
