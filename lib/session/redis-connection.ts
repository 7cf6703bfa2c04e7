// Connects to Redis by URL (single, Sentinel or Cluster) and replaces connections that are open but unusable,
// as after a failover.
import 'server-only'
import { Cluster, Redis, type RedisOptions } from 'ioredis'
import { log } from '../log.ts'
import { answerWithin, waitForAnswer } from '../waiting.ts'

/** How long a connection may take to be established, and then to become ready, in ms each. */
export const CONNECT_MS = 600
/** How long a connection that did not answer may take to answer a PING, in ms. */
const PING_MS = 300
/** After this time ioredis gives up on a command, in ms. */
const COMMAND_MS = 5_000
/**
 * How long a connection that is closed may take for its last replies, in ms; a dead one would never finish.
 */
const DISCONNECT_MS = 100
/**
 * Delays before the next connection, in ms: the first, the longest, and the idle time after which the first
 * applies again.
 */
const BACKOFF = { first: 50, longest: 300, calm: 5_000 }

export type RedisClient = Redis | Cluster

/**
 * Errors about the connection, not the command: it leads to a node that is no longer the master (READONLY,
 * MASTERDOWN, UNBLOCKED), that has lost its replicas (NOREPLICAS), that has just started (LOADING), or that
 * no longer knows us (NOAUTH, after a server was swapped behind the address). A new connection looks up name,
 * Sentinel or slots again and authenticates. The command was not executed and is not sent again: the caller
 * gets an error, and the next one finds the new connection. Errors that a new connection does not fix are
 * left out: OOM, MISCONF, BUSY, NOPERM, WRONGPASS. ioredis itself handles MOVED, ASK, TRYAGAIN and
 * CLUSTERDOWN, by refreshing the slots. Inside a script, Redis before 7 quotes the code in the middle of its
 * own message.
 */
const CONNECTION_ERROR = /(?:^|-)(?:READONLY|MASTERDOWN|UNBLOCKED|NOREPLICAS|LOADING|NOAUTH)\b/

/** Connects by the forms of REDIS_URL that `.env.example` lists, and keeps the connection usable. */
export function openRedis(text: string): RedisClient {
  const redis = connect(text)
  redis.on('error', (error: unknown) => log.warn('redis connection', { error }))
  if (redis instanceof Cluster) redis.on('+node', watch)
  else watch(redis)
  return redis
}

/**
 * Whether commands can be sent now. A connection that is being replaced reports `ready` until the other end
 * has closed it.
 */
export function isReady(redis: RedisClient): boolean {
  return redis.status === 'ready' && (redis instanceof Cluster || redis.stream.writable)
}

/**
 * Pings every connection after a command got no answer, and replaces those that do not reply (half open,
 * frozen, or to an address that drops packets). One round at a time.
 */
export async function replaceUnresponsive(redis: RedisClient): Promise<void> {
  if (beingChecked.has(redis)) return
  beingChecked.add(redis)
  const connections = redis instanceof Cluster ? redis.nodes() : [redis]
  await Promise.all(connections.filter(isReady).map(replaceIfUnresponsive))
  beingChecked.delete(redis)
}

const beingChecked = new WeakSet<RedisClient>()

async function replaceIfUnresponsive(connection: Redis): Promise<void> {
  const reply = await answerWithin(PING_MS, connection.ping()).catch(() => null)
  if (reply === null && isReady(connection)) replace(connection, 'no answer')
}

/**
 * Replaces a connection on the first of several simultaneous errors, and one that connects but never becomes
 * ready: ioredis would wait for it forever.
 */
function watch(connection: Redis): void {
  connection.options.reconnectOnError = ({ message }) => {
    const broken = CONNECTION_ERROR.test(message) && isReady(connection)
    if (broken) log.warn('a redis connection is replaced', { reason: message.slice(0, 40) })
    return broken
  }
  connection.on('connect', () => {
    const greeted = new AbortController()
    const end = () => greeted.abort()
    connection.once('ready', end)
    connection.once('close', end)
    waitForAnswer(CONNECT_MS, greeted.signal).then(
      () => replace(connection, 'no greeting'),
      () => {
        connection.off('ready', end)
        connection.off('close', end)
      },
    )
  })
}

function replace(connection: Redis, reason: string): void {
  log.warn('a redis connection is replaced', { reason })
  connection.disconnect(true)
}

/** Exponential backoff between connections that do not last. */
function backoff(): () => number {
  let pause = 0
  let last = Number.NEGATIVE_INFINITY
  return () => {
    const now = performance.now()
    pause = now - last > BACKOFF.calm ? BACKOFF.first : Math.min(pause * 2, BACKOFF.longest)
    last = now
    return pause
  }
}

function connect(text: string): RedisClient {
  const options = {
    connectTimeout: CONNECT_MS,
    commandTimeout: COMMAND_MS,
    disconnectTimeout: DISCONNECT_MS,
    maxLoadingRetryTime: BACKOFF.longest,
    // Commands are never sent twice and never queued for a connection that may not come.
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    enableOfflineQueue: false,
    autoResubscribe: false,
    retryStrategy: backoff(),
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
    const sentinelOptions = { sentinels: nodes, name: path || 'mymaster', sentinelCommandTimeout: CONNECT_MS }
    return new Redis({ ...options, ...tls, ...secret, ...sentinelOptions })
  }
  if (kind === 'cluster') {
    // Nodes have no backoff: a lost node is reconnected by the next command for it. `retryDelayOnFailover`
    // would resend commands that were under way on a lost connection; without it, commands wait at a node
    // that is being connected.
    return new Cluster(nodes, {
      enableOfflineQueue: true,
      retryDelayOnFailover: 0,
      slotsRefreshTimeout: CONNECT_MS,
      clusterRetryStrategy: backoff(),
      redisOptions: { ...options, ...tls, ...secret },
    })
  }
  return new Redis(text, options)
}
