// Sends rows of the audit log as one signed POST of JSON, through the egress guard.
import 'server-only'
import { createHmac } from 'node:crypto'
import { egress } from '../../kazoo/egress.ts'
import { webhookTarget } from '../../kazoo/log-origin.ts'
import { unseal, type Sealed } from '../../sealed.ts'
import { NotDelivered } from './not-delivered.ts'
import type { ForwardedRow } from './forwarded-row.ts'

const LONGEST_MS = 10_000
/** At most so much of an answer is read: it has to end before the connection is reused. */
const LARGEST = 64 * 1024

/**
 * Posts the rows, oldest first, and returns when the receiver accepted them (any status of 200 to 299). The
 * header `Portal-Signature` is `t=<seconds>,v1=<HMAC-SHA256 in hex of "<seconds>.<body>">` under the secret.
 * @throws NotDelivered
 */
export async function postRows(
  address: string,
  secret: Sealed<'webhook secret'>,
  rows: readonly ForwardedRow[],
  now: Date,
): Promise<void> {
  const body = JSON.stringify({ rows })
  const seconds = Math.floor(now.getTime() / 1_000)
  const signature = createHmac('sha256', unseal(secret)).update(`${seconds}.${body}`).digest('hex')
  try {
    const { origin, path } = webhookTarget(address)
    const { statusCode, body: answer } = await egress(origin).request({
      origin: origin.text,
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json', 'portal-signature': `t=${seconds},v1=${signature}` },
      body,
      signal: AbortSignal.timeout(LONGEST_MS),
    })
    await answer.dump({ limit: LARGEST }).catch(() => undefined)
    if (statusCode < 200 || statusCode > 299) throw new NotDelivered('refused')
  } catch (error) {
    throw error instanceof NotDelivered ? error : new NotDelivered('address', error)
  }
}
