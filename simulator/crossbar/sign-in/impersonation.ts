// Impersonation: only by an admin user of the master account, and only in another account.
import { isAccountAdmin } from '../authorize.ts'
import { accountId, caller, param, textOption, type Call } from '../call.ts'
import { load } from '../documents.ts'
import { actionRequired, forbidden, refuse } from '../refusals.ts'
import type { Reply } from '../reply.ts'
import type { Route } from '../route.ts'
import { signedIn } from './answer.ts'
import { mayEnter } from './user-auth.ts'

export const impersonationRoutes: Route[] = [
  { path: 'accounts/{account}/user_auth', verbs: { PUT: impersonate }, authorize: mayImpersonate },
  {
    path: 'accounts/{account}/users/{user}/user_auth',
    verbs: { PUT: impersonate },
    authorize: mayImpersonate,
  },
]

function mayImpersonate(call: Call): void {
  if (textOption(call, 'action') !== 'impersonate_user') return
  const { superduper, accountId: callerAccount } = caller(call)
  if (!superduper || callerAccount === call.params['account'] || !isAccountAdmin(call)) refuse(forbidden())
}

function impersonate(call: Call): Reply {
  const id = call.params['user']
  if (id !== undefined) load(call, accountId(call), 'user', param(call, 'user'))
  if (textOption(call, 'action') !== 'impersonate_user') refuse(actionRequired())
  mayEnter(call, accountId(call))
  const { accountId: callerAccount, ownerId = '' } = caller(call)
  const original = { accountId: callerAccount, ownerId }
  const owner = id === undefined ? {} : { ownerId: id }
  return signedIn(call, { accountId: accountId(call), ...owner, method: 'cb_user_auth', original }, undefined)
}
