// Listens to notifications of other processes through Postgres, on a separate connection that is reopened
// when it is lost.
import 'server-only'
import { Client } from 'pg'
import { env } from '../env.ts'
import { log } from '../log.ts'
import { unseal } from '../sealed.ts'
import { answerWithin } from '../waiting.ts'

const RECONNECT_MS = 5_000
/**
 * How often to check that the connection is alive and leads to a writable server, and how long that may take,
 * in ms.
 */
const CHECK_MS = 15_000
const CHECK_TIMEOUT_MS = 2_000

export type Listener = { stop(): Promise<void> }

/**
 * Calls `onNotification` whenever a transaction that notified `channel` is committed, in any process; also
 * after a reconnect, because notifications may have been missed. It never throws: without Postgres it retries
 * every 5 s.
 */
export function listenTo(channel: string, onNotification: () => void): Listener {
  let stopped = false
  let client: Client | null = null
  let timer: NodeJS.Timeout | undefined

  const reconnectLater = (): void => {
    client = null
    if (stopped) return
    timer = setTimeout(() => void connect(), RECONNECT_MS)
    timer.unref()
  }
  const connect = async (): Promise<void> => {
    const fresh = new Client({
      connectionString: unseal(env().databaseUrl),
      connectionTimeoutMillis: 2_000,
      keepAlive: true,
      application_name: 'portal listener',
    })
    client = fresh
    // `end` follows an established connection; a failed `connect` only rejects.
    fresh.on('error', () => undefined)
    fresh.on('notification', onNotification)
    try {
      await fresh.connect()
      await fresh.query(`listen "${channel}"`)
      const checks = setInterval(() => void closeIfUseless(fresh), CHECK_MS)
      checks.unref()
      fresh.once('end', () => {
        clearInterval(checks)
        reconnectLater()
      })
      onNotification()
    } catch {
      log.warn('cannot listen to Postgres notifications, will retry')
      await fresh.end().catch(() => undefined)
      reconnectLater()
    }
  }
  const connecting = connect()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await connecting
      await client?.end().catch(() => undefined)
    },
  }
}

/** Ends a connection that is dead, or leads to a server that is read-only since a failover. */
async function closeIfUseless(client: Client): Promise<void> {
  const writes = client.query<{ transaction_read_only: string }>('show transaction_read_only')
  const result = await answerWithin(CHECK_TIMEOUT_MS, writes).catch(() => null)
  if (result?.answer.rows[0]?.transaction_read_only !== 'off') client.end().catch(() => undefined)
}
