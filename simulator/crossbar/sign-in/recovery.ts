// A forgotten password: a link by mail, and a token for the user who opens it (docs/kazoo.md section 5.4).
import { text, type JsonObject } from '../../json.ts'
import { dataObject, type Call } from '../call.ts'
import { update, publicFields } from '../documents.ts'
import { initFailed, plainError, refuse, validationError } from '../refusals.ts'
import { ok, type Reply } from '../reply.ts'
import type { Route } from '../route.ts'
import { validated } from '../validate.ts'
import { signedIn } from './answer.ts'
import { takeTokens } from './user-auth.ts'

export const recoveryRoutes: Route[] = [
  { path: 'user_auth/recovery', verbs: { PUT: ask, POST: redeem }, open: ['PUT', 'POST'] },
]

function ask(call: Call): Reply {
  takeTokens(call)
  const data = validated(call, 'user_auth_recovery', dataObject(call))
  const accountId = findAccount(call, data)
  if (accountId === undefined) return ok()
  const username = text(data, 'username') ?? ''
  const user = call.sim.store
    .database(accountId)
    .ofType('user')
    .find((doc) => doc['username'] === username)
  if (!user) notFoundHere('username', 'The provided user name was not found', username)
  const to = text(user, 'email')
  if (to === undefined) return ok()
  send(call, accountId, user, to, text(data, 'ui_url') ?? '')
  return ok(`Request for password reset handled, email sent to: ${to}`)
}

/** A reset id holds the account's id and 100 more digits. It never expires and is never used up. */
function send(call: Call, accountId: string, user: JsonObject, to: string, page: string): void {
  const { sim } = call
  const userId = text(user, '_id') ?? ''
  const resetId = sim.canaries.add('reset-id', accountId + sim.random.hex(100))
  sim.resets.set(resetId, { accountId, userId })
  const link = `${page}${page.includes('?') ? '&' : '?'}recovery=${resetId}`
  sim.mails.push({ at: sim.clock.now(), to, accountId, userId, kind: 'password_recovery', link })
}

function findAccount(call: Call, data: JsonObject): string | undefined {
  const { accounts } = call.sim.store
  const phone = text(data, 'phone_number')
  if (phone !== undefined) notFoundHere('phone_number', 'The provided phone number could not be found', phone)
  const realm = text(data, 'account_realm')
  if (realm !== undefined)
    return (
      accounts.byRealm(realm)[0] ??
      notFoundHere('account_realm', 'The provided account realm could not be found', realm)
    )
  const name = text(data, 'account_name')
  if (name === undefined) return undefined
  return (
    accounts.byName(name)[0] ??
    notFoundHere('account_name', 'The provided account name could not be found', name)
  )
}

function notFoundHere(key: string, message: string, cause: string): never {
  refuse(validationError({ [key]: { not_found: { message, cause } } }))
}

function redeem(call: Call): Reply {
  takeTokens(call)
  const { reset_id: value } = validated(call, 'user_auth_recovery_reset', dataObject(call))
  const resetId = typeof value === 'string' ? value : ''
  if (resetId.length < 42) refuse(initFailed())
  const reset = call.sim.resets.get(resetId)
  if (!reset) {
    const message = 'The provided reset_id did not resolve to any user'
    refuse(validationError({ user: { not_found: { message, cause: resetId } } }))
  }
  const { accountId, userId } = reset
  const user = call.sim.store.database(accountId).get(userId)
  if (!user || user['pvt_deleted'] === true) refuse(plainError(404, 'bad identifier', [userId]))
  // 5.0 crashes after it has found the user unless somebody's good token came along, whoever's: the user's
  // document, saved by nobody.
  if (call.sim.flavour.kazoo === '5.0' && call.caller === undefined)
    return ok({ ...publicFields(user), id: userId })
  update(call, accountId, user, { ...publicFields(user), require_password_update: true })
  return signedIn(call, { accountId, ownerId: userId, method: 'cb_user_auth' }, undefined)
}
