// Slows down those who guess: per client address and in all by refusing for a while, per account only by a delay (strangers must not lock people out).
import 'server-only'
import { createHash } from 'node:crypto'
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import { env } from '../env.ts'
import { withRedis, type RedisClient } from './redis.ts'

/** Over how long attempts are counted, in seconds. */
const WINDOW = 15 * 60
const PER_MINUTE_IN_ALL = 600
/** An address is refused after this many times the attempts an account has before it is slowed down: offices share one address. */
const PER_ADDRESS = 8
/** The first delay of an account, which doubles with each further failure up to the last, in ms. */
const FIRST_DELAY = 250
const LONGEST_DELAY = 4_000

function limiters(redis: RedisClient) {
  const storeClient = redis
  return {
    all: new RateLimiterRedis({
      storeClient,
      keyPrefix: 'throttle:all',
      points: PER_MINUTE_IN_ALL,
      duration: 60,
    }),
    address: new RateLimiterRedis({
      storeClient,
      keyPrefix: 'throttle:address',
      points: env().signInAttempts * PER_ADDRESS,
      duration: WINDOW,
    }),
    account: new RateLimiterRedis({
      storeClient,
      keyPrefix: 'throttle:account',
      points: env().signInAttempts,
      duration: WINDOW,
    }),
  }
}

/** `refused`: come back in so many seconds. `delay`: go on after so many ms. */
export type Throttled = { refused: number } | { refused: null; delay: number }

const name = (account: string): string =>
  createHash('sha256').update(account.toLowerCase()).digest('base64url')

/** Counts an attempt to sign in as `account` from `address`, and says what it costs. @throws Unavailable without Redis: no count, no attempt. */
export async function countAttempt(account: string, address: string): Promise<Throttled> {
  return withRedis(async (redis) => {
    const { all, address: byAddress, account: byAccount } = limiters(redis)
    const answers = await Promise.all([
      take(all, 'all'),
      take(byAddress, address),
      take(byAccount, name(account)),
    ])
    const [inAll, atAddress, atAccount] = answers
    const over = [inAll, atAddress].filter((answer) => answer.over > 0)
    if (over.length > 0) return { refused: Math.max(...over.map(({ seconds }) => seconds)) }
    const delay = atAccount.over === 0 ? 0 : Math.min(FIRST_DELAY * 2 ** (atAccount.over - 1), LONGEST_DELAY)
    return { refused: null, delay }
  })
}

/** Forgets the failures of an account and an address after the right password. */
export async function forgiveAttempts(account: string, address: string): Promise<void> {
  await withRedis(async (redis) => {
    const { address: byAddress, account: byAccount } = limiters(redis)
    await Promise.all([byAccount.delete(name(account)), byAddress.delete(address)])
  })
}

async function take(limiter: RateLimiterRedis, key: string): Promise<{ over: number; seconds: number }> {
  try {
    await limiter.consume(key)
    return { over: 0, seconds: 0 }
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    return { over: refusal.consumedPoints - limiter.points, seconds: Math.ceil(refusal.msBeforeNext / 1000) }
  }
}
