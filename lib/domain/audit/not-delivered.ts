// A receiver of the audit log that did not take it.
import 'server-only'

/** Why nothing was taken: nothing answers there (or nothing may be sent there), or what answers says no. */
export class NotDelivered extends Error {
  override readonly name = 'NotDelivered'
  readonly why: 'address' | 'refused'
  constructor(why: NotDelivered['why'], cause?: unknown) {
    super(why, { cause })
    this.why = why
  }
}
