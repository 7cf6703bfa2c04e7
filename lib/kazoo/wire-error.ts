// Defines what can go wrong between us and a Crossbar, before it is decided what that means for the user.
import 'server-only'

/**
 * `not connected`: nothing was sent. `broken`: the connection broke or the time ran out, perhaps after the
 * request had arrived. `interrupted`: the same, after the answer had begun. `too large`: the answer exceeds
 * our limit. `malformed`: the answer is not a Crossbar's, nested too deep or not JSON.
 */
export class WireError extends Error {
  override readonly name = 'WireError'
  readonly kind: 'not connected' | 'broken' | 'interrupted' | 'too large' | 'malformed'
  constructor(kind: WireError['kind'], cause?: unknown) {
    super(kind, { cause })
    this.kind = kind
  }

  /**
   * The reason, for the log: a code such as ECONNREFUSED or CERT_HAS_EXPIRED, or a text of our own; never a
   * text of the server.
   */
  get reason(): string | undefined {
    const { cause } = this
    if (!(cause instanceof Error)) return undefined
    if ('code' in cause && typeof cause.code === 'string') return cause.code
    return cause.name === 'Error' ? cause.message : cause.name
  }
}
