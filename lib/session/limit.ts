// How often strangers may ask for what is dear: per client and in all, counted in Redis for all processes.
import 'server-only'
import { isIPv6 } from 'node:net'
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import { withRedis } from './redis.ts'

/** So many times within so many seconds. */
export type Limit = { each: number; all: number; seconds: number }

/** Counts one more of `what` from `address`; answers in how many seconds to come back, or null: go on. @throws Unavailable */
export async function countUse(what: string, limit: Limit, address: string): Promise<number | null> {
  const waits = await withRedis((storeClient) => {
    const counted = (keyPrefix: string, points: number) =>
      new RateLimiterRedis({ storeClient, keyPrefix, points, duration: limit.seconds })
    return Promise.all([
      take(counted(`limit:${what}:all`, limit.all), 'all'),
      take(counted(`limit:${what}`, limit.each), networkOf(address)),
    ])
  })
  const longest = Math.max(...waits)
  return longest === 0 ? null : longest
}

/** A household has all of a /64. */
function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('::')
  const groups = head === '' ? [] : head.split(':')
  const rest = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length)
  const all = [...groups, ...Array.from({ length: zeros }, () => '0'), ...rest]
  return `${all.slice(0, 4).join(':')}::/64`
}

async function take(limiter: RateLimiterRedis, key: string): Promise<number> {
  try {
    await limiter.consume(key)
    return 0
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    return Math.ceil(refusal.msBeforeNext / 1000)
  }
}
