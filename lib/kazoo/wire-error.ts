// What can go wrong between us and a Crossbar, before it is known what that means for the person who waits.
import 'server-only'

/**
 * `not connected`: nothing was sent. `broken`: the line fell or the time was up, perhaps after the request
 * had arrived. `interrupted`: the same, after the answer had begun. `too large`: an answer of more bytes than
 * we take. `malformed`: an answer that is no Crossbar's, too deep or not JSON.
 */
export class WireError extends Error {
  override readonly name = 'WireError'
  readonly kind: 'not connected' | 'broken' | 'interrupted' | 'too large' | 'malformed'
  constructor(kind: WireError['kind'], cause?: unknown) {
    super(kind, { cause })
    this.kind = kind
  }

  /**
   * Why, for the log: a code such as ECONNREFUSED or CERT_HAS_EXPIRED, or a sentence of our own; never what a
   * server said.
   */
  get reason(): string | undefined {
    const { cause } = this
    if (!(cause instanceof Error)) return undefined
    if ('code' in cause && typeof cause.code === 'string') return cause.code
    return cause.name === 'Error' ? cause.message : cause.name
  }
}
