// PUT /user_auth: signing in with a hash of user name and password (docs/kazoo.md section 5.2).
import { text, type JsonObject } from '../../json.ts'
import { dataObject, param, textOption, type Call } from '../call.ts'
import { bucketKey } from '../envelope.ts'
import {
  actionRequired,
  forbidden,
  invalidCredentials,
  refuse,
  tooManyRequests,
  validationError,
} from '../refusals.ts'
import { ok, Refusal, type Reply } from '../reply.ts'
import type { Route } from '../route.ts'
import { isTruthy } from '../row.ts'
import { accountOfNumber } from '../telephony/numbers.ts'
import { validated } from '../validate.ts'
import { describe, signedIn } from './answer.ts'

export const userAuthRoutes: Route[] = [
  { path: 'user_auth', verbs: { PUT: signIn }, open: ['PUT'] },
  { path: 'user_auth/{token}', verbs: { GET: readToken }, ownRule: true },
  { path: 'accounts/{account}/user_auth/{token}', verbs: { GET: readToken } },
]

function signIn(call: Call): Reply {
  const action = textOption(call, 'action')
  if (action !== undefined) refuse(action === 'impersonate_user' ? forbidden() : actionRequired())
  takeTokens(call)
  const data = validated(call, 'user_auth', withAlias(dataObject(call)))
  const accounts = findAccounts(call, data)
  const method = data['method'] === 'sha' ? 'pvt_sha1_auth' : 'pvt_md5_auth'
  for (const accountId of accounts) {
    const user = call.sim.store
      .database(accountId)
      .ofType('user')
      .find((doc) => isTruthy(doc['enabled']) && doc[method] === data['credentials'])
    const ownerId = user && text(user, '_id')
    if (ownerId === undefined) continue
    mayEnter(call, accountId)
    if (call.sim.config.mfa && data['multi_factor_response'] === undefined) secondFactor()
    return signedIn(call, { accountId, ownerId, method: 'cb_user_auth' }, ownerId)
  }
  throw new Refusal({ ...invalidCredentials(), ...(accounts.length > 0 ? { page: { size: 0 } } : {}) })
}

/** A sign-in costs two tokens, or all that are left if there are fewer. */
export function takeTokens(call: Call): void {
  const { buckets, config } = call.sim
  call.consumed = 1
  if (config.buckets && !buckets.consumeUntil(bucketKey(call), 2)) refuse(tooManyRequests())
}

/** @throws Refusal 400 for an account that is disabled or past its trial */
export function mayEnter(call: Call, accountId: string): void {
  const account = call.sim.store.account(accountId) ?? {}
  if (account['pvt_enabled'] === false)
    throw new Refusal({
      ...validationError({ account: { disabled: { message: 'account disabled' } } }),
      page: { size: 1 },
    })
  const expires = account['pvt_trial_expires']
  if (typeof expires === 'number' && expires <= call.sim.clock.gregorian())
    refuse(validationError({ account: { expired: { message: 'account expired', cause: expires } } }))
}

/** Accounts that the request may mean: by phone number, else realm, else name. Each is tried in turn. */
export function findAccounts(call: Call, data: JsonObject): string[] {
  const { accounts } = call.sim.store
  const number = text(data, 'phone_number')
  const byNumber = number === undefined ? undefined : accountOfNumber(call.sim.store, number)
  if (byNumber !== undefined) return [byNumber]
  const realm = text(data, 'account_realm')
  const byRealm = realm === undefined ? [] : accounts.byRealm(realm)
  if (byRealm.length > 0) return byRealm
  const name = text(data, 'account_name')
  return name === undefined ? [] : accounts.byName(name)
}

function withAlias(data: JsonObject): JsonObject {
  const { realm } = data
  return realm === undefined || data['account_realm'] !== undefined ? data : { ...data, account_realm: realm }
}

function secondFactor(): never {
  const { status, message } = invalidCredentials()
  const words = 'client needs to preform second-factor authentication'
  refuse({ status, message, data: { message: words, multi_factor_request: { provider_name: 'duo' } } })
}

/** Works only under the token's own account, and for the token that is presented. */
function readToken(call: Call): Reply {
  const { tokens } = call.sim
  const claims = tokens.claims(param(call, 'token'))
  if (!claims || tokens.hasExpired(param(call, 'token')) || param(call, 'token') !== call.token)
    refuse(invalidCredentials())
  if (call.params['account'] !== claims.account_id) refuse(forbidden())
  return ok({ ...claims, ...describe(call, claims.account_id, claims.owner_id) })
}
