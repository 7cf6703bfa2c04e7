// Finds the route of a path, and checks that the account in it exists.
import type { Call } from './call.ts'
import {
  badIdentifier,
  bare,
  forbidden,
  invalidCredentials,
  malformedAccountId,
  notFound,
  plainError,
  refuse,
} from './refusals.ts'
import type { Match } from './route.ts'
import { routes } from './routes.ts'

/**
 * The route of the call's path; `/account` stands for the caller's own.
 * @throws Refusal 404 (empty for the master), or 401 for an unknown module without a token
 */
export function findRoute(call: Call): Match {
  const parts = call.path
    .split('/')
    .slice(2)
    .map((part) => decoded(part))
  const [first] = parts
  if (first === 'account') {
    if (!call.caller) refuse(plainError(401, 'invalid credentials'))
    parts.splice(0, 1, 'accounts', call.caller.accountId)
  }
  const known = routes[call.sim.flavour.kazoo]
  const match = known.match(parts)
  if (match) return match
  if (first === undefined || known.knows(first)) return refuse(notFound())
  if (!call.caller) return refuse(invalidCredentials())
  if (call.caller.superduper) return refuse(bare(404))
  // A module of accounts in a path without an account: it exists, but not for the caller.
  const ofAccounts = known.match(['accounts', call.caller.accountId, ...parts])
  return refuse(
    ofAccounts?.route.path.startsWith(`accounts/{account}/${first}`) === true ? forbidden() : notFound(),
  )
}

/** @throws Refusal 404 when the account in the path is malformed or unknown */
export function checkAccount(call: Call): void {
  const id = call.params['account']
  if (id === undefined) return
  if (id.length !== 32) refuse(malformedAccountId(id))
  if (!call.sim.store.account(id)) refuse(badIdentifier(id))
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
