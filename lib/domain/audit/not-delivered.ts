// Reports that a receiver of the audit log did not accept a batch.
import 'server-only'

/**
 * Why a batch was not accepted. `address`: nothing answers there, or the egress guard blocks it; `refused`:
 * the receiver refused it.
 */
export class NotDelivered extends Error {
  override readonly name = 'NotDelivered'
  readonly why: 'address' | 'refused'
  constructor(why: NotDelivered['why'], cause?: unknown) {
    super(why, { cause })
    this.why = why
  }
}
