// PUT /api_auth: a token for an account's API key.
import { text } from '../../json.ts'
import { dataObject, type Call } from '../call.ts'
import { badIdentifiers } from '../refusals.ts'
import { Refusal, type Reply } from '../reply.ts'
import type { Route } from '../route.ts'
import { validated } from '../validate.ts'
import { signedIn } from './answer.ts'
import { takeTokens } from './user-auth.ts'

export const apiAuthRoutes: Route[] = [{ path: 'api_auth', verbs: { PUT: byKey }, open: ['PUT'] }]

function byKey(call: Call): Reply {
  takeTokens(call)
  const key = text(validated(call, 'api_auth', dataObject(call)), 'api_key') ?? ''
  const { sim } = call
  const accountId = sim.newKeys.get(key) ?? sim.store.accounts.byApiKey(key)
  if (accountId === undefined || !sim.store.account(accountId) || isReplaced(call, accountId, key))
    throw new Refusal({ ...badIdentifiers(key), page: { size: 0 } })
  return signedIn(call, { accountId, method: 'cb_api_auth' }, accountId)
}

/** Whether a newer key has replaced this one. */
function isReplaced(call: Call, accountId: string, key: string): boolean {
  const current = [...call.sim.newKeys].find(([, id]) => id === accountId)?.[0]
  return current !== undefined && current !== key
}
