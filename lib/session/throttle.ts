// Throttles every entrance (docs/security.md row 23): a client is refused, an account and the whole portal
// are only delayed.
import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { env } from '../env.ts'
import { Rejected, Unavailable } from '../errors.ts'
import { clientNetwork } from './client-network.ts'
import { runPipeline, withRedis } from './redis.ts'
import { currentRequest } from './request.ts'
import { ruleOf, type Budget } from './throttle-rules.ts'
import { limitConcurrency } from './concurrency-limit.ts'

/**
 * The first delay of an account, which doubles with each failure up to the last, in ms: an attack costs the
 * account's owner no more than that.
 */
const FIRST_DELAY = 250
const MAX_DELAY = 1_000
const DELAY_STEPS = Math.log2(MAX_DELAY / FIRST_DELAY)
/** The longest delay of all clients, in ms, at twice the usual rate. */
const MAX_TOTAL_DELAY = 500
/** How long an account's failures count, in ms. */
const ACCOUNT_WINDOW = 15 * 60_000
/**
 * How many attempts of one client are processed at a time, in each process. Others of that client wait; other
 * clients do not.
 */
const MAX_CONCURRENT = 16

/**
 * Counts one attempt under KEYS, the client first; when the client is over its limit, nothing else is
 * counted. ARGV: the attempt's id, then for each key the window in ms and the limit. Returns the ms until the
 * next attempt is allowed, or 0 and the count of each key before this attempt.
 */
const COUNT = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local answer = {0}
for at, key in ipairs(KEYS) do
  local window, limit = tonumber(ARGV[2 * at]), tonumber(ARGV[2 * at + 1])
  redis.call('ZREMRANGEBYSCORE', key, '-inf', now - window)
  local count = redis.call('ZCARD', key)
  if count < limit then
    redis.call('ZADD', key, now, ARGV[1])
    redis.call('PEXPIRE', key, window)
  elseif at == 1 then
    return {redis.call('ZRANGE', key, 0, 0, 'WITHSCORES')[2] + window - now}
  end
  answer[at + 1] = count
end
return answer`

/** Too many attempts. `seconds` until the next one is allowed. */
export class Throttled extends Rejected {
  readonly seconds: number
  constructor(seconds: number) {
    super({}, { key: 'messages.throttled', values: { minutes: Math.ceil(seconds / 60) } })
    this.seconds = seconds
  }
}

/**
 * `refused`: seconds until the next attempt is allowed. `delay`: ms to wait before going on. `refund` removes
 * this attempt from every count.
 */
export type Counted = { refused: number } | Permitted
type Permitted = { refused: null; delay: number; refund: () => Promise<void> }

/** All keys are in one slot of a Cluster, so that one script counts an attempt in one round trip. */
const counterKey = (budget: Budget, what: 'client' | 'account' | 'all', name: string): string =>
  `throttle:{t}:${budget}:${what}:${createHash('sha256').update(name).digest('base64url')}`

/**
 * One counter of an attempt: its key, its window in ms, how many entries it keeps, and the delay in ms for a
 * count.
 */
type Count = { key: string; window: number; limit: number; delay: (before: number) => number }

function countsOf(budget: Budget, who: string, account: string | null): Count[] {
  const { perClient, seconds, total, totalSeconds } = ruleOf(budget)
  const undelayed = env().signInAttempts
  const ofClient = {
    key: counterKey(budget, 'client', who),
    window: seconds * 1000,
    limit: perClient,
    delay: () => 0,
  }
  const ofAccount = account !== null && {
    key: counterKey(budget, 'account', account),
    window: ACCOUNT_WINDOW,
    limit: undelayed + DELAY_STEPS,
    delay: (before: number) =>
      before < undelayed ? 0 : Math.min(FIRST_DELAY * 2 ** (before - undelayed), MAX_DELAY),
  }
  const ofAll = total !== null && {
    key: counterKey(budget, 'all', ''),
    window: totalSeconds * 1000,
    limit: total * 2 - 1,
    delay: (before: number) =>
      before < total ? 0 : Math.ceil((MAX_TOTAL_DELAY * (before - total + 1)) / total),
  }
  return [ofClient, ofAccount, ofAll].filter((count) => count !== false)
}

/**
 * Counts an attempt by `who` (a client's network, or another name that is refused beyond its limit) on
 * `account`, if given. Does not wait.
 * @throws Unavailable without Redis: an attempt that cannot be counted is not allowed
 */
export async function countAttempt(budget: Budget, who: string, account: string | null): Promise<Counted> {
  const counts = countsOf(budget, who, account)
  const keys = counts.map(({ key }) => key)
  const id = randomUUID()
  const limits = counts.flatMap(({ window, limit }) => [window, limit])
  const answer = await withRedis((redis) => redis.eval(COUNT, keys.length, ...keys, id, ...limits))
  const [retryAfterMs = 0, ...before] = z.array(z.number()).parse(answer)
  if (retryAfterMs > 0) return { refused: Math.ceil(retryAfterMs / 1000) }
  const refund = async () => {
    await runPipeline((pipeline) => {
      for (const key of keys) pipeline.zrem(key, id)
    })
  }
  const delay = Math.max(...counts.map((count, at) => count.delay(before[at] ?? 0)))
  return { refused: null, delay, refund }
}

/** Counts an attempt like `countAttempt`. @throws Throttled when `who` is over its limit; Unavailable */
export async function permitAttempt(budget: Budget, who: string, account: string | null): Promise<Permitted> {
  const counted = await countAttempt(budget, who, account)
  if (counted.refused !== null) throw new Throttled(counted.refused)
  return counted
}

/**
 * Counts an attempt of this request's client and waits for the delay. Returns how to refund it.
 * @throws Throttled when the client is over its limit; Unavailable
 */
export async function throttle(budget: Budget, account: string | null = null): Promise<() => Promise<void>> {
  const { delay, refund } = await permitAttempt(budget, clientNetwork(currentRequest().address), account)
  if (delay > 0) await wait(delay)
  return refund
}

/**
 * Runs `proof`, which throws Rejected for a wrong secret, as an attempt on `account` (null: unknown). A
 * successful attempt is refunded, and one that could not be checked.
 * @throws Throttled when this client has failed too often; Unavailable; what `proof` throws
 */
export async function throttledProof<T>(account: string | null, proof: () => Promise<T>): Promise<T> {
  const limit = Math.min(MAX_CONCURRENT, Math.ceil(ruleOf('secret').perClient / 2))
  const done = await limitConcurrency(clientNetwork(currentRequest().address), limit, async () => {
    const refund = await throttle('secret', account)
    try {
      const result = await proof()
      await refund()
      return { result }
    } catch (error) {
      if (error instanceof Unavailable) await refund().catch(() => undefined)
      throw error
    }
  })
  if (done === null) throw new Throttled(60)
  return done.result
}
