// The one throttle, for every entrance (docs/security.md row 23): a client is refused, an account and the
// whole portal are only slowed down.
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

/** The first delay of an account, which doubles with each further failure up to the last, in ms. Whoever attacks it costs its owner no more. */
const FIRST_DELAY = 250
const LONGEST_DELAY = 1_000
const DELAYS = Math.log2(LONGEST_DELAY / FIRST_DELAY)
/** The longest delay of everybody, in ms, at twice the rate that is usual. */
const LONGEST_FOR_ALL = 500
/** An account's failures count for so long, in ms. */
const ACCOUNT_WINDOW = 15 * 60_000
/** So many of one client are judged at a time, in each process: the others wait, and nobody else waits for them. */
const AT_A_TIME = 16

/**
 * Counts one attempt under KEYS, the client first. Of a client that had too many nothing else is counted. ARGV: the attempt's id, then for
 * each key how long it counts in ms, and how many are kept. Answers the ms until one more is let in, or 0 and what each key held before.
 */
const COUNT = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local answer = {0}
for at, key in ipairs(KEYS) do
  local window, most = tonumber(ARGV[2 * at]), tonumber(ARGV[2 * at + 1])
  redis.call('ZREMRANGEBYSCORE', key, '-inf', now - window)
  local count = redis.call('ZCARD', key)
  if count < most then
    redis.call('ZADD', key, now, ARGV[1])
    redis.call('PEXPIRE', key, window)
  elseif at == 1 then
    return {redis.call('ZRANGE', key, 0, 0, 'WITHSCORES')[2] + window - now}
  end
  answer[at + 1] = count
end
return answer`

/** Too many attempts. `seconds`: until one more is let in. */
export class Throttled extends Rejected {
  readonly seconds: number
  constructor(seconds: number) {
    super({}, { key: 'messages.throttled', values: { minutes: Math.ceil(seconds / 60) } })
    this.seconds = seconds
  }
}

/** `refused`: seconds until one more is let in. `delay`: go on after so many ms; `refund` takes from each count what this attempt added. */
export type Counted = { refused: number } | Permitted
type Permitted = { refused: null; delay: number; refund: () => Promise<void> }

/** All in one slot of a Cluster, so that one script counts an attempt, or does not, in one trip. */
const keyOf = (budget: Budget, what: 'client' | 'account' | 'all', name: string): string =>
  `throttle:{t}:${budget}:${what}:${createHash('sha256').update(name).digest('base64url')}`

/** What is counted of one attempt: under which key, for how many ms, how many of them are kept, and what those before it cost in ms. */
type Count = { key: string; window: number; most: number; delay: (before: number) => number }

function countsOf(budget: Budget, who: string, account: string | null): Count[] {
  const { each, seconds, all, allSeconds } = ruleOf(budget)
  const free = env().signInAttempts
  const ofClient = {
    key: keyOf(budget, 'client', who),
    window: seconds * 1000,
    most: each,
    delay: () => 0,
  }
  const ofAccount = account !== null && {
    key: keyOf(budget, 'account', account),
    window: ACCOUNT_WINDOW,
    most: free + DELAYS,
    delay: (before: number) =>
      before < free ? 0 : Math.min(FIRST_DELAY * 2 ** (before - free), LONGEST_DELAY),
  }
  const ofAll = all !== null && {
    key: keyOf(budget, 'all', ''),
    window: allSeconds * 1000,
    most: all * 2 - 1,
    delay: (before: number) => (before < all ? 0 : Math.ceil((LONGEST_FOR_ALL * (before - all + 1)) / all)),
  }
  return [ofClient, ofAccount, ofAll].filter((count) => count !== false)
}

/**
 * Counts an attempt by `who` (a client's network, or another name that is refused when it has had too many) at `account`, if at one. Does
 * not wait. @throws Unavailable without Redis: no count, no attempt
 */
export async function countAttempt(budget: Budget, who: string, account: string | null): Promise<Counted> {
  const counts = countsOf(budget, who, account)
  const keys = counts.map(({ key }) => key)
  const id = randomUUID()
  const limits = counts.flatMap(({ window, most }) => [window, most])
  const answer = await withRedis((redis) => redis.eval(COUNT, keys.length, ...keys, id, ...limits))
  const [held = 0, ...before] = z.array(z.number()).parse(answer)
  if (held > 0) return { refused: Math.ceil(held / 1000) }
  const refund = async () => {
    await runPipeline((pipeline) => {
      for (const key of keys) pipeline.zrem(key, id)
    })
  }
  const delay = Math.max(...counts.map((count, at) => count.delay(before[at] ?? 0)))
  return { refused: null, delay, refund }
}

/** As `countAttempt`. @throws Throttled when `who` has had too many; Unavailable */
export async function permitAttempt(budget: Budget, who: string, account: string | null): Promise<Permitted> {
  const counted = await countAttempt(budget, who, account)
  if (counted.refused !== null) throw new Throttled(counted.refused)
  return counted
}

/**
 * Counts what the client of this request asks for, and waits as long as that costs. Answers how to give it back.
 * @throws Throttled when this client has had too many; Unavailable
 */
export async function throttle(budget: Budget, account: string | null = null): Promise<() => Promise<void>> {
  const { delay, refund } = await permitAttempt(budget, clientNetwork(currentRequest().address), account)
  if (delay > 0) await wait(delay)
  return refund
}

/**
 * Runs `proof`, which throws Rejected where what somebody offers is wrong, as an attempt at `account` (null: it is not known whose it is).
 * An attempt that was right, or that we could not judge, is given back, and nothing else is.
 * @throws Throttled when this client has failed too often; Unavailable; what `proof` throws
 */
export async function throttledProof<T>(account: string | null, proof: () => Promise<T>): Promise<T> {
  const most = Math.min(AT_A_TIME, Math.ceil(ruleOf('secret').each / 2))
  const done = await limitConcurrency(clientNetwork(currentRequest().address), most, async () => {
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
