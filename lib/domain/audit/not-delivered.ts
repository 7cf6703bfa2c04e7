// A receiver of the trail that did not take it.
import 'server-only'

/** Why nothing was taken: nothing answers there (or nothing may be sent there), or what answers says no. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken'
  readonly why: 'address' | 'refused'
  constructor(why: NotTaken['why'], cause?: unknown) {
    super(why, { cause })
    this.why = why
  }
}
