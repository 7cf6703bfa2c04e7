// The one connection to Redis, by URL: single, Sentinel or Cluster. Out of order means a 503 within two seconds, never a fallback.
import 'server-only'
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'
import { Cluster, Redis, type RedisOptions } from 'ioredis'
import { env } from '../env.ts'
import { Unavailable } from '../errors.ts'
import { log } from '../log.ts'
import { unseal } from '../sealed.ts'

/** How long we wait for the connection, and for an answer, in ms: together below the two seconds of security.md row 14. */
const CONNECT_WAIT = 600
const ANSWER_WAIT = 800
/** It is waited for in steps of so many ms. */
const STEP = 100
/** After this long, in ms, ioredis forgets a command that was never answered. */
const FORGET = 5_000

const options = {
  connectTimeout: CONNECT_WAIT,
  commandTimeout: FORGET,
  maxRetriesPerRequest: 0,
  enableOfflineQueue: false,
  autoResubscribe: false,
  retryStrategy: (attempt: number) => Math.min(50 * 2 ** Math.min(attempt, 4), 500),
} satisfies RedisOptions

export type RedisClient = Redis | Cluster

/** Connects by the forms of REDIS_URL that `.env.example` lists. */
function connect(text: string): RedisClient {
  if (text.startsWith('unix://')) return new Redis({ ...options, path: text.slice('unix://'.length) })
  const [, secure, kind, password, hosts = '', path = ''] =
    /^redis(s?)(?:\+(sentinel|cluster))?:\/\/(?:[^/@]*?:([^/@]*)@)?([^/]*)\/?(.*)$/.exec(text) ?? []
  const tls = secure === 's' ? { tls: {} } : {}
  const secret = password === undefined ? {} : { password: decodeURIComponent(password) }
  const nodes = hosts.split(',').map((host) => {
    const { hostname, port } = new URL(`tcp://${host}`)
    return { host: hostname, port: Number(port || (kind === 'sentinel' ? 26379 : 6379)) }
  })
  if (kind === 'sentinel') {
    return new Redis({ ...options, ...tls, ...secret, sentinels: nodes, name: path || 'mymaster' })
  }
  if (kind === 'cluster') {
    return new Cluster(nodes, {
      enableOfflineQueue: false,
      clusterRetryStrategy: options.retryStrategy,
      redisOptions: { ...options, ...tls, ...secret },
    })
  }
  return new Redis(text, options)
}

// One connection a process, also when a bundler loads this file more than once.
const held = globalThis as typeof globalThis & { portalRedis?: RedisClient }

function client(): RedisClient {
  if (held.portalRedis === undefined) {
    held.portalRedis = connect(unseal(env().redisUrl))
    held.portalRedis.on('error', (error: unknown) => log.warn('redis connection', { error }))
  }
  return held.portalRedis
}

function ready(redis: RedisClient): Promise<void> {
  if (redis.status === 'ready') return Promise.resolve()
  return new Promise((resolve, reject) => {
    const onReady = () => {
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(() => {
      redis.off('ready', onReady)
      reject(new Error('not connected'))
    }, CONNECT_WAIT)
    redis.once('ready', onReady)
  })
}

/**
 * Runs commands against Redis. @throws Unavailable('redis') when it is gone, slow, full, read-only or loading: every fault of Redis
 * is this one error, whatever ioredis calls it.
 */
export async function withRedis<T>(run: (redis: RedisClient) => Promise<T>): Promise<T> {
  const redis = client()
  const answered = new AbortController()
  try {
    await ready(redis)
    return await Promise.race([run(redis), tooLong(answered.signal)])
  } catch (cause) {
    throw new Unavailable('redis', 'unreachable', { cause })
  } finally {
    answered.abort()
  }
}

/**
 * Rejects when an answer takes too long. A process that was busy itself may have the answer waiting in its socket when a timer fires: it is
 * read first, and however long the process was busy, that counts as one step. Only a Redis that has not answered is slow.
 */
async function tooLong(signal: AbortSignal): Promise<never> {
  for (let waited = 0; waited < ANSWER_WAIT; waited += STEP) {
    await wait(STEP, undefined, { ref: false, signal })
    await nextTurn()
  }
  await nextTurn()
  throw new Error('no answer in time')
}

/** Opens a pipeline, so that several commands cost one round trip. @throws Unavailable when any of them failed. */
export async function inOneTrip(
  build: (pipeline: ReturnType<Redis['pipeline']>) => void,
): Promise<unknown[]> {
  return withRedis(async (redis) => {
    const pipeline = redis.pipeline()
    build(pipeline)
    const answers = (await pipeline.exec()) ?? []
    return answers.map(([error, value]) => {
      if (error !== null) throw error
      return value
    })
  })
}

/** Ends the connection: for command lines and tests. */
export async function closeRedis(): Promise<void> {
  const redis = held.portalRedis
  delete held.portalRedis
  redis?.disconnect()
  await Promise.resolve()
}
