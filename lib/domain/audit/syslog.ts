// Sends rows of the audit log as syslog (RFC 5424) over TLS (RFC 5425) or TCP, in length-prefixed frames (RFC
// 6587 3.4.1), through the egress guard.
import 'server-only'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { env } from '../../env.ts'
import { connectTo } from '../../kazoo/egress.ts'
import { syslogOrigin } from '../../kazoo/log-origin.ts'
import { NotDelivered } from './not-delivered.ts'
import type { ForwardedRow } from './forwarded-row.ts'

/** Facility 13, "log audit"; severity by stage: notice, informational, warning. */
const FACILITY = 13
const SEVERITY = { began: 5, done: 6, failed: 4, unknown: 4 } as const
/** The enterprise number for documentation (RFC 5612); receivers go by the application's name. */
const DATA_ID = 'audit@32473'
const LONGEST_MS = 10_000

/**
 * Writes the rows, oldest first, and returns when the receiver has closed the connection without an error.
 * Syslog acknowledges nothing: rows lost after that only show as a gap in the row numbers.
 * @throws NotDelivered
 */
export async function writeRows(address: string, rows: readonly ForwardedRow[]): Promise<void> {
  let socket: Socket | null = null
  try {
    socket = await connectTo(syslogOrigin(address))
    await written(socket, rows.map(frameOf).join(''))
  } catch (error) {
    throw new NotDelivered('address', error)
  } finally {
    socket?.destroy()
  }
}

async function written(socket: Socket, frames: string): Promise<void> {
  const deadline = AbortSignal.timeout(LONGEST_MS)
  // The receiver sends no data, but its close is only noticed while the socket is read.
  socket.resume()
  const ended = once(socket, 'close', { signal: deadline })
  socket.end(frames)
  await ended
  if (socket.errored !== null) throw socket.errored
}

/** One frame: its length in bytes, a blank, the message. */
export function frameOf(row: ForwardedRow): string {
  const message = messageOf(row)
  return `${Buffer.byteLength(message)} ${message}`
}

function messageOf(row: ForwardedRow): string {
  const priority = FACILITY * 8 + SEVERITY[row.stage]
  const host = new URL(env().portalOrigin).hostname
  const facts = { row: String(row.row), hash: row.hash, event: row.event, stage: row.stage, verb: row.verb }
  const data = Object.entries(facts).map(
    ([name, value]) => `${name}="${value.replaceAll(/["\\\]]/g, String.raw`\$&`)}"`,
  )
  const kind = row.verb.replaceAll(/[^!-~]/g, '?').slice(0, 32)
  return `<${priority}>1 ${row.at} ${host} portal - ${kind} [${DATA_ID} ${data.join(' ')}] \uFEFF${JSON.stringify(row)}`
}
