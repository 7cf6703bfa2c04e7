// Opens Redis by URL (single, Sentinel or Cluster) and replaces connections that are open and of no use, as after a fail-over.
import 'server-only'
import { Cluster, Redis, type RedisOptions } from 'ioredis'
import { log } from '../log.ts'
import { answerWithin, waitForAnswer } from '../waiting.ts'

/** How long a connection may take to stand, and then to greet, in ms each. */
export const CONNECT_MS = 600
/** A connection that has kept somebody waiting is asked whether it still lives; so long it may take, in ms. */
const SIGN_OF_LIFE_MS = 300
/** After this long, in ms, ioredis forgets a command that was never answered. */
const FORGET_MS = 5_000
/** A connection that is given up has so long to say what it still knows, in ms. A dead one would take for ever. */
const LAST_WORD_MS = 100
/** Pauses before the next connection, in ms: the first, the longest, and after how long a calm one counts as the first again. */
const PAUSE = { first: 50, longest: 300, calm: 5_000 }

export type RedisClient = Redis | Cluster

/**
 * Refusals that speak of the connection and not of the command: it leads to a node that is no master any more (READONLY, MASTERDOWN, UNBLOCKED), that
 * has lost its replicas, as one that was cut off has (NOREPLICAS), that has just started (LOADING), or that does not know us (NOAUTH: the
 * other end of it was exchanged). A new one looks up name, Sentinel or slots again, and signs in. Nothing of the command was done, and it is not
 * sent again either: who asked is told, and who comes next finds the new connection. No connection cures what is left out: OOM,
 * MISCONF, BUSY, NOPERM, WRONGPASS; MOVED, ASK, TRYAGAIN and CLUSTERDOWN are answered by ioredis, which asks for the slots again.
 * Inside a script Redis before 7 says it in the middle of its own sentence.
 */
const USELESS = /(?:^|-)(?:READONLY|MASTERDOWN|UNBLOCKED|NOREPLICAS|LOADING|NOAUTH)\b/

/** Connects by the forms of REDIS_URL that `.env.example` lists, and keeps the connection of use from then on. */
export function openRedis(text: string): RedisClient {
  const redis = connect(text)
  redis.on('error', (error: unknown) => log.warn('redis connection', { error }))
  if (redis instanceof Cluster) redis.on('+node', watch)
  else watch(redis)
  return redis
}

/** Whether commands can be sent now. One that is being replaced says `ready` until its other end has hung up. */
export function isReady(redis: RedisClient): boolean {
  return redis.status === 'ready' && (redis instanceof Cluster || redis.stream.writable)
}

/**
 * Called when somebody has waited for an answer in vain: asks every connection for a sign of life, and replaces those that give none
 * (half open, frozen, or to an address that swallows everything). One round at a time.
 */
export async function replaceUnresponsive(redis: RedisClient): Promise<void> {
  if (questioned.has(redis)) return
  questioned.add(redis)
  const connections = redis instanceof Cluster ? redis.nodes() : [redis]
  await Promise.all(connections.filter(isReady).map(replaceIfSilent))
  questioned.delete(redis)
}

const questioned = new WeakSet<RedisClient>()

async function replaceIfSilent(connection: Redis): Promise<void> {
  const lives = await answerWithin(SIGN_OF_LIFE_MS, connection.ping()).catch(() => null)
  if (lives === null && isReady(connection)) replace(connection, 'no answer')
}

/** Of refusals that come at once, the first alone replaces it. And ioredis would wait for ever for a server that lets us in and says nothing. */
function watch(connection: Redis): void {
  connection.options.reconnectOnError = ({ message }) => {
    const useless = USELESS.test(message) && isReady(connection)
    if (useless) log.warn('a redis connection is replaced', { why: message.slice(0, 40) })
    return useless
  }
  connection.on('connect', () => {
    const over = new AbortController()
    const end = () => over.abort()
    connection.once('ready', end)
    connection.once('close', end)
    waitForAnswer(CONNECT_MS, over.signal).then(
      () => replace(connection, 'no greeting'),
      () => {
        connection.off('ready', end)
        connection.off('close', end)
      },
    )
  })
}

function replace(connection: Redis, why: string): void {
  log.warn('a redis connection is replaced', { why })
  connection.disconnect(true)
}

/** How long to wait before the next connection: twice as long each time, as long as they do not last. */
function pauses(): () => number {
  let pause = 0
  let last = Number.NEGATIVE_INFINITY
  return () => {
    const now = performance.now()
    pause = now - last > PAUSE.calm ? PAUSE.first : Math.min(pause * 2, PAUSE.longest)
    last = now
    return pause
  }
}

function connect(text: string): RedisClient {
  const options = {
    connectTimeout: CONNECT_MS,
    commandTimeout: FORGET_MS,
    disconnectTimeout: LAST_WORD_MS,
    maxLoadingRetryTime: PAUSE.longest,
    // Nothing is sent twice, and nothing waits for a connection that may never come.
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    enableOfflineQueue: false,
    autoResubscribe: false,
    retryStrategy: pauses(),
  } satisfies RedisOptions
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
    const asked = { sentinels: nodes, name: path || 'mymaster', sentinelCommandTimeout: CONNECT_MS }
    return new Redis({ ...options, ...tls, ...secret, ...asked })
  }
  if (kind === 'cluster') {
    // Nodes have no pauses: one that is lost is found again by whoever needs it. `retryDelayOnFailover` would send again what was under way
    // on a lost connection, done or not; without it, what comes while a node is being connected waits at that node.
    return new Cluster(nodes, {
      enableOfflineQueue: true,
      retryDelayOnFailover: 0,
      slotsRefreshTimeout: CONNECT_MS,
      clusterRetryStrategy: pauses(),
      redisOptions: { ...options, ...tls, ...secret },
    })
  }
  return new Redis(text, options)
}
