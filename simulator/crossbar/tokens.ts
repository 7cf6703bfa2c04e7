// Access tokens: JWTs as Kazoo makes them, signed with a secret of this run.
import { createHash, createHmac } from 'node:crypto'
import type { Canaries } from '../canaries.ts'
import type { Clock } from '../clock.ts'
import { isObject, type JsonObject } from '../json.ts'
import type { Random } from '../random.ts'

/** Seconds that a token lives from its issue. */
const LIFETIME = 3600

export interface Identity {
  accountId: string
  /** The user; an API key has none. */
  ownerId?: string
  method: 'cb_user_auth' | 'cb_api_auth' | 'cb_auth'
  /** Secret of the user (or account): a new one ends the identity's tokens. */
  secret: string
  /** The impersonating user. */
  original?: { accountId: string; ownerId: string }
}

export interface Claims {
  iss: string
  identity_sig: string
  account_id: string
  owner_id?: string
  method: string
  exp: number
  original_account_id?: string
  original_owner_id?: string
}

export class Tokens {
  /** Users of a recorded server, and the users here that stand for them. For replays only. */
  readonly adopted = new Map<string, { accountId: string; ownerId: string }>()
  readonly #clock: Clock
  readonly #canaries: Canaries
  readonly #key: Buffer
  readonly #header: string
  readonly #known = new Map<string, Claims>()
  #expired = new Set<string>()

  constructor(clock: Clock, canaries: Canaries, random: Random) {
    this.#clock = clock
    this.#canaries = canaries
    this.#key = random.bytes(64)
    this.#header = encode({ alg: 'RS256', typ: 'JWT', kid: random.hex(32) })
  }

  /**
   * A new token for this identity. The same identity in the same second gets the same token, as RS256 does.
   */
  issue(identity: Identity): string {
    const claims = this.#claims(identity)
    // A token expired on demand stays expired, even if the same one is issued again within the second.
    while (this.#expired.has(this.#signed(claims))) claims.exp += 1
    const token = this.#signed(claims)
    this.#known.set(token, claims)
    return this.#canaries.add('token', token)
  }

  /** The claims of a token of this simulator, expired or not; undefined for any other text. */
  claims(token: string): Claims | undefined {
    return this.#known.get(token)
  }

  /** Whether this token's hour has passed, or it was expired on demand. */
  hasExpired(token: string): boolean {
    const claims = this.#known.get(token)
    return !claims || this.#expired.has(token) || claims.exp <= this.#clock.unix()
  }

  /** Expires every token issued so far at once. */
  expireAll(): void {
    this.#expired = new Set(this.#known.keys())
  }

  /** What ties a token to the identity's secret. */
  identitySignature({
    accountId,
    ownerId,
    secret,
  }: Pick<Identity, 'accountId' | 'ownerId' | 'secret'>): string {
    return createHmac('sha256', this.#key)
      .update(`${accountId}${ownerId ?? ''}${secret}`)
      .digest('base64url')
  }

  /** Accepts a token of another server as one of this simulator. For replays only. */
  adopt(token: string, identity: Identity): void {
    this.#known.set(token, this.#claims(identity))
  }

  #claims(identity: Identity): Claims {
    return {
      iss: 'kazoo',
      identity_sig: this.identitySignature(identity),
      account_id: identity.accountId,
      ...(identity.ownerId === undefined ? {} : { owner_id: identity.ownerId }),
      method: identity.method,
      exp: this.#clock.unix() + LIFETIME,
      ...(identity.original
        ? { original_account_id: identity.original.accountId, original_owner_id: identity.original.ownerId }
        : {}),
    }
  }

  #signed(claims: Claims): string {
    const signed = `${this.#header}.${encode({ ...claims })}`
    return `${signed}.${this.#signature(signed)}`
  }

  /** 256 bytes, as an RSA signature is. */
  #signature(signed: string): string {
    const parts: Buffer[] = []
    for (let i = 0; i < 4; i++)
      parts.push(createHash('sha512').update(this.#key).update(`${i}`).update(signed).digest())
    return Buffer.concat(parts).toString('base64url')
  }
}

/** Header and claims of a JWT-shaped text; undefined when it is none. Nothing is verified. */
export function readJwt(
  token: string,
): { header: JsonObject; claims: JsonObject; signature: string } | undefined {
  const [header, claims, signature, more] = token.split('.')
  if (!header || !claims || signature === undefined || more !== undefined) return undefined
  try {
    const parts: unknown[] = [header, claims].map((part) =>
      JSON.parse(Buffer.from(part, 'base64url').toString()),
    )
    const [first, second] = parts
    return isObject(first) && isObject(second) ? { header: first, claims: second, signature } : undefined
  } catch {
    return undefined
  }
}

function encode(value: JsonObject): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
