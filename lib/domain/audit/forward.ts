// Forwards new rows of each audit log to the tenant's receiver: at least once, in order, resuming where it
// stopped.
import 'server-only'
import { log } from '../../log.ts'
import {
  claimSink,
  recordSinkFailure,
  recordSinkDelivery,
  type SinkRecord,
  type SinkTarget,
} from '../../store/audit-sinks.ts'
import { rowsAfter } from '../../store/audit-verify.ts'
import { database } from '../../store/database.ts'
import { NotDelivered } from './not-delivered.ts'
import { forwardedRow, type ForwardedRow } from './forwarded-row.ts'
import { writeRows } from './syslog.ts'
import { postRows } from './webhook.ts'

const BATCH = 100

/**
 * Sends every audit log that is due, in batches. Returns the number of rows sent. Stops early when `ending`
 * returns true.
 * @throws Unavailable
 */
export async function forwardAuditLogs(
  now: () => Date,
  ending: () => boolean = () => false,
): Promise<number> {
  let count = 0
  while (!ending()) {
    const sink = await claimSink(now())
    if (sink === null) break
    count += await sendBatch(sink, now)
  }
  return count
}

async function sendBatch(sink: SinkRecord, now: () => Date): Promise<number> {
  const rows = await Array.fromAsync(rowsAfter(database(), sink.tenant, sink.cursor, BATCH))
  const last = rows.at(-1)
  if (last === undefined) return 0
  try {
    await sendTo(sink.target, rows.map(forwardedRow), now())
  } catch (error) {
    if (!(error instanceof NotDelivered)) throw error
    log.warn('audit log rows were not accepted', {
      tenant: sink.tenant,
      kind: sink.target.kind,
      why: error.why,
    })
    await recordSinkFailure(sink, error.why, now())
    return 0
  }
  await recordSinkDelivery(sink, last.seq, now())
  return rows.length
}

/**
 * Sends rows to a target.
 * @throws NotDelivered
 */
export async function sendTo(target: SinkTarget, rows: readonly ForwardedRow[], now: Date): Promise<void> {
  if (target.kind === 'syslog') await writeRows(target.address, rows)
  else await postRows(target.address, target.secret, rows, now)
}
