// The one connection to Redis. Out of order means a 503 within two seconds, never a fallback
// (docs/security.md row 14).
import 'server-only'
import type { Redis } from 'ioredis'
import { env } from '../env.ts'
import { Unavailable } from '../errors.ts'
import { unseal } from '../sealed.ts'
import { answerWithin } from '../waiting.ts'
import { CONNECT_MS, isReady, openRedis, replaceUnresponsive, type RedisClient } from './redis-connection.ts'

export type { RedisClient } from './redis-connection.ts'

/**
 * How long we wait for an answer, in ms: with the wait for the connection below the two seconds of
 * docs/security.md row 14.
 */
const ANSWER_MS = 800

// One connection a process, also when a bundler loads this file more than once.
const held = globalThis as typeof globalThis & { portalRedis?: RedisClient }

function client(): RedisClient {
  held.portalRedis ??= openRedis(unseal(env().redisUrl))
  return held.portalRedis
}

async function ready(redis: RedisClient): Promise<void> {
  if (isReady(redis)) return
  const { promise, resolve } = Promise.withResolvers<void>()
  redis.once('ready', resolve)
  try {
    if ((await answerWithin(CONNECT_MS, promise)) === null) throw new Error('not connected')
  } finally {
    redis.off('ready', resolve)
  }
}

/**
 * Runs commands against Redis, once: what has failed is not sent again. A connection that has proved useless is replaced, so that whoever comes
 * after that is served. @throws Unavailable('redis') when it is gone, slow, full, read-only or loading: every fault of Redis is this
 * one error, whatever ioredis calls it.
 */
export async function withRedis<T>(run: (redis: RedisClient) => Promise<T>): Promise<T> {
  const redis = client()
  try {
    await ready(redis)
    const answered = await answerWithin(ANSWER_MS, run(redis))
    if (answered !== null) return answered.answer
    void replaceUnresponsive(redis)
    throw new Error('no answer in time')
  } catch (cause) {
    throw new Unavailable('redis', 'unreachable', { cause })
  }
}

/** Opens a pipeline, so that several commands cost one round trip. @throws Unavailable when any of them failed. */
export async function runPipeline(
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
