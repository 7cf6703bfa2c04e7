// Runs commands on the process's one Redis connection. An outage fails within two seconds, without a fallback
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
 * How long to wait for an answer, in ms. With the wait for the connection it stays below the two seconds of
 * docs/security.md row 14.
 */
const ANSWER_MS = 800

// One connection per process, even when a bundler loads this file more than once.
const globals = globalThis as typeof globalThis & { portalRedis?: RedisClient }

function client(): RedisClient {
  globals.portalRedis ??= openRedis(unseal(env().redisUrl))
  return globals.portalRedis
}

async function waitUntilReady(redis: RedisClient): Promise<void> {
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
 * Runs commands on Redis, once: a failed command is not sent again. A connection that proved unusable is
 * replaced for later calls.
 * @throws Unavailable('redis') for every fault of Redis: gone, slow, full, read-only or loading
 */
export async function withRedis<T>(run: (redis: RedisClient) => Promise<T>): Promise<T> {
  const redis = client()
  try {
    await waitUntilReady(redis)
    const result = await answerWithin(ANSWER_MS, run(redis))
    if (result !== null) return result.answer
    void replaceUnresponsive(redis)
    throw new Error('no answer in time')
  } catch (cause) {
    throw new Unavailable('redis', 'unreachable', { cause })
  }
}

/** Runs several commands in one round trip. @throws Unavailable when any of them failed */
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

/** Closes the connection: for command lines and tests. */
export async function closeRedis(): Promise<void> {
  const redis = globals.portalRedis
  delete globals.portalRedis
  redis?.disconnect()
  await Promise.resolve()
}
