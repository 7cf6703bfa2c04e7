// Who calls: the token of the request, checked as Kazoo does.
import { text, type JsonObject } from '../json.ts'
import type { Simulator } from '../simulator.ts'
import { accountInPath, adopt } from './adoption.ts'
import type { Call, Caller } from './call.ts'
import { secretOf } from './identity-secret.ts'
import { isTruthy } from './row.ts'
import type { Claims } from './tokens.ts'

/** Finds the token, and its account and user if it is valid. */
export function identify(call: Call): void {
  const header = call.headers['x-auth-token'] ?? optionToken(call)
  if (header !== undefined) {
    call.token = header
    if (call.sim.config.replay && !call.sim.tokens.claims(header)) adopt(call, header)
    setCaller(call, byToken(call, header))
    return
  }
  const authorization = call.headers['authorization']
  if (authorization === undefined) return
  const [scheme, value = ''] = authorization.split(' ')
  call.token = value === '' ? (scheme ?? '') : value
  if (scheme?.toLowerCase() === 'basic') setCaller(call, byBasic(call, value))
}

/** Whether it is an expired token of this simulator. */
export function presentsExpired(call: Call): boolean {
  return (
    call.token !== undefined &&
    call.sim.tokens.claims(call.token) !== undefined &&
    call.sim.tokens.hasExpired(call.token)
  )
}

function optionToken(call: Call): string | undefined {
  const data = call.data
  const inData =
    typeof data === 'object' && data !== null && !Array.isArray(data) ? data['auth_token'] : undefined
  const found = inData ?? call.query.get('auth_token') ?? call.envelope['auth_token']
  return typeof found === 'string' ? found : undefined
}

function setCaller(call: Call, found: Caller | undefined): void {
  if (found) call.caller = found
}

function byToken(call: Call, token: string): Caller | undefined {
  const { sim } = call
  const claims = sim.tokens.claims(token)
  if (!claims || sim.tokens.hasExpired(token)) return undefined
  const only = call.headers['x-auth-account-id']
  if (only !== undefined && only !== claims.account_id) return undefined
  const secret = secretOf(sim, claims.account_id, claims.owner_id)
  if (secret === undefined) return undefined
  const identity = {
    accountId: claims.account_id,
    secret,
    ...(claims.owner_id === undefined ? {} : { ownerId: claims.owner_id }),
  }
  if (claims.identity_sig !== sim.tokens.identitySignature(identity)) return undefined
  return callerOf(sim, claims)
}

function callerOf(sim: Simulator, claims: Claims): Caller {
  const account = sim.store.account(claims.account_id)
  return {
    accountId: claims.account_id,
    ...(claims.owner_id === undefined ? {} : { ownerId: claims.owner_id }),
    method: claims.method,
    superduper: account?.['pvt_superduper_admin'] === true,
    claims: asJson(claims),
  }
}

function asJson(claims: Claims): JsonObject {
  return { ...claims }
}

/** `Basic base64(account id:md5 of user:password)`. */
function byBasic(call: Call, encoded: string): Caller | undefined {
  const { sim } = call
  const [id = '', credentials = ''] = Buffer.from(encoded, 'base64').toString().split(':')
  const accountId = sim.config.replay && !sim.store.account(id) ? accountInPath(call) : id
  const account = sim.store.account(accountId)
  if (!account || credentials === '') return undefined
  const user = sim.store
    .database(accountId)
    .ofType('user')
    .find((doc) => isTruthy(doc['enabled']) && doc['pvt_md5_auth'] === credentials)
  const ownerId = user && text(user, '_id')
  if (ownerId === undefined) return undefined
  const method = 'cb_basic_auth'
  return {
    accountId,
    ownerId,
    method,
    superduper: account['pvt_superduper_admin'] === true,
    claims: { account_id: accountId, owner_id: ownerId, method },
  }
}
