// Where Kazoo 4.3 and 5.0 (master) differ; every rule that asks for the version asks here.

export type KazooVersion = '4.3' | '5.0'

export interface Flavour {
  readonly kazoo: KazooVersion
  /** `version` of the envelope. */
  readonly version: string
  /** The envelope has the numbers of tokens consumed and left. */
  readonly tellsTokens: boolean
  /** Errors without a token say `auth_token: "undefined"`. */
  readonly undefinedToken: boolean
  /** Answers of the first checks (400, 401, 403, 404, 405) have no Content-Type. */
  readonly bareRefusals: boolean
  /** `/v1` answers as the old API did; otherwise 410. */
  readonly answersV1: boolean
  /** An expired token is refused even where none is needed. */
  readonly refusesExpiredEverywhere: boolean
  /** A valid token is not charged to the bucket. */
  readonly chargesAuthenticated: boolean
  /**
   * Lists run from the last key to the first, a bad `page_size` is 404, and a page knows that nothing
   * follows.
   */
  readonly descendingLists: boolean
  /** POST and PATCH of an account merge, and nulls are ignored; otherwise POST replaces and null removes. */
  readonly mergesAccounts: boolean
  /** A stale If-Match is detected after the change was saved. */
  readonly savesBeforeMatching: boolean
  /** The account document keeps `enabled` in public. */
  readonly keepsEnabled: boolean
  /** Rows of tree and parents hold realm and flags as well. */
  readonly fullTreeRows: boolean
  /** The answer to PUT of an account has its location. */
  readonly locatesAccounts: boolean
  /** Anyone may have a document validated; otherwise the master account only. */
  readonly validatesForAll: boolean
  /** A user whose calls are forwarded needs a number to forward to. */
  readonly checksForwarding: boolean
  /** A new API key outlives the next save of the account. */
  readonly keepsNewApiKey: boolean
}

export const flavours: Readonly<Record<KazooVersion, Flavour>> = {
  '4.3': {
    kazoo: '4.3',
    version: '4.3.0',
    tellsTokens: false,
    undefinedToken: true,
    bareRefusals: false,
    answersV1: true,
    refusesExpiredEverywhere: false,
    chargesAuthenticated: true,
    descendingLists: false,
    mergesAccounts: false,
    savesBeforeMatching: false,
    keepsEnabled: true,
    fullTreeRows: true,
    locatesAccounts: true,
    validatesForAll: true,
    checksForwarding: true,
    keepsNewApiKey: false,
  },
  '5.0': {
    kazoo: '5.0',
    version: '5.0.0',
    tellsTokens: true,
    undefinedToken: false,
    bareRefusals: true,
    answersV1: false,
    refusesExpiredEverywhere: true,
    chargesAuthenticated: false,
    descendingLists: true,
    mergesAccounts: true,
    savesBeforeMatching: true,
    keepsEnabled: false,
    fullTreeRows: false,
    locatesAccounts: false,
    validatesForAll: false,
    checksForwarding: false,
    keepsNewApiKey: false,
  },
}
