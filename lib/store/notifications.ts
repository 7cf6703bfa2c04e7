// Hears what other processes say through Postgres, on a connection of its own, which is opened again when it is lost.
import 'server-only'
import { Client } from 'pg'
import { env } from '../env.ts'
import { log } from '../log.ts'
import { unseal } from '../sealed.ts'
import { answerWithin } from '../waiting.ts'

const AGAIN_MS = 5_000
/** How often the connection is asked whether it still lives and leads to a server that writes, and how long that may take, in ms. */
const LOOK_MS = 15_000
const LIFE_MS = 2_000

export type Listener = { stop(): Promise<void> }

/**
 * Calls `heard` whenever a transaction that notified `channel` is committed, anywhere; also after the connection was lost, for nobody
 * knows what was missed. It never throws: without Postgres nothing is heard, and it is tried again every 5 s.
 */
export function listenTo(channel: string, heard: () => void): Listener {
  let stopped = false
  let client: Client | null = null
  let timer: NodeJS.Timeout | undefined

  const again = (): void => {
    client = null
    if (stopped) return
    timer = setTimeout(() => void connect(), AGAIN_MS)
    timer.unref()
  }
  const connect = async (): Promise<void> => {
    const fresh = new Client({
      connectionString: unseal(env().databaseUrl),
      connectionTimeoutMillis: 2_000,
      keepAlive: true,
      application_name: 'portal clock',
    })
    client = fresh
    // `end` comes after a connection that was there; a failed `connect` is told by its promise alone.
    fresh.on('error', () => undefined)
    fresh.on('notification', heard)
    try {
      await fresh.connect()
      await fresh.query(`listen "${channel}"`)
      const looks = setInterval(() => void look(fresh), LOOK_MS)
      looks.unref()
      fresh.once('end', () => {
        clearInterval(looks)
        again()
      })
      heard()
    } catch {
      log.warn('the clock hears nothing from Postgres and tries again')
      await fresh.end().catch(() => undefined)
      again()
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

/** Nothing is said on a connection that is dead, nor at a server that only reads since a fail-over. */
async function look(asked: Client): Promise<void> {
  const writes = asked.query<{ transaction_read_only: string }>('show transaction_read_only')
  const seen = await answerWithin(LIFE_MS, writes).catch(() => null)
  if (seen?.answer.rows[0]?.transaction_read_only !== 'off') asked.end().catch(() => undefined)
}
