// GET and DELETE /token_auth, PUT /auth, /auth/tokeninfo: tokens about themselves.
import { text } from '../../json.ts'
import { secretOf } from '../identity-secret.ts'
import { accountId, caller, param, textOption, type Call } from '../call.ts'
import { load, publicFields, update } from '../documents.ts'
import { actionRequired, invalidCredentials, plainError, refuse } from '../refusals.ts'
import { ok, type Reply } from '../reply.ts'
import type { Route } from '../route.ts'
import { describe, signedIn } from './answer.ts'

export const tokenAuthRoutes: Route[] = [
  { path: 'token_auth', verbs: { GET: readOwn, DELETE: forget }, ownRule: true },
  { path: 'auth', verbs: { PUT: refresh }, ownRule: true },
  { path: 'auth/tokeninfo', verbs: { GET: info, POST: info }, open: ['GET', 'POST'] },
  { path: 'accounts/{account}/auth', verbs: { PUT: resetAccount } },
  { path: 'accounts/{account}/users/{user}/auth', verbs: { PUT: resetUser } },
]

function readOwn(call: Call): Reply {
  const { claims, accountId: account, ownerId } = caller(call)
  return ok({ ...claims, ...describe(call, account, ownerId) })
}

/** Kazoo reports success, but the token stays valid. */
function forget(): Reply {
  return ok()
}

function refresh(call: Call): Reply {
  if (textOption(call, 'action') !== 'refresh_token') refuse(actionRequired())
  const { accountId: account, ownerId } = caller(call)
  const owner = ownerId === undefined ? {} : { ownerId }
  return signedIn(call, { accountId: account, ...owner, method: 'cb_auth' }, undefined)
}

function info(call: Call): Reply {
  const token = textOption(call, 'token')
  if (token === undefined) refuse(plainError(404, 'missing token in params|request'))
  const { tokens } = call.sim
  const claims = tokens.claims(token)
  if (
    !claims ||
    tokens.hasExpired(token) ||
    secretOf(call.sim, claims.account_id, claims.owner_id) === undefined
  )
    refuse(invalidCredentials())
  return ok({ ...claims, ...describe(call, claims.account_id, claims.owner_id) })
}

function resetAccount(call: Call): Reply {
  needsReset(call)
  const account = call.sim.store.account(accountId(call)) ?? {}
  call.sim.store.saveAccount({ ...account, pvt_signature_secret: call.sim.random.hex(32) })
  return ok()
}

function resetUser(call: Call): Reply {
  needsReset(call)
  const user = load(call, accountId(call), 'user', param(call, 'user'))
  update(call, accountId(call), user, publicFields(user), { pvt_signature_secret: call.sim.random.hex(32) })
  return ok(undefined, { revision: text(user, '_rev') ?? '' })
}

function needsReset(call: Call): void {
  if (textOption(call, 'action') !== 'reset_signature_secret') refuse(actionRequired())
}
